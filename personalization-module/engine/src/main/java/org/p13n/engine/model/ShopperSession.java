package org.p13n.engine.model;

import java.util.Arrays;

/** The current shopping session of one shopper, and the pairs for which the shopper has already counted. */
final class ShopperSession {
    private static final int SMALLEST = 4;

    final long shopperId;
    private long lastAt;
    private int[] items = new int[SMALLEST];
    private int size;
    private long[] pairs = new long[SMALLEST];
    private int pairsSeen;

    ShopperSession(long shopperId, long at) {
        this.shopperId = shopperId;
        lastAt = at;
    }

    long lastAt() {
        return lastAt;
    }

    int size() {
        return size;
    }

    /** The item viewed so many distinct items ago; 1 is the last. */
    int itemBack(int distance) {
        return items[size - distance];
    }

    /** Starts anew after inactivity, in whichever direction the clock has jumped. */
    void touch(long at, long gap) {
        if (Math.abs(at - lastAt) > gap) {
            size = 0;
            lastAt = at;
        } else {
            lastAt = Math.max(lastAt, at);
        }
    }

    /** True if the item was already viewed in this session; it becomes its last. */
    boolean moveToEnd(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                System.arraycopy(items, i + 1, items, i, size - i - 1);
                items[size - 1] = item;
                return true;
            }
        }
        return false;
    }

    void append(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    /** True if the shopper has not counted for the pair among the last {@code limit} pairs; from now on it has. */
    boolean countsFor(int a, int b, int limit) {
        if (limit == 0) {
            return true;
        }
        long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
        for (int i = 0; i < Math.min(pairsSeen, limit); i++) {
            if (pairs[i] == pair) {
                return false;
            }
        }
        int place = pairsSeen++ % limit;
        if (place >= pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.min(limit, pairs.length * 2));
        }
        pairs[place] = pair;
        return true;
    }
}
