package org.p13n.engine.model.popularity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;
import org.p13n.engine.model.index.TopItems;

/** How popular each item is in a category, a segment or a query, shrunk to how popular it is at all. Immutable. */
public final class ContextPopularity {
    private static final int MOST_OVERALL = 256;

    private final LongIndex items;
    private final LongIndex contexts;
    private final SparseRows rows;
    private final float[] totals;
    private final float[] shares;
    private final double prior;
    private final int[] overall;

    ContextPopularity(
            LongIndex items, LongIndex contexts, SparseRows rows, float[] totals, float[] shares, double prior) {
        this.items = items;
        this.contexts = contexts;
        this.rows = rows;
        this.totals = totals;
        this.shares = shares;
        this.prior = prior;
        overall = overall();
    }

    /**
     * The share of the context's interest that the item can expect, 0 to 1. In a context that nobody has been in it is the
     * item's share of the whole shop.
     *
     * @param context one of {@link Contexts}
     */
    public double score(long context, long itemId) {
        int item = items.find(itemId);
        return item < 0 ? 0 : score(contexts.find(context), item);
    }

    /** What of {@link #score} was observed in the context itself; the rest is the item's popularity at all. */
    public double observedShare(long context, long itemId) {
        int row = contexts.find(context);
        int item = items.find(itemId);
        return row < 0 || item < 0 ? 0 : rows.weight(row, item) / (totals[row] + prior);
    }

    /** The decayed weight of all interactions in the context: how much is known of it. */
    public double evidence(long context) {
        int row = contexts.find(context);
        return row < 0 ? 0 : totals[row];
    }

    /** {@link #score} in that context as a part of the best item's: 1 for the most popular item, 0 for one that is unknown. */
    public LongToDoubleFunction relativeTo(long context) {
        long[] best = top(context, 1);
        if (best.length == 0) {
            return item -> 0;
        }
        double most = score(context, best[0]);
        return item -> Math.min(1, score(context, item) / most);
    }

    /** The items with the highest scores in the context, ties by id; none that nobody cared for. */
    public long[] top(long context, int limit) {
        int row = contexts.find(context);
        int inRow = row < 0 ? 0 : rows.end(row) - rows.begin(row);
        TopItems top = new TopItems(Math.min(Math.max(0, limit), inRow + overall.length), (a, b) -> {
            double first = score(row, a);
            double second = score(row, b);
            return first == second ? items.keyAt(a) < items.keyAt(b) : first > second;
        });
        for (int at = 0; at < inRow; at++) {
            if (rows.weight(rows.begin(row) + at) > 0) {
                top.offer(rows.column(rows.begin(row) + at));
            }
        }
        for (int item : overall) {
            if (row < 0 || rows.weight(row, item) == 0) {
                top.offer(item);
            }
        }
        return Arrays.stream(top.bestFirst()).mapToLong(items::keyAt).toArray();
    }

    private double score(int row, int item) {
        double share = item < shares.length ? shares[item] : 0;
        return row < 0 ? share : (rows.weight(row, item) + prior * share) / (totals[row] + prior);
    }

    private int[] overall() {
        TopItems top = new TopItems(
                Math.min(MOST_OVERALL, shares.length),
                (a, b) -> shares[a] == shares[b] ? items.keyAt(a) < items.keyAt(b) : shares[a] > shares[b]);
        for (int item = 0; item < shares.length; item++) {
            if (shares[item] > 0) {
                top.offer(item);
            }
        }
        return top.bestFirst();
    }

    /** Estimated heap. */
    public long bytes() {
        return items.bytes()
                + contexts.bytes()
                + rows.bytes()
                + (long) Float.BYTES * (totals.length + shares.length)
                + (long) Integer.BYTES * overall.length;
    }

    public void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        contexts.writeTo(out);
        rows.writeTo(out);
        out.writeInt(shares.length);
        for (float share : shares) {
            out.writeFloat(share);
        }
        out.writeDouble(prior);
    }

    /** Reads what {@link #writeTo} wrote; refuses what it cannot have written. */
    public static ContextPopularity readFrom(DataInput in) throws IOException {
        LongIndex items = LongIndex.readFrom(in);
        LongIndex contexts = LongIndex.readFrom(in);
        SparseRows rows = SparseRows.readFrom(in, items.size());
        float[] shares = Stored.floats(in, items.size(), 0, 1);
        double prior = in.readDouble();
        if (rows.rows() != contexts.size() || !(prior > 0)) {
            throw new IOException("Popularity must have a row for each of " + contexts.size()
                    + " contexts and a prior above 0 but has " + rows.rows() + " and " + prior);
        }
        float[] totals = new float[contexts.size()];
        for (int context = 0; context < totals.length; context++) {
            double total = 0;
            for (int at = rows.begin(context); at < rows.end(context); at++) {
                if (rows.weight(at) < 0) {
                    throw new IOException("A weight in a context must be 0 or more but is " + rows.weight(at));
                }
                total += rows.weight(at);
            }
            totals[context] = (float) total;
        }
        return new ContextPopularity(items, contexts, rows, totals, shares, prior);
    }
}
