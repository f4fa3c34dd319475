package org.p13n.sample.web.catalog;

import java.util.List;

/**
 * One page of products with everything to narrow, sort and leaf through them.
 *
 * @param from the place of the first product shown, from 1
 * @param narrowed whether facets narrow the listing now, be it by values that nothing has
 * @param active the facet values that narrow the listing now; their links undo them
 * @param sortFields what the sort form carries along
 * @param everything the link that drops all facet values
 */
record Listing(
        List<ProductCard> cards,
        int total,
        int from,
        int to,
        List<FacetPanel> facets,
        boolean narrowed,
        List<FacetPanel.Value> active,
        List<Sort> sorts,
        List<ListingLinks.Field> sortFields,
        Pager pager,
        String everything) {

    /** One order that the shopper can choose. */
    record Sort(String value, String label, boolean chosen) {}
}
