package org.p13n.engine.ranking;

import org.p13n.engine.profile.ItemFacts;

/** How alike two products are by what they are: half their brand, half the overlap of their categories; 0 to 1. */
final class Likeness {
    private static final double BRAND_PART = 0.5;

    private Likeness() {}

    static double of(ItemFacts a, ItemFacts b) {
        double brand = a.brand() != null && a.brand().equals(b.brand()) ? 1 : 0;
        return BRAND_PART * brand + (1 - BRAND_PART) * overlap(a.categoryIds(), b.categoryIds());
    }

    /** The Jaccard index: shared categories among all categories of the two. */
    private static double overlap(long[] a, long[] b) {
        int shared = 0;
        for (long id : a) {
            for (long other : b) {
                if (id == other) {
                    shared++;
                    break;
                }
            }
        }
        int all = a.length + b.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
