package org.p13n.engine.model;

import java.util.Arrays;
import org.p13n.engine.event.Hash;

/** Dense numbers 0, 1, 2… for sparse ids, in order of arrival: open addressing, about 20 bytes per id, nothing boxed. */
final class LongIndex {
    private static final int SMALLEST = 16;

    private long[] keys;
    private int[] slots;
    private int size;

    LongIndex() {
        keys = new long[SMALLEST / 2];
        slots = new int[SMALLEST];
    }

    private LongIndex(LongIndex original) {
        keys = Arrays.copyOf(original.keys, original.size);
        slots = original.slots.clone();
        size = original.size;
    }

    LongIndex copy() {
        return new LongIndex(this);
    }

    int size() {
        return size;
    }

    long keyAt(int number) {
        return keys[number];
    }

    /** The id's number, or -1. */
    int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    int findOrAdd(long key) {
        int slot = slotOf(key);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
            slot = slotOf(key);
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(SMALLEST, size * 2));
        }
        keys[size] = key;
        slots[slot] = ++size;
        return size - 1;
    }

    long bytes() {
        return (long) Long.BYTES * keys.length + (long) Integer.BYTES * slots.length;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slotOf(keys[number])] = number + 1;
        }
    }

    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) (Hash.mix(key) >>> 32) & mask;
        while (slots[slot] > 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
