package org.p13n.sample.web.catalog;

import java.util.List;

/**
 * One facet beside a listing.
 *
 * @param values those shown at once
 * @param more those shown on demand
 */
record FacetPanel(String label, List<Value> values, List<Value> more) {

    private static final int SHOWN_AT_ONCE = 8;

    /** One value to narrow the listing by, and the link that does it or undoes it. */
    record Value(String label, int count, boolean active, String link) {}

    static FacetPanel of(String label, List<Value> values) {
        boolean all = values.size() <= SHOWN_AT_ONCE + 2;
        int cut = all ? values.size() : SHOWN_AT_ONCE;
        return new FacetPanel(label, values.subList(0, cut), values.subList(cut, values.size()));
    }
}
