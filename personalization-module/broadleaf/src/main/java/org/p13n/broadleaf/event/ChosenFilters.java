package org.p13n.broadleaf.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.core.search.domain.SearchFacetDTO;

/** The filters that narrow a search, as {@code brand=Acme&size=M}: only those that the shop itself offers. */
final class ChosenFilters {
    private static final int LONGEST = 500;

    private ChosenFilters() {}

    /** @param model the search page's, which holds the platform's facets */
    static String of(HttpServletRequest request, Map<String, Object> model) {
        if (!(model.get("facets") instanceof List<?> facets)) {
            return "";
        }
        String text = facets.stream()
                .filter(SearchFacetDTO.class::isInstance)
                .map(facet -> name((SearchFacetDTO) facet))
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(name -> values(request, name).map(value -> name + "=" + value))
                .collect(Collectors.joining("&"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Stream<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }

    private static String name(SearchFacetDTO facet) {
        return facet.getFacet() == null || facet.getFacet().getField() == null
                ? null
                : facet.getFacet().getField().getAbbreviation();
    }
}
