package org.p13n.engine.model.popularity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** What is wanted more, or less, than it was. Immutable. */
public final class Trend {
    private static final int LONGEST_LIST = 256;
    private static final double MOST = 100;

    private final LongIndex items;
    private final float[] lifts;
    private final int[] rising;

    Trend(LongIndex items, float[] lifts) {
        this.items = items;
        this.lifts = lifts;
        TopItems top = new TopItems(
                Math.min(LONGEST_LIST, lifts.length),
                (a, b) -> lifts[a] == lifts[b] ? items.keyAt(a) < items.keyAt(b) : lifts[a] > lifts[b]);
        for (int item = 0; item < lifts.length; item++) {
            if (lifts[item] > 0) {
                top.offer(item);
            }
        }
        rising = top.bestFirst();
    }

    /** The logarithm of how many times more than usual the item is wanted; 0 = as usual, or unknown; below 0 = less. */
    public double lift(long itemId) {
        int item = items.find(itemId);
        return item < 0 || item >= lifts.length ? 0 : lifts[item];
    }

    /** What rises most, ties by id; only what rises at all. */
    public long[] rising(int limit) {
        return Arrays.stream(rising)
                .limit(Math.max(0, limit))
                .mapToLong(items::keyAt)
                .toArray();
    }

    /** Estimated heap without the index of items, which models share. */
    public long bytes() {
        return (long) Float.BYTES * lifts.length + (long) Integer.BYTES * rising.length;
    }

    public void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        out.writeInt(lifts.length);
        for (float lift : lifts) {
            out.writeFloat(lift);
        }
    }

    /** Reads what {@link #writeTo} wrote; refuses what it cannot have written. */
    public static Trend readFrom(DataInput in) throws IOException {
        LongIndex items = LongIndex.readFrom(in);
        return new Trend(items, Stored.floats(in, items.size(), -MOST, MOST));
    }
}
