package org.p13n.engine.ranking.listing;

import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.item.ItemNeighbours;

/**
 * How much of what a shopper has bought leads to each product: built once whenever he has bought something, then looked
 * up. Immutable; holds only what is reached.
 */
final class Affinities {
    /** Kinds of sums. */
    static final int TOGETHER_LATELY = 0;

    static final int TOGETHER_LAST = 1;
    static final int NEXT_LATELY = 2;
    static final int NEXT_EVER = 3;
    static final int ALIKE_EVER = 4;
    static final int ALIKE_MOST = 5;
    static final int KINDS = 6;

    /** How many of the shopper's latest products lead anywhere. */
    private static final int MOST_PRODUCTS = 400;

    private final LongIndex reached = new LongIndex();
    private float[] sums = new float[KINDS * 256];

    private Affinities() {}

    static Affinities of(PurchaseHistory history, ListingModels models) {
        Affinities affinities = new Affinities();
        int products = Math.min(MOST_PRODUCTS, history.size());
        for (int i = 0; i < products; i++) {
            affinities.walk(
                    models.together().neighbours(ListingModels.STEP), history, i, TOGETHER_LATELY, TOGETHER_LAST);
            affinities.walk(models.next().neighbours(ListingModels.STEP), history, i, NEXT_LATELY, NEXT_EVER);
            affinities.walk(models.alike().neighbours(ListingModels.STEP), history, i, ALIKE_EVER, ALIKE_MOST);
        }
        return affinities;
    }

    /** The product's row, or -1 if nothing leads to it. */
    int row(long itemId) {
        return reached.find(itemId);
    }

    /** @param row of a product, or -1 */
    float sum(int row, int kind) {
        return row < 0 ? 0 : sums[row * KINDS + kind];
    }

    private void walk(ItemNeighbours neighbours, PurchaseHistory history, int index, int first, int second) {
        int number = neighbours.number(history.itemId(index));
        if (number < 0) {
            return;
        }
        float lately = Math.min(1, history.sixtyDays(index));
        boolean last = history.lastOrder(index) == 1;
        for (int slot = neighbours.begin(number); slot < neighbours.end(number); slot++) {
            float similarity = (float) neighbours.similarity(number, slot, neighbours.shrinkage());
            int at = rowFor(neighbours.itemId(neighbours.neighbour(slot))) * KINDS;
            switch (first) {
                case TOGETHER_LATELY -> {
                    sums[at + first] += lately * similarity;
                    sums[at + second] += last ? similarity : 0;
                }
                case NEXT_LATELY -> {
                    sums[at + first] += lately * similarity;
                    sums[at + second] += similarity;
                }
                default -> {
                    sums[at + first] += similarity;
                    sums[at + second] = Math.max(sums[at + second], similarity);
                }
            }
        }
    }

    private int rowFor(long itemId) {
        int row = reached.findOrAdd(itemId);
        if ((row + 1) * KINDS > sums.length) {
            sums = java.util.Arrays.copyOf(sums, sums.length * 2);
        }
        return row;
    }
}
