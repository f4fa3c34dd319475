package org.p13n.engine.model.index;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.event.Hash;

/** Dense numbers 0, 1, 2… for sparse ids, in order of arrival: open addressing, about 20 bytes per id, nothing boxed. */
public final class LongIndex {
    private static final int SMALLEST = 16;

    private long[] keys;
    private int[] slots;
    private int size;

    /** An index of nothing. */
    public LongIndex() {
        keys = new long[SMALLEST / 2];
        slots = new int[SMALLEST];
    }

    private LongIndex(LongIndex original) {
        keys = Arrays.copyOf(original.keys, original.size);
        slots = original.slots.clone();
        size = original.size;
    }

    /** An independent copy. */
    public LongIndex copy() {
        return new LongIndex(this);
    }

    public int size() {
        return size;
    }

    /** The id that has the number. */
    public long keyAt(int number) {
        return keys[number];
    }

    /** The id's number, or -1. */
    public int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    /** The id's number, the next free one if it had none. */
    public int findOrAdd(long key) {
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

    /** Estimated heap. */
    public long bytes() {
        return (long) Long.BYTES * keys.length + (long) Integer.BYTES * slots.length;
    }

    /** Writes the ids in the order of their numbers. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int number = 0; number < size; number++) {
            out.writeLong(keys[number]);
        }
    }

    /** Reads what {@link #writeTo} wrote; refuses a negative size and an id that comes twice. */
    public static LongIndex readFrom(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            throw new IOException("An index of ids must have a size of 0 or more but has " + size);
        }
        LongIndex index = new LongIndex();
        for (int number = 0; number < size; number++) {
            long id = in.readLong();
            if (index.findOrAdd(id) != number) {
                throw new IOException("Each id must stand once in an index but " + id + " stands twice");
            }
        }
        return index;
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
