package org.p13n.engine.model.item;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.MergeSort;

/** All touches as they came, in flat arrays: 17 bytes each. */
final class Touches {
    private static final int SMALLEST = 256;

    final LongIndex items = new LongIndex();
    final LongIndex shoppers = new LongIndex();
    int[] shopper = new int[SMALLEST];
    int[] item = new int[SMALLEST];
    byte[] touch = new byte[SMALLEST];
    long[] at = new long[SMALLEST];
    int size;

    void add(long shopperId, long itemId, Touch kind, long time) {
        if (size == at.length) {
            grow();
        }
        shopper[size] = shoppers.findOrAdd(shopperId);
        item[size] = items.findOrAdd(itemId);
        touch[size] = (byte) kind.ordinal();
        at[size++] = time;
    }

    /** The touches' numbers by shopper, then by time; where times are equal, by item id and kind. */
    int[] inOrder() {
        int[] order = byShopper();
        int[] spare = new int[size];
        for (int begin = 0, end; begin < size; begin = end) {
            end = begin + 1;
            while (end < size && shopper[order[end]] == shopper[order[begin]]) {
                end++;
            }
            MergeSort.sort(order, spare, begin, end, this::isBefore);
        }
        return order;
    }

    /** The shoppers by their id, so that sums do not depend on who came first. */
    private int[] byShopper() {
        int[] rank = ranks(shoppers);
        int[] next = new int[shoppers.size() + 1];
        for (int i = 0; i < size; i++) {
            next[rank[shopper[i]] + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[rank[shopper[i]]]++] = i;
        }
        return order;
    }

    private static int[] ranks(LongIndex ids) {
        long[] sorted = new long[ids.size()];
        Arrays.setAll(sorted, ids::keyAt);
        Arrays.sort(sorted);
        int[] ranks = new int[sorted.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[ids.find(sorted[rank])] = rank;
        }
        return ranks;
    }

    private boolean isBefore(int a, int b) {
        if (at[a] != at[b]) {
            return at[a] < at[b];
        }
        int byItem = Long.compare(items.keyAt(item[a]), items.keyAt(item[b]));
        return byItem != 0 ? byItem < 0 : touch[a] < touch[b];
    }

    private void grow() {
        int larger = size * 2;
        shopper = Arrays.copyOf(shopper, larger);
        item = Arrays.copyOf(item, larger);
        touch = Arrays.copyOf(touch, larger);
        at = Arrays.copyOf(at, larger);
    }
}
