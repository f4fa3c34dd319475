package org.p13n.sample.web.catalog;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.search.domain.SearchFacetDTO;
import org.broadleafcommerce.core.search.domain.SearchFacetResultDTO;
import org.p13n.sample.web.page.Prices;

/** Makes listings from the platform's search results; their order, facets and counts are left as they come. */
public final class Listings {

    private static final Map<String, String> SORTS = sorts();

    private final Shelf shelf;

    public Listings(Shelf shelf) {
        this.shelf = shelf;
    }

    private static Map<String, String> sorts() {
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("", "Recommended");
        sorts.put("price asc", "Price: low to high");
        sorts.put("price desc", "Price: high to low");
        sorts.put("newest desc", "Newest");
        sorts.put("name asc", "Name: A to Z");
        return sorts;
    }

    /** @param path the address of the listing, without parameters */
    Listing of(ProductSearchResult result, HttpServletRequest request, String path) {
        Set<String> names = result.getFacets().stream().map(Listings::name).collect(Collectors.toSet());
        ListingLinks links = new ListingLinks(path, request.getParameterMap(), names);
        List<FacetPanel> facets = result.getFacets().stream()
                .map(facet -> panel(facet, links))
                .filter(Listings::isUseful)
                .toList();
        int total = result.getTotalResults();
        int from = Math.min(total, (result.getPage() - 1) * result.getPageSize() + 1);
        List<ProductCard> cards = shelf.cards(result.getProducts() == null ? List.of() : result.getProducts());
        String sort = request.getParameter(ListingLinks.SORT);
        return new Listing(
                cards,
                total,
                from,
                Math.min(total, result.getPage() * result.getPageSize()),
                facets,
                names.stream().anyMatch(request.getParameterMap()::containsKey),
                active(facets),
                SORTS.entrySet().stream()
                        .map(entry -> new Listing.Sort(
                                entry.getKey(), entry.getValue(), entry.getKey().equals(sort == null ? "" : sort)))
                        .toList(),
                links.fieldsExcept(ListingLinks.SORT),
                Pager.of(result.getPage(), pages(total, result.getPageSize()), links::toPage),
                links.without(names));
    }

    private static int pages(int total, int pageSize) {
        return (total + pageSize - 1) / pageSize;
    }

    private static boolean isUseful(FacetPanel panel) {
        return panel.values().size() > 1 || panel.values().stream().anyMatch(FacetPanel.Value::active);
    }

    private static List<FacetPanel.Value> active(List<FacetPanel> facets) {
        return facets.stream()
                .flatMap(facet -> Stream.concat(facet.values().stream(), facet.more().stream()))
                .filter(FacetPanel.Value::active)
                .toList();
    }

    private static String name(SearchFacetDTO facet) {
        return facet.getFacet().getField().getAbbreviation();
    }

    /** Ranges stay in their own order; other values stand by count, those that are chosen first. */
    private static FacetPanel panel(SearchFacetDTO facet, ListingLinks links) {
        List<FacetPanel.Value> values = facet.getFacetValues().stream()
                .map(value -> value(name(facet), value, links))
                .filter(value -> value.count() > 0 || value.active())
                .toList();
        if (facet.getFacet().getSearchFacetRanges().isEmpty()) {
            values = values.stream()
                    .sorted(Comparator.comparing(FacetPanel.Value::active)
                            .thenComparing(FacetPanel.Value::count)
                            .reversed()
                            .thenComparing(FacetPanel.Value::label))
                    .toList();
        }
        return FacetPanel.of(facet.getFacet().getLabel(), values);
    }

    private static FacetPanel.Value value(String name, SearchFacetResultDTO value, ListingLinks links) {
        String key = value.getValueKey();
        int count = value.getQuantity() == null ? 0 : value.getQuantity();
        return new FacetPanel.Value(label(value), count, links.has(name, key), links.toggling(name, key));
    }

    private static String label(SearchFacetResultDTO value) {
        if (value.getValue() != null) {
            String text = value.getValue();
            return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }
        if (value.getMaxValue() == null) {
            return price(value.getMinValue()) + " and more";
        }
        return value.getMinValue().signum() == 0
                ? "Under " + price(value.getMaxValue())
                : price(value.getMinValue()) + " – " + price(value.getMaxValue());
    }

    private static String price(BigDecimal amount) {
        String text = Prices.text(new Money(amount));
        return text.endsWith(".00") ? text.substring(0, text.length() - ".00".length()) : text;
    }
}
