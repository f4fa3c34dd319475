package org.p13n.engine.model.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** For each item its neighbours with four relations packed into a long: 12 bytes per neighbour. Immutable. */
final class NeighbourRows {
    /*
     * A relation is kept in the upper 16 bits of its float, rounded: an error of at most 0.4 %. What is looked up together
     * lies together, so that an item costs one or two reads from memory. Rows are held in blocks of some thousand items, so
     * that a training can let go of one kind of rows while it makes the next.
     */
    private static final int ROUND = 0x8000;

    private static final int BLOCK_BITS = 12;
    private static final int PER_BLOCK = 1 << BLOCK_BITS;

    private final int[] ends;
    private final int[][] neighbours;
    private final long[][] relations;

    private NeighbourRows(int[] ends, int[][] neighbours, long[][] relations) {
        this.ends = ends;
        this.neighbours = neighbours;
        this.relations = relations;
    }

    int items() {
        return ends.length;
    }

    /** Where the item's entries begin in the arrays of its block. */
    int begin(int item) {
        return (item & PER_BLOCK - 1) == 0 ? 0 : ends[item - 1];
    }

    int end(int item) {
        return ends[item];
    }

    /** The neighbours' numbers of the item's block; not to be changed. */
    int[] neighboursOf(int item) {
        return neighbours[item >>> BLOCK_BITS];
    }

    /** The relations of the item's block, each to be taken apart by {@link #after} and its siblings; not to be changed. */
    long[] relationsOf(int item) {
        return relations[item >>> BLOCK_BITS];
    }

    /** Lets go of what is needed no more when a training has used up all rows before that of an item. */
    void forgetBefore(int item) {
        int block = item >>> BLOCK_BITS;
        if (block > 0) {
            neighbours[block - 1] = null;
            relations[block - 1] = null;
        }
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
        long bytes = 4L * ends.length;
        for (int[] block : neighbours) {
            bytes += 12L * block.length;
        }
        return bytes;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(items());
        for (int item = 0; item < items(); item++) {
            out.writeInt(end(item) - begin(item));
            for (int entry = begin(item); entry < end(item); entry++) {
                out.writeInt(neighboursOf(item)[entry]);
                out.writeLong(relationsOf(item)[entry]);
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

    /** Puts rows together, item by item; no more than one block is copied at a time. */
    static final class Builder {
        private final int[] ends;
        private final int[][] neighbours;
        private final long[][] relations;
        private int[] blockNeighbours = new int[PER_BLOCK];
        private long[] blockRelations = new long[PER_BLOCK];
        private int rows;
        private int size;

        Builder(int items) {
            int blocks = (items + PER_BLOCK - 1) >>> BLOCK_BITS;
            ends = new int[items];
            neighbours = new int[blocks][];
            relations = new long[blocks][];
        }

        void add(int neighbour, float after, float before, float hop, float likeness) {
            add(neighbour, upper(after) << 48 | upper(before) << 32 | upper(hop) << 16 | upper(likeness));
        }

        private void add(int neighbour, long packed) {
            if (size == blockNeighbours.length) {
                blockNeighbours = Arrays.copyOf(blockNeighbours, size * 2);
                blockRelations = Arrays.copyOf(blockRelations, size * 2);
            }
            blockNeighbours[size] = neighbour;
            blockRelations[size++] = packed;
        }

        void endRow() {
            ends[rows++] = size;
            if ((rows & PER_BLOCK - 1) == 0 || rows == ends.length) {
                int block = (rows - 1) >>> BLOCK_BITS;
                neighbours[block] = Arrays.copyOf(blockNeighbours, size);
                relations[block] = Arrays.copyOf(blockRelations, size);
                size = 0;
            }
        }

        NeighbourRows build() {
            return new NeighbourRows(ends, neighbours, relations);
        }

        private static long upper(float value) {
            return (Float.floatToRawIntBits(value) + ROUND) >>> 16;
        }
    }
}
