package org.p13n.broadleaf.page;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.ProductRecommendations;
import org.p13n.broadleaf.ranking.RecommendedProduct;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.Element;

/**
 * The tag {@code <p13n:recommendations placement="…" product="${product}" limit="8" />}: "You may also like" beside a
 * product or, without one, beside what is in the cart and what the shopper looked at.
 */
public final class RecommendationsTag extends WidgetTag {
    private static final String TEMPLATE = "p13n/recommendations";
    private static final String VARIABLE = "p13nList";
    private static final int MOST = 24;

    private final ProductRecommendations recommendations;
    private final PageShopper pageShopper;
    private final WidgetImpressions impressions;
    private final Why why;
    private final Texts texts;
    private final Counters counters;
    private final int defaultLimit;

    /** @param defaultLimit how many products a tag without {@code limit} shows */
    public RecommendationsTag(
            ProductRecommendations recommendations,
            PageShopper pageShopper,
            WidgetImpressions impressions,
            Why why,
            Texts texts,
            int defaultLimit,
            Tuning tuning,
            Counters counters,
            Failures failures) {
        super("recommendations", tuning, failures);
        this.recommendations = recommendations;
        this.pageShopper = pageShopper;
        this.impressions = impressions;
        this.why = why;
        this.texts = texts;
        this.defaultLimit = defaultLimit;
        this.counters = counters;
    }

    @Override
    protected Optional<String> render(Arguments arguments, Element tag) {
        Product beside = product(arguments, tag, "product");
        List<RecommendedProduct> products = pageShopper
                .wish(beside == null ? List.of() : List.of(beside.getId()), limit(tag))
                .map(recommendations::youMayAlsoLike)
                .orElse(List.of());
        if (products.isEmpty()) {
            counters.add(Counter.WIDGETS_EMPTY, 1);
            return Optional.empty();
        }
        String markup = renderTemplate(TEMPLATE, VARIABLE, list(tag, beside, products), arguments);
        counters.add(Counter.WIDGETS_RENDERED, 1);
        return Optional.of(markup);
    }

    private ProductList list(Element tag, Product beside, List<RecommendedProduct> products) {
        boolean oneReason = Why.hasOneReason(products);
        List<ProductCard> cards = products.stream()
                .map(one -> new ProductCard(
                        one.product(),
                        oneReason ? null : why.shortly(one.recommendation().reason())))
                .toList();
        return new ProductList(
                "p13n-" + placement(tag),
                impressions.shown(placement(tag), "also-like", products),
                LocalPath.current(request()),
                texts.of(heading(beside, products)),
                why.of(products, beside == null ? 0 : beside.getId()),
                cards);
    }

    private static String heading(Product beside, List<RecommendedProduct> products) {
        if (beside != null) {
            return "p13n.heading.beside";
        }
        return Why.isGeneral(products) ? "p13n.heading.general" : "p13n.heading.personal";
    }

    private static String placement(Element tag) {
        String placement = tag.getAttributeValue("placement");
        return placement == null || placement.isBlank() ? "recommendations" : placement.strip();
    }

    private int limit(Element tag) {
        String limit = tag.getAttributeValue("limit");
        if (limit == null) {
            return defaultLimit;
        }
        if (!limit.matches("\\d{1,2}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new IllegalArgumentException("The attribute limit of p13n:recommendations must be 1 to " + MOST
                    + " but is '" + limit + "': correct the template");
        }
        return Integer.parseInt(limit);
    }
}
