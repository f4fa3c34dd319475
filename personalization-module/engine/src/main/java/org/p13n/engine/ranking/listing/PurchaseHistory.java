package org.p13n.engine.ranking.listing;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.MergeSort;

/** What one shopper has bought, product by product, the latest first; ties by item id. Immutable. */
public final class PurchaseHistory {
    /** Purchases that count at most; the latest stay. */
    static final int LIMIT = 2_000;

    private static final double DAY = 24 * 3600 * 1000.0;
    private static final double ORDER_FADING = 0.9;
    private static final PurchaseHistory NOTHING = of(new long[0], new long[0], 0);

    private final LongIndex items = new LongIndex();
    private final int[] times;
    private final float[] lastDays;
    private final float[] firstDays;
    private final int[] lastOrder;
    private final float[] fading;
    private final float[] sixtyDays;
    private final int orders;
    private final int purchases;

    private PurchaseHistory(long[] itemIds, double[] daysAgo) {
        int most = itemIds.length;
        times = new int[most];
        lastDays = new float[most];
        firstDays = new float[most];
        lastOrder = new int[most];
        fading = new float[most];
        sixtyDays = new float[most];
        int order = 0;
        for (int i = 0; i < most; i++) {
            if (i == 0 || daysAgo[i] != daysAgo[i - 1]) {
                order++;
            }
            add(items.findOrAdd(itemIds[i]), order, daysAgo[i]);
        }
        orders = order;
        purchases = Arrays.stream(times).sum();
    }

    public static PurchaseHistory nothing() {
        return NOTHING;
    }

    /**
     * The history of some purchases in any order.
     *
     * @param at epoch milliseconds of each; the same for all lines of an order
     * @param now what is later counts as of now
     */
    public static PurchaseHistory of(long[] itemIds, long[] at, long now) {
        int[] order = new int[itemIds.length];
        Arrays.setAll(order, i -> i);
        MergeSort.sort(order, new int[order.length], 0, order.length, (a, b) -> {
            long first = Math.min(at[a], now);
            long second = Math.min(at[b], now);
            return first != second ? first > second : itemIds[a] < itemIds[b];
        });
        int size = Math.min(LIMIT, order.length);
        long[] sorted = new long[size];
        double[] daysAgo = new double[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = itemIds[order[i]];
            daysAgo[i] = Math.max(0, ((double) now - at[order[i]]) / DAY);
        }
        return new PurchaseHistory(sorted, daysAgo);
    }

    private void add(int item, int order, double days) {
        if (times[item] == 0) {
            lastDays[item] = (float) days;
            lastOrder[item] = order;
        } else if (firstDays[item] == (float) days) {
            return;
        }
        firstDays[item] = (float) days;
        times[item]++;
        fading[item] += (float) Math.pow(ORDER_FADING, order - 1.0);
        sixtyDays[item] += (float) Math.pow(0.5, days / 60);
    }

    /** How many different products were bought. */
    public int size() {
        return items.size();
    }

    public long itemId(int index) {
        return items.keyAt(index);
    }

    /** The product's place by its latest purchase, or -1 if it was never bought. */
    public int index(long itemId) {
        return items.find(itemId);
    }

    public int orders() {
        return orders;
    }

    /** How many orders hold the product. */
    public int times(int index) {
        return times[index];
    }

    /** Days since the product was last bought. */
    public float lastDays(int index) {
        return lastDays[index];
    }

    /** Days since it was first bought. */
    public float firstDays(int index) {
        return firstDays[index];
    }

    /** In the how-many-th latest order it was last bought; from 1. */
    public int lastOrder(int index) {
        return lastOrder[index];
    }

    /** Its orders, each 0.9 of the one after it. */
    public float fading(int index) {
        return fading[index];
    }

    /** Its orders, halved every 60 days. */
    public float sixtyDays(int index) {
        return sixtyDays[index];
    }

    /** What part of the purchases were of products bought before; 0 to 1. */
    public double repeatRate() {
        return purchases == 0 ? 0 : 1 - (double) items.size() / purchases;
    }
}
