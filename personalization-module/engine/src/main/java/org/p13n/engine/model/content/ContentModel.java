package org.p13n.engine.model.content;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** The most alike products of every product, with what makes them alike. Immutable; a look-up allocates nothing. */
public final class ContentModel {
    /*
     * Rows of neighbours in flat arrays: 4 bytes for the number, 4 for the likeness, one per part for its share in 255ths
     * of all shares: 14 bytes per neighbour, 45 MB per 100,000 products of 32.
     */
    private static final ContentPart[] PARTS = ContentPart.values();
    private static final int PARTS_COUNT = PARTS.length;
    private static final int BYTE = 0xFF;

    /** A catalog of nothing. */
    public static final ContentModel EMPTY = new Builder(new LongIndex(), 1).build();

    private final LongIndex items;
    private final int[] begins;
    private final int[] neighbours;
    private final float[] likenesses;
    private final byte[] shares;

    private ContentModel(LongIndex items, int[] begins, int[] neighbours, float[] likenesses, byte[] shares) {
        this.items = items;
        this.begins = begins;
        this.neighbours = neighbours;
        this.likenesses = likenesses;
        this.shares = shares;
    }

    /** Takes the rows of the index's items in, one after the other. */
    static final class Builder {
        private final LongIndex items;
        private final int[] begins;
        private int[] neighbours;
        private float[] likenesses;
        private byte[] shares;
        private int rows;

        Builder(LongIndex items, int usually) {
            this.items = items;
            begins = new int[items.size() + 1];
            neighbours = new int[Math.max(16, items.size() * usually / 2)];
            likenesses = new float[neighbours.length];
            shares = new byte[neighbours.length * PARTS_COUNT];
        }

        void add(int[] places, ContentTrainer.Likeness likeness) {
            int size = begins[rows];
            ensure(size + places.length);
            for (int place : places) {
                neighbours[size] = likeness.candidate(place);
                likenesses[size] = (float) likeness.score(place);
                double all = 0;
                for (ContentPart part : PARTS) {
                    all += likeness.part(place, part);
                }
                for (ContentPart part : PARTS) {
                    shares[size * PARTS_COUNT + part.ordinal()] =
                            (byte) Math.min(BYTE, Math.ceil(BYTE * likeness.part(place, part) / all));
                }
                size++;
            }
            begins[++rows] = size;
        }

        private void ensure(int size) {
            if (size > neighbours.length) {
                int larger = Math.max(size, neighbours.length + neighbours.length / 2);
                neighbours = Arrays.copyOf(neighbours, larger);
                likenesses = Arrays.copyOf(likenesses, larger);
                shares = Arrays.copyOf(shares, larger * PARTS_COUNT);
            }
        }

        ContentModel build() {
            int size = begins[rows];
            return new ContentModel(
                    items,
                    begins,
                    Arrays.copyOf(neighbours, size),
                    Arrays.copyOf(likenesses, size),
                    Arrays.copyOf(shares, size * PARTS_COUNT));
        }
    }

    /** How many products the catalog had. */
    public int size() {
        return items.size();
    }

    /** How many neighbours an item has; 0 if it is unknown. */
    public int count(long itemId) {
        int item = items.find(itemId);
        return item < 0 ? 0 : begins[item + 1] - begins[item];
    }

    /** Takes neighbours in. */
    public interface Visitor {
        /** @param likeness 0 to 1 */
        void visit(long itemId, double likeness);
    }

    /** Hands over the most alike items, best first, ties by id; nothing if the item is unknown. */
    public void neighbours(long itemId, int limit, Visitor visitor) {
        int item = items.find(itemId);
        if (item >= 0) {
            int end = Math.min(begins[item + 1], begins[item] + Math.max(0, limit));
            for (int at = begins[item]; at < end; at++) {
                visitor.visit(items.keyAt(neighbours[at]), likenesses[at]);
            }
        }
    }

    /** How alike the two are, 0 to 1; 0 if the other is not among the item's neighbours. */
    public double likeness(long itemId, long otherId) {
        int at = find(itemId, otherId);
        return at < 0 ? 0 : likenesses[at];
    }

    /** What that part adds to {@link #likeness}; the parts add up to it. */
    public double share(long itemId, long otherId, ContentPart part) {
        int at = find(itemId, otherId);
        if (at < 0) {
            return 0;
        }
        int all = 0;
        for (int i = at * PARTS_COUNT; i < (at + 1) * PARTS_COUNT; i++) {
            all += shares[i] & BYTE;
        }
        return (double) likenesses[at] * (shares[at * PARTS_COUNT + part.ordinal()] & BYTE) / all;
    }

    private int find(long itemId, long otherId) {
        int item = items.find(itemId);
        int other = items.find(otherId);
        if (item >= 0 && other >= 0) {
            for (int at = begins[item]; at < begins[item + 1]; at++) {
                if (neighbours[at] == other) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Estimated heap. */
    public long bytes() {
        return items.bytes()
                + (long) Integer.BYTES * (begins.length + neighbours.length)
                + (long) Float.BYTES * likenesses.length
                + shares.length;
    }

    public void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        for (int item = 0; item < items.size(); item++) {
            out.writeInt(begins[item + 1] - begins[item]);
        }
        for (int at = 0; at < neighbours.length; at++) {
            out.writeInt(neighbours[at]);
            out.writeFloat(likenesses[at]);
        }
        out.write(shares);
    }

    /** Reads what {@link #writeTo} wrote; refuses what it cannot have written. */
    public static ContentModel readFrom(DataInput in) throws IOException {
        LongIndex items = LongIndex.readFrom(in);
        int[] begins = new int[items.size() + 1];
        for (int item = 0; item < items.size(); item++) {
            int count = in.readInt();
            if (count < 0 || count >= items.size() || begins[item] + count < 0) {
                throw new IOException("An item must have 0 to " + (items.size() - 1) + " neighbours but "
                        + items.keyAt(item) + " has " + count);
            }
            begins[item + 1] = begins[item] + count;
        }
        int size = begins[items.size()];
        int[] neighbours = new int[size];
        float[] likenesses = new float[size];
        for (int at = 0; at < size; at++) {
            neighbours[at] = in.readInt();
            likenesses[at] = in.readFloat();
            boolean real = neighbours[at] >= 0 && neighbours[at] < items.size();
            if (!real || !(likenesses[at] > 0 && likenesses[at] <= 1)) {
                throw new IOException("A neighbour must be one of " + items.size()
                        + " items with a likeness above 0 and at most 1 but is " + neighbours[at] + " with "
                        + likenesses[at]);
            }
        }
        byte[] shares = new byte[size * PARTS_COUNT];
        in.readFully(shares);
        return new ContentModel(items, begins, neighbours, likenesses, shares);
    }
}
