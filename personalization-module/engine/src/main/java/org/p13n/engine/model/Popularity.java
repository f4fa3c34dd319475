package org.p13n.engine.model;

/** What sells and what is new, overall and by category and brand. Immutable. */
public final class Popularity {
    static final Popularity EMPTY = new Popularity();
    private static final long[] NOTHING = {};

    /** 0 for an item that nobody cared for, 1 for the most popular one, on a logarithmic scale. */
    public double score(long itemId) {
        return 0;
    }

    /** Most popular first; items that nobody cared for yet follow, newest first; ties by id. */
    public long[] top(int limit) {
        return NOTHING;
    }

    /** Like {@link #top} among the items of a category and its descendants. */
    public long[] topInCategory(long categoryId, int limit) {
        return NOTHING;
    }

    /** Like {@link #top} among the items of a brand. */
    public long[] topOfBrand(String brand, int limit) {
        return NOTHING;
    }

    /** Latest on sale first, ties by id. */
    public long[] newest(int limit) {
        return NOTHING;
    }
}
