package org.p13n.engine.model.demand;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.MergeSort;

/**
 * Collects purchases in any order and counts {@link Demand}, as often as wanted. Not thread-safe; the same purchases give
 * the same figures in whatever order they came.
 */
public final class DemandTrainer {
    /*
     * 20 bytes per purchase. A product's purchases at one moment by one shopper are one: an order's lines of the same
     * product, or a page that was sent twice. Figures are sums over one product's purchases in the order of time, so the
     * trainer sorts once and makes one pass.
     */
    private static final int SMALLEST = 256;
    private static final double DAY = 24 * 3600 * 1000.0;
    private static final double MONTH_DAYS = 30;
    private static final double YEAR_DAYS = 365;
    private static final double SEASON_DAYS = 40;
    private static final double SEASON_EDGE_DAYS = 15;

    private final LongIndex items = new LongIndex();
    private int[] item = new int[SMALLEST];
    private long[] shopper = new long[SMALLEST];
    private long[] at = new long[SMALLEST];
    private int size;

    /** A trainer that knows no purchase yet. */
    public DemandTrainer() {}

    /**
     * Adds a purchase.
     *
     * @param shopperId 0 = unknown
     * @param time epoch milliseconds; the same for all lines of an order
     */
    public void add(long shopperId, long itemId, long time) {
        if (size == at.length) {
            item = Arrays.copyOf(item, size * 2);
            shopper = Arrays.copyOf(shopper, size * 2);
            at = Arrays.copyOf(at, size * 2);
        }
        item[size] = items.findOrAdd(itemId);
        shopper[size] = shopperId;
        at[size++] = time;
    }

    /** @param now epoch milliseconds; a purchase that claims to be later counts as of now */
    public Demand train(long now) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        MergeSort.sort(order, new int[size], 0, size, this::isBefore);
        float[] figures = new float[items.size() * DemandFigure.COUNT];
        for (int begin = 0, end; begin < size; begin = end) {
            end = begin + 1;
            while (end < size && item[order[end]] == item[order[begin]]) {
                end++;
            }
            ItemDemand demand = new ItemDemand();
            for (int i = begin; i < end; i++) {
                boolean sameShopper = i > begin && shopper[order[i - 1]] == shopper[order[i]];
                if (!sameShopper || at[order[i - 1]] != at[order[i]]) {
                    double days = Math.max(0, ((double) now - at[order[i]]) / DAY);
                    demand.add(days, shopper[order[i]] != 0, !sameShopper);
                }
            }
            demand.writeTo(figures, item[order[begin]] * DemandFigure.COUNT);
        }
        return new Demand(items.copy(), figures);
    }

    /** By product, then by shopper, then by time. */
    private boolean isBefore(int a, int b) {
        if (item[a] != item[b]) {
            return item[a] < item[b];
        }
        return shopper[a] != shopper[b] ? shopper[a] < shopper[b] : at[a] < at[b];
    }

    /** One product's figures: purchases are added shopper by shopper, oldest first. */
    private static final class ItemDemand {
        private final double[] sums = new double[DemandFigure.COUNT];
        private double oldest;
        private double newest = Double.POSITIVE_INFINITY;
        private double latestOfShopper = -1;
        private int timesOfShopper;
        private boolean earlier;

        void add(double days, boolean known, boolean newShopper) {
            add(DemandFigure.LINES_3_DAYS, fading(days, 3));
            add(DemandFigure.LINES_7_DAYS, fading(days, 7));
            add(DemandFigure.LINES_30_DAYS, fading(days, 30));
            add(DemandFigure.LINES_90_DAYS, fading(days, 90));
            add(DemandFigure.LINES, 1);
            add(DemandFigure.SEASON, season(days));
            oldest = Math.max(oldest, days);
            newest = Math.min(newest, days);
            if (newShopper) {
                settleShopper();
            }
            if (known) {
                add(DemandFigure.PURCHASES, 1);
                add(timesOfShopper == 0 ? DemandFigure.FIRST_30_DAYS : DemandFigure.AGAIN_30_DAYS, fading(days, 30));
                timesOfShopper++;
                latestOfShopper = days;
                earlier |= days > MONTH_DAYS && days <= 5 * MONTH_DAYS;
            }
        }

        void writeTo(float[] figures, int begin) {
            settleShopper();
            sums[DemandFigure.AGE_DAYS.ordinal()] = oldest;
            sums[DemandFigure.SILENT_DAYS.ordinal()] = newest;
            for (int i = 0; i < sums.length; i++) {
                figures[begin + i] = (float) sums[i];
            }
        }

        private void settleShopper() {
            if (timesOfShopper > 0) {
                add(DemandFigure.SHOPPERS_7_DAYS, fading(latestOfShopper, 7));
                add(DemandFigure.SHOPPERS_30_DAYS, fading(latestOfShopper, 30));
                add(DemandFigure.BUYERS, 1);
                add(DemandFigure.REBUYERS, timesOfShopper > 1 ? 1 : 0);
                add(DemandFigure.EARLIER_BUYERS, earlier ? 1 : 0);
                add(DemandFigure.RETURNED_BUYERS, earlier && latestOfShopper <= MONTH_DAYS ? 1 : 0);
            }
            timesOfShopper = 0;
            earlier = false;
        }

        private void add(DemandFigure figure, double amount) {
            sums[figure.ordinal()] += amount;
        }

        private static double fading(double days, double halfLife) {
            return Math.pow(0.5, days / halfLife);
        }

        /** 1 for what was bought in the 40 days that followed this day a year ago. */
        private static double season(double days) {
            double outside = Math.max(days - YEAR_DAYS, YEAR_DAYS - SEASON_DAYS - days);
            return days < 2 * YEAR_DAYS / 3 ? 0 : Math.exp(-Math.max(0, outside) / SEASON_EDGE_DAYS);
        }
    }
}
