package org.p13n.engine.model.taste;

import java.util.Arrays;
import org.p13n.engine.model.item.ItemNeighbours;

/** One step from each product of a history to its neighbours: the sums of every feature for each product reached. */
final class Walk {
    /*
     * An open-addressing table from product numbers to rows of sums, sized for the rows that will be read, so that it is
     * never more than half full. A walk over 20 products and 150 neighbours each reads 3,000 slots.
     */
    static final int SUMS = TasteFeature.COUNT - 1;
    private static final TasteFeature[] FEATURES = TasteFeature.values();
    private static final int SPREAD = 0x9e3779b9;

    private final ItemNeighbours neighbours;
    private final TasteSettings settings;
    private int[] rows = {};
    private int[] items = {};
    private float[] sums = {};
    private int size;

    Walk(ItemNeighbours neighbours, TasteSettings settings) {
        this.neighbours = neighbours;
        this.settings = settings;
    }

    /** Walks from that history; what was reached before is forgotten. */
    void from(long[] newestFirst) {
        int seeds = Math.min(newestFirst.length, settings.historyItems());
        clear(seeds, newestFirst);
        double[] fading = new double[SUMS];
        for (int i = 0; i < seeds; i++) {
            int number = neighbours.number(newestFirst[i]);
            if (number >= 0) {
                for (int feature = 0; feature < SUMS; feature++) {
                    fading[feature] = fading(FEATURES[feature], i);
                }
                step(number, fading);
            }
        }
    }

    int size() {
        return size;
    }

    int item(int row) {
        return items[row];
    }

    /** The row of the product with that number, or -1 if it was not reached. */
    int row(int item) {
        return rows.length == 0 ? -1 : rows[slotOf(item)] - 1;
    }

    /** Fills in all features of a product that was reached. */
    void features(int row, float[] into) {
        for (int feature = 0; feature < SUMS; feature++) {
            into[feature] = TasteFeature.of(sums[row * SUMS + feature]);
        }
        into[SUMS] = (float) Math.log(1.0 + neighbours.shoppersTo(items[row]));
    }

    private void clear(int seeds, long[] newestFirst) {
        int most = 0;
        for (int i = 0; i < seeds; i++) {
            int number = neighbours.number(newestFirst[i]);
            most += number < 0 ? 0 : Math.min(settings.neighbours(), neighbours.end(number) - neighbours.begin(number));
        }
        if (items.length < most) {
            rows = new int[Integer.highestOneBit(Math.max(8, most)) * 4];
            items = new int[most];
            sums = new float[most * SUMS];
        } else {
            Arrays.fill(rows, 0);
            Arrays.fill(sums, 0, size * SUMS, 0);
        }
        size = 0;
    }

    private void step(int number, double[] fading) {
        int begin = neighbours.begin(number);
        int end = Math.min(neighbours.end(number), begin + settings.neighbours());
        for (int slot = begin; slot < end; slot++) {
            int at = rowFor(neighbours.neighbour(slot)) * SUMS;
            for (int feature = 0; feature < SUMS; feature++) {
                double say = say(FEATURES[feature], neighbours, settings, number, slot);
                sums[at + feature] += (float) (fading[feature] * say);
            }
        }
    }

    /** What the product at a place of the history counts, 0 being the latest. */
    static double fading(TasteFeature feature, int place) {
        return place == 0 ? 1 : Math.pow(feature.fading, place);
    }

    /** What a product says for the neighbour in a slot of its row. */
    static double say(TasteFeature feature, ItemNeighbours neighbours, TasteSettings settings, int number, int slot) {
        return switch (feature) {
            case LAST, NOW, LATELY, EVER -> neighbours.similarity(number, slot, neighbours.shrinkage());
            case LIKELY -> neighbours.likelihood(number, slot, settings.likelihoodShrinkage());
            case THIN -> neighbours.similarity(number, slot, settings.lightShrinkage());
            case AGREEING -> 1;
            case POPULAR -> 0;
        };
    }

    private int rowFor(int item) {
        int slot = slotOf(item);
        if (rows[slot] == 0) {
            items[size] = item;
            rows[slot] = ++size;
        }
        return rows[slot] - 1;
    }

    private int slotOf(int item) {
        int mask = rows.length - 1;
        int slot = (item * SPREAD >>> 7) & mask;
        while (rows[slot] > 0 && items[rows[slot] - 1] != item) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
