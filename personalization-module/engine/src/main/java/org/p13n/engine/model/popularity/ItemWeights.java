package org.p13n.engine.model.popularity;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Weights of at most so many items, the weaker half of which is forgotten when there are more; open addressing. */
final class ItemWeights {
    private static final int SMALLEST = 4;

    private int[] slots = new int[2 * SMALLEST]; // place + 1
    private int[] items = new int[SMALLEST];
    private double[] weights = new double[SMALLEST];
    private int size;

    /** Adds to the item's weight; never below 0. */
    void add(int item, double weight, int most) {
        int slot = slotOf(item);
        if (slots[slot] == 0) {
            if (weight <= 0) {
                return;
            }
            if (size == most) {
                forgetWeakerHalf();
            }
            slot = place(item);
        }
        int place = slots[slot] - 1;
        weights[place] = Math.max(0, weights[place] + weight);
    }

    private int place(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            slots = new int[size * 4];
            for (int i = 0; i < size; i++) {
                slots[slotOf(items[i])] = i + 1;
            }
        }
        int slot = slotOf(item);
        items[size] = item;
        weights[size] = 0;
        slots[slot] = ++size;
        return slot;
    }

    private void forgetWeakerHalf() {
        int[] strongest = bestFirst();
        int[] keptItems = new int[items.length];
        double[] keptWeights = new double[items.length];
        int kept = size / 2;
        for (int i = 0; i < kept; i++) {
            keptItems[i] = items[strongest[i]];
            keptWeights[i] = weights[strongest[i]];
        }
        items = keptItems;
        weights = keptWeights;
        size = kept;
        Arrays.fill(slots, 0);
        for (int i = 0; i < size; i++) {
            slots[slotOf(items[i])] = i + 1;
        }
    }

    /** The places in descending order of weight, ties by item. */
    private int[] bestFirst() {
        return IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> weights[a] == weights[b]
                        ? Integer.compare(items[a], items[b])
                        : Double.compare(weights[b], weights[a]))
                .mapToInt(place -> place)
                .toArray();
    }

    int size() {
        return size;
    }

    int item(int place) {
        return items[place];
    }

    double weight(int place) {
        return weights[place];
    }

    double total() {
        double total = 0;
        for (int place = 0; place < size; place++) {
            total += weights[place];
        }
        return total;
    }

    private int slotOf(int item) {
        int mask = slots.length - 1;
        int slot = (item * 0x9E3779B9 >>> 7) & mask;
        while (slots[slot] > 0 && items[slots[slot] - 1] != item) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
