package org.p13n.engine.model.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** For each item its neighbours with four relations packed into a long: 12 bytes per neighbour. Immutable. */
final class NeighbourRows {
    /*
     * A relation is kept in the upper 16 bits of its float, rounded: an error of at most 0.4 %. What is looked up together
     * lies together, so that an item costs one or two reads from memory.
     */
    private static final int ROUND = 0x8000;

    private final int[] starts;
    private final int[] neighbours;
    private final long[] relations;

    private NeighbourRows(int[] starts, int[] neighbours, long[] relations) {
        this.starts = starts;
        this.neighbours = neighbours;
        this.relations = relations;
    }

    int begin(int item) {
        return starts[item];
    }

    int end(int item) {
        return starts[item + 1];
    }

    int neighbour(int entry) {
        return neighbours[entry];
    }

    /** All four, to be taken apart by {@link #after} and its siblings. */
    long relations(int entry) {
        return relations[entry];
    }

    /** How often, weighted, the neighbour came after the item. */
    static float after(long relations) {
        return Float.intBitsToFloat((int) (relations >>> 48) << 16);
    }

    /** How often, weighted, the neighbour came before the item. */
    static float before(long relations) {
        return Float.intBitsToFloat((int) (relations >>> 32) << 16);
    }

    /** How alike both are by what they have in common. */
    static float hop(long relations) {
        return Float.intBitsToFloat((int) (relations >>> 16) << 16);
    }

    /** The cosine of both items' vectors. */
    static float likeness(long relations) {
        return Float.intBitsToFloat((int) relations << 16);
    }

    long bytes() {
        return 4L * starts.length + 12L * neighbours.length;
    }

    void writeTo(DataOutput out) throws IOException {
        int items = starts.length - 1;
        out.writeInt(items);
        for (int item = 0; item < items; item++) {
            out.writeInt(starts[item + 1] - starts[item]);
            for (int entry = starts[item]; entry < starts[item + 1]; entry++) {
                out.writeInt(neighbours[entry]);
                out.writeLong(relations[entry]);
            }
        }
    }

    static NeighbourRows readFrom(DataInput in, int items) throws IOException {
        int stored = in.readInt();
        if (stored != items) {
            throw new IOException("There must be a row for each of " + items + " items but there are " + stored);
        }
        Builder builder = new Builder(items);
        for (int item = 0; item < items; item++) {
            int entries = in.readInt();
            if (entries < 0 || entries > items) {
                throw new IOException(
                        "An item must have 0 to " + items + " neighbours but item number " + item + " has " + entries);
            }
            for (int i = 0; i < entries; i++) {
                int neighbour = in.readInt();
                if (neighbour < 0 || neighbour >= items) {
                    throw new IOException(
                            "A neighbour's number must be from 0 to " + (items - 1) + " but is " + neighbour);
                }
                builder.add(neighbour, checked(in.readLong()));
            }
            builder.endRow();
        }
        return builder.build();
    }

    private static long checked(long relations) throws IOException {
        float sum = after(relations) + before(relations) + hop(relations) + likeness(relations);
        float least =
                Math.min(Math.min(after(relations), before(relations)), Math.min(hop(relations), likeness(relations)));
        if (!(least >= 0) || Float.isInfinite(sum)) {
            throw new IOException("Relations must be numbers of 0 or more but are " + after(relations) + ", "
                    + before(relations) + ", " + hop(relations) + " and " + likeness(relations));
        }
        return relations;
    }

    /** Puts rows together, item by item. */
    static final class Builder {
        private final int[] starts;
        private int[] neighbours = new int[1 << 10];
        private long[] relations = new long[1 << 10];
        private int rows;
        private int size;

        Builder(int items) {
            starts = new int[items + 1];
        }

        void add(int neighbour, float after, float before, float hop, float likeness) {
            add(neighbour, upper(after) << 48 | upper(before) << 32 | upper(hop) << 16 | upper(likeness));
        }

        private void add(int neighbour, long packed) {
            if (size == neighbours.length) {
                int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2);
                neighbours = Arrays.copyOf(neighbours, capacity);
                relations = Arrays.copyOf(relations, capacity);
            }
            neighbours[size] = neighbour;
            relations[size++] = packed;
        }

        void endRow() {
            starts[++rows] = size;
        }

        NeighbourRows build() {
            return new NeighbourRows(starts, Arrays.copyOf(neighbours, size), Arrays.copyOf(relations, size));
        }

        private static long upper(float value) {
            return (Float.floatToRawIntBits(value) + ROUND) >>> 16;
        }
    }
}
