package org.p13n.engine.ranking;

import java.util.ArrayList;
import java.util.List;

/** A re-ordered list: a permutation of the original, with the explanation of every place. Immutable. */
public final class RankedList {
    private final long[] originalIds;
    private final int[] order;
    private final double[][] shares;

    /**
     * Keeps what was computed; explanations are put together only when asked for.
     *
     * @param order the original position of every new one
     * @param shares by {@link #SIGNALS}, then by original position
     */
    RankedList(long[] originalIds, int[] order, double[][] shares) {
        this.originalIds = originalIds;
        this.order = order;
        this.shares = shares;
    }

    /** What places a product in a list, in the order in which the shares are added. */
    static final List<Signal> SIGNALS = List.of(
            Signal.PLATFORM_POSITION,
            Signal.BRAND_AFFINITY,
            Signal.CATEGORY_AFFINITY,
            Signal.ATTRIBUTE_AFFINITY,
            Signal.PRICE_AFFINITY,
            Signal.DECLARED,
            Signal.SESSION,
            Signal.IGNORED,
            Signal.RETURNED,
            Signal.NOT_INTERESTED);

    public int size() {
        return order.length;
    }

    /** The items in their new order. */
    public long[] itemIds() {
        long[] itemIds = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            itemIds[i] = originalIds[order[i]];
        }
        return itemIds;
    }

    /** For every new position the original one. */
    public int[] originalPositions() {
        return order.clone();
    }

    /** Whether any item has left its place. */
    public boolean isReordered() {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return true;
            }
        }
        return false;
    }

    /** Why the item at that new position stands there. */
    public RankedItem explanation(int position) {
        int original = order[position];
        double score = 0;
        List<ScoreShare> parts = new ArrayList<>(SIGNALS.size());
        for (int signal = 0; signal < shares.length; signal++) {
            score += shares[signal][original];
            parts.add(new ScoreShare(SIGNALS.get(signal), shares[signal][original]));
        }
        return new RankedItem(originalIds[original], position, original, score, parts);
    }
}
