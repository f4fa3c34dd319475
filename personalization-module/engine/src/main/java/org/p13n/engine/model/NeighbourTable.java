package org.p13n.engine.model;

import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** For every item its neighbours with score and evidence. Immutable; shares the rows of untouched items with others. */
public final class NeighbourTable {
    /*
     * score(i → j) = w(i,j) / ((n(i) + prior)^(1-d) * (n(j) + prior)^d), after Deshpande and Karypis, "Item-based top-N
     * recommendation algorithms", ACM TOIS 22 (2004): with damping d = 0 the conditional probability of j given i, with
     * d = 1/2 the cosine. The prior shrinks what rests on little evidence. Only the two factors depend on the counts of
     * other items, so a row stays valid while its own item is untouched; the few dozen scores of a row are computed and
     * sorted when asked for, in about 2 µs.
     */
    static final NeighbourTable EMPTY =
            new NeighbourTable(new LongIndex(), new Row[0], new float[0], new float[0], Integer.MAX_VALUE);

    private final LongIndex items;
    private final Row[] rows;
    private final float[] fromFactors;
    private final float[] toFactors;
    private final int leastEvidence;

    private NeighbourTable(LongIndex items, Row[] rows, float[] fromFactors, float[] toFactors, int leastEvidence) {
        this.items = items;
        this.rows = rows;
        this.fromFactors = fromFactors;
        this.toFactors = toFactors;
        this.leastEvidence = leastEvidence;
    }

    /**
     * Puts published rows and their factors together.
     *
     * @param occurrences how often each item came, in the units of the rows' weights
     * @param prior in the same units
     */
    static NeighbourTable of(
            LongIndex items, Row[] rows, double[] occurrences, double prior, double damping, int leastEvidence) {
        float[] from = new float[rows.length];
        float[] to = new float[rows.length];
        for (int item = 0; item < rows.length; item++) {
            double smoothed = occurrences[item] + prior;
            double factor = Math.pow(smoothed, -damping);
            to[item] = (float) factor;
            from[item] = (float) (1 / (smoothed * factor));
        }
        return new NeighbourTable(items, rows, from, to, leastEvidence);
    }

    /**
     * Visits an item's neighbours, best first, ties by item id.
     *
     * @return how many were visited, at most {@code limit}; 0 for an unknown item
     */
    public int neighbours(long itemId, int limit, NeighbourVisitor visitor) {
        int item = items.find(itemId);
        Row row = item < 0 || item >= rows.length ? null : rows[item];
        if (row == null || limit <= 0) {
            return 0;
        }
        float[] scores = scores(item, row);
        TopItems best = new TopItems(Math.min(limit, scores.length), (a, b) -> {
            if (scores[a] != scores[b]) {
                return scores[a] > scores[b];
            }
            return items.keyAt(row.neighbours()[a]) < items.keyAt(row.neighbours()[b]);
        });
        for (int i = 0; i < scores.length; i++) {
            if (row.counts()[i] >= leastEvidence && scores[i] > 0) {
                best.offer(i);
            }
        }
        int[] order = best.bestFirst();
        for (int i : order) {
            visitor.visit(items.keyAt(row.neighbours()[i]), scores[i], row.counts()[i]);
        }
        return order.length;
    }

    long bytes() {
        return (long) rows.length * (Float.BYTES * 2 + Integer.BYTES);
    }

    private float[] scores(int item, Row row) {
        float[] scores = new float[row.neighbours().length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = row.weights()[i] * fromFactors[item] * toFactors[row.neighbours()[i]];
        }
        return scores;
    }
}
