package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.event.Hash;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** The mutable neighbours of one item: number → decayed weight and count of baskets or sessions. 12 bytes per slot. */
final class PairRow {
    /*
     * Open addressing with linear probing, at most three quarters full. A row that outgrows
     * its limit forgets its weaker half (in the manner of lossy counting, Manku and Motwani, VLDB 2002): a
     * neighbour that could reach the published best has to be met more often than what is forgotten in between.
     */
    private static final int SMALLEST = 4;

    private int[] keys = new int[SMALLEST];
    private float[] weights = new float[SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int size;

    void add(int neighbour, double weight, int limit) {
        int slot = slotOf(neighbour);
        if (keys[slot] == 0) {
            if (size >= limit) {
                forgetWeakest(limit / 2);
                slot = slotOf(neighbour);
            }
            if (4 * (size + 1) > 3 * keys.length) {
                rehash(keys.length * 2);
                slot = slotOf(neighbour);
            }
            keys[slot] = neighbour + 1;
            size++;
        }
        weights[slot] += (float) weight;
        counts[slot]++;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                out.writeInt(keys[slot] - 1);
                out.writeFloat(weights[slot]);
                out.writeInt(counts[slot]);
            }
        }
    }

    static PairRow readFrom(DataInput in, int itemCount) throws IOException {
        PairRow row = new PairRow();
        int size = Stored.count("neighbours of an item", in.readInt(), itemCount);
        int capacity = SMALLEST;
        while (4L * size > 3L * capacity) {
            capacity *= 2;
        }
        row.allocate(capacity);
        for (int i = 0; i < size; i++) {
            int neighbour = Stored.number("a neighbour", in.readInt(), itemCount);
            float weight = (float) Stored.weight("a neighbour's weight", in.readFloat());
            if (row.keys[row.slotOf(neighbour)] != 0) {
                throw new IOException("The stored model is refused: an item has neighbour " + neighbour + " twice");
            }
            row.put(neighbour + 1, weight, in.readInt());
        }
        return row;
    }

    int size() {
        return size;
    }

    /** The heaviest neighbours for publication, ties by item id. */
    Row strongest(int limit, LongIndex items) {
        int[] slots = strongestSlots(Math.min(limit, size), items);
        Row row = new Row(new int[slots.length], new float[slots.length], new int[slots.length]);
        for (int i = 0; i < slots.length; i++) {
            row.neighbours()[i] = keys[slots[i]] - 1;
            row.weights()[i] = weights[slots[i]];
            row.counts()[i] = counts[slots[i]];
        }
        return row;
    }

    private int[] strongestSlots(int limit, LongIndex items) {
        TopItems top = new TopItems(limit, (a, b) -> {
            if (weights[a] != weights[b]) {
                return weights[a] > weights[b];
            }
            return items.keyAt(keys[a] - 1) < items.keyAt(keys[b] - 1);
        });
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                top.offer(slot);
            }
        }
        return top.bestFirst();
    }

    private void forgetWeakest(int keep) {
        float[] ascending = presentWeights();
        Arrays.sort(ascending);
        float least = ascending[size - keep];
        int roomForTies = 0;
        for (int i = size - keep; i < size && ascending[i] == least; i++) {
            roomForTies++;
        }
        PairRow smaller = new PairRow();
        smaller.allocate(keys.length);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && (weights[slot] > least || (weights[slot] == least && roomForTies-- > 0))) {
                smaller.put(keys[slot], weights[slot], counts[slot]);
            }
        }
        takeOver(smaller);
    }

    private float[] presentWeights() {
        float[] present = new float[size];
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                present[next++] = weights[slot];
            }
        }
        return present;
    }

    private void rehash(int capacity) {
        PairRow larger = new PairRow();
        larger.allocate(capacity);
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                larger.put(keys[slot], weights[slot], counts[slot]);
            }
        }
        takeOver(larger);
    }

    private void allocate(int capacity) {
        keys = new int[capacity];
        weights = new float[capacity];
        counts = new int[capacity];
    }

    private void put(int key, float weight, int count) {
        int slot = slotOf(key - 1);
        keys[slot] = key;
        weights[slot] = weight;
        counts[slot] = count;
        size++;
    }

    private void takeOver(PairRow other) {
        keys = other.keys;
        weights = other.weights;
        counts = other.counts;
        size = other.size;
    }

    private int slotOf(int neighbour) {
        int mask = keys.length - 1;
        int slot = homeOf(neighbour);
        while (keys[slot] != 0 && keys[slot] != neighbour + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int homeOf(int neighbour) {
        return (int) (Hash.mix(neighbour) >>> 32) & (keys.length - 1);
    }
}
