package org.p13n.engine.model.session;

import java.util.Arrays;

/** The products that some click of a session speaks for, with what was said summed up; scratch that is reused. */
final class Candidates {
    /*
     * Open addressing with linear probing, at most half full; grows with the candidates of the richest session so far and
     * never with the catalog. Sums of a candidate lie together.
     */
    private static final int SMALLEST = 1 << 10;

    private int[] slots = new int[SMALLEST];
    private int[] items = new int[SMALLEST / 2];
    private float[] sums = new float[SMALLEST / 2 * Features.SUMS];
    private int size;

    /** Where the sums of an item begin; at 0 each when it is new. */
    int offset(int item) {
        int mask = slots.length - 1;
        int slot = (item * 0x9E3779B9) >>> 7 & mask;
        while (slots[slot] != 0) {
            int candidate = slots[slot] - 1;
            if (items[candidate] == item) {
                return candidate * Features.SUMS;
            }
            slot = slot + 1 & mask;
        }
        if (size == items.length) {
            grow();
            return offset(item);
        }
        items[size] = item;
        slots[slot] = ++size;
        return (size - 1) * Features.SUMS;
    }

    void add(int at, float value) {
        sums[at] += value;
    }

    int size() {
        return size;
    }

    int item(int candidate) {
        return items[candidate];
    }

    float[] sums() {
        return sums;
    }

    void clear() {
        Arrays.fill(sums, 0, size * Features.SUMS, 0);
        if (size * 8 > slots.length) {
            Arrays.fill(slots, 0);
        } else {
            int mask = slots.length - 1;
            for (int candidate = size - 1; candidate >= 0; candidate--) {
                int slot = (items[candidate] * 0x9E3779B9) >>> 7 & mask;
                while (slots[slot] != candidate + 1) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = 0;
            }
        }
        size = 0;
    }

    private void grow() {
        items = Arrays.copyOf(items, size * 2);
        sums = Arrays.copyOf(sums, size * 2 * Features.SUMS);
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int candidate = 0; candidate < size; candidate++) {
            int slot = (items[candidate] * 0x9E3779B9) >>> 7 & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = candidate + 1;
        }
    }
}
