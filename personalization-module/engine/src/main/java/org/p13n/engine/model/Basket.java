package org.p13n.engine.model;

import java.util.Arrays;
import org.p13n.engine.event.Hash;

/** The distinct items of one order, and whether they are counted at present. */
final class Basket {
    private int[] items;
    private int size;
    final long id;
    final long shopperId;
    final long at;
    boolean counted;
    boolean linked;
    /** Another order of the shopper in the same period, or null. */
    Basket earlier;

    boolean waiting;

    Basket(long id, long shopperId, int item, long at) {
        this.id = id;
        this.shopperId = shopperId;
        this.at = at;
        items = new int[] {item};
        size = 1;
    }

    int size() {
        return size;
    }

    int item(int index) {
        return items[index];
    }

    boolean contains(int item) {
        return indexOf(item) >= 0;
    }

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + size / 2 + 1);
        }
        items[size++] = item;
    }

    void remove(int item) {
        int index = indexOf(item);
        if (index >= 0) {
            size--;
            System.arraycopy(items, index + 1, items, index, size - index);
        }
    }

    /** The items in an order that is random but the same every time. */
    int[] shuffled() {
        long[] keyed = new long[size];
        for (int i = 0; i < size; i++) {
            keyed[i] = (Hash.mix(items[i] ^ Hash.mix(id)) & ~0xffffffffL) | items[i];
        }
        Arrays.sort(keyed);
        int[] shuffled = new int[size];
        for (int i = 0; i < size; i++) {
            shuffled[i] = (int) keyed[i];
        }
        return shuffled;
    }

    private int indexOf(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                return i;
            }
        }
        return -1;
    }
}
