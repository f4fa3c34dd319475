package org.p13n.engine.ranking.listing;

import static org.p13n.engine.ranking.listing.ListingFeature.*;

/** The features of products for one shopper, as flat numbers. Built once per shopper and model; thread-safe. */
public final class ListingFeatures {
    static final double NEVER_DAYS = 400;
    private static final double DUE_MOST = 3;

    private final PurchaseHistory history;
    private final ListingModels models;
    private final Affinities affinities;
    private final double logOrders;

    private ListingFeatures(PurchaseHistory history, ListingModels models) {
        this.history = history;
        this.models = models;
        affinities = Affinities.of(history, models);
        logOrders = Math.log1p(history.orders());
    }

    public static ListingFeatures of(PurchaseHistory history, ListingModels models) {
        return new ListingFeatures(history, models);
    }

    /** How many features each product has. */
    public static int count() {
        return COUNT;
    }

    /** The features of a list, product by product. */
    public float[] of(long[] itemIds) {
        float[] features = new float[itemIds.length * COUNT];
        for (int i = 0; i < itemIds.length; i++) {
            fill(itemIds[i], features, i * COUNT);
        }
        return features;
    }

    private void fill(long itemId, float[] into, int at) {
        models.demandFeatures().copy(itemId, into, at);
        fillAffinities(affinities.row(itemId), into, at);
        fillOwn(history.index(itemId), into, at);
    }

    private void fillOwn(int index, float[] into, int at) {
        put(into, at, OWN_DAYS, Math.log1p(index < 0 ? NEVER_DAYS : Math.min(NEVER_DAYS, history.lastDays(index))));
        float week = get(into, at, LINES_7_DAYS);
        put(into, at, DEMAND_BY_ORDERS, week * logOrders);
        if (index < 0) {
            return;
        }
        double share = (double) history.times(index) / history.orders();
        double fading = Math.log1p(history.fading(index));
        put(into, at, OWN_SHARE, share);
        put(into, at, OWN_LATELY, Math.log1p(history.sixtyDays(index)));
        put(into, at, OWN_TIMES, Math.log1p(history.times(index)));
        put(into, at, OWN_ORDER, 1.0 / history.lastOrder(index));
        put(into, at, OWN_FADING, fading);
        if (history.times(index) > 1) {
            put(into, at, OWN_TWICE, 1);
            put(into, at, OWN_DUE, due(index));
        }
        put(into, at, OWN_BY_HABIT, history.repeatRate());
        put(into, at, OWN_BY_ORDERS, logOrders);
        put(into, at, OWN_BY_REBUYING, get(into, at, REBUYING));
        put(into, at, OWN_BY_DEMAND, week);
        put(into, at, SHARE_BY_DEMAND, share * week);
        put(into, at, FADING_BY_REBUYING, fading * get(into, at, REBUYING));
        put(into, at, FADING_BY_TREND, fading * get(into, at, TREND_MONTH));
        put(into, at, OWN_BY_TREND, get(into, at, TREND_WEEK));
        put(into, at, OWN_BY_AFFINITY, get(into, at, TOGETHER_LATELY));
    }

    /** Logarithm of the time since the last purchase relative to the mean interval; 0 = now, positive = overdue. */
    private double due(int index) {
        double interval = (history.firstDays(index) - history.lastDays(index)) / (history.times(index) - 1);
        double due = Math.log((history.lastDays(index) + 3) / (interval + 3));
        return Math.max(-DUE_MOST, Math.min(DUE_MOST, due));
    }

    private void fillAffinities(int row, float[] into, int at) {
        put(into, at, TOGETHER_LATELY, Math.log1p(10 * affinities.sum(row, Affinities.TOGETHER_LATELY)));
        put(into, at, TOGETHER_LAST, Math.log1p(10 * affinities.sum(row, Affinities.TOGETHER_LAST)));
        put(into, at, NEXT_LATELY, Math.log1p(100 * affinities.sum(row, Affinities.NEXT_LATELY)));
        put(into, at, NEXT_EVER, Math.log1p(100 * affinities.sum(row, Affinities.NEXT_EVER)));
        put(into, at, ALIKE_EVER, Math.log1p(affinities.sum(row, Affinities.ALIKE_EVER)));
        put(into, at, ALIKE_MOST, affinities.sum(row, Affinities.ALIKE_MOST));
    }

    static void put(float[] into, int at, ListingFeature feature, double value) {
        into[at + feature.ordinal()] = (float) value;
    }

    private static float get(float[] from, int at, ListingFeature feature) {
        return from[at + feature.ordinal()];
    }
}
