package org.p13n.engine.model.search;

/** Found products in their new order, each of which can be explained. Immutable. */
public final class SearchOrder {
    private final long[] items;
    private final float[] scores;
    private final int[] from;
    private final SearchScores origin;

    SearchOrder(long[] items, float[] scores, int[] from, SearchScores origin) {
        this.items = items;
        this.scores = scores;
        this.from = from;
        this.origin = origin;
    }

    /** The ids, best first. */
    public long[] items() {
        return items.clone();
    }

    /** The score at that place, rounded; 0 beyond the window. */
    public double score(int place) {
        return scores[place];
    }

    /** At which place of the platform's order the product of that place stood. */
    public int originalPlace(int place) {
        return from[place];
    }

    /** What makes up the score at that place. */
    public SearchExplanation explain(int place) {
        return from[place] < origin.windowSize() ? origin.explain(from[place]) : SearchExplanation.NOTHING;
    }
}
