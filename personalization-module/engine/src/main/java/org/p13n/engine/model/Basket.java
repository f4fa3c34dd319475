package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

    private Basket(long id, long shopperId, int[] items, long at) {
        this.id = id;
        this.shopperId = shopperId;
        this.at = at;
        this.items = items;
        size = items.length;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(id);
        out.writeLong(shopperId);
        out.writeLong(at);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(items[i]);
        }
    }

    /** @param itemCount how many items there are to be in a basket */
    static Basket readFrom(DataInput in, int itemCount) throws IOException {
        long id = in.readLong();
        long shopperId = in.readLong();
        long at = in.readLong();
        int[] items = new int[Stored.count("lines of an order", in.readInt(), itemCount)];
        for (int i = 0; i < items.length; i++) {
            items[i] = Stored.number("an item of an order", in.readInt(), itemCount);
        }
        return new Basket(id, shopperId, items, at);
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
