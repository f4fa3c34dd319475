package org.p13n.engine.ranking.listing;

import static org.p13n.engine.ranking.listing.ListingFeature.*;

import org.p13n.engine.model.demand.Demand;
import org.p13n.engine.model.demand.DemandFigure;

/** The features of products for one shopper, as flat numbers. Built once per shopper and model; thread-safe. */
public final class ListingFeatures {
    private static final double NEVER_DAYS = 400;
    private static final double DUE_MOST = 3;
    private static final double PRIOR_BUYERS = 10;

    private final PurchaseHistory history;
    private final Demand demand;
    private final Affinities affinities;
    private final double rebuying;
    private final double perBuyer;
    private final double returning;
    private final double logOrders;

    private ListingFeatures(PurchaseHistory history, ListingModels models) {
        this.history = history;
        demand = models.demand();
        affinities = Affinities.of(history, models);
        rebuying = ratio(demand.total(DemandFigure.REBUYERS), demand.total(DemandFigure.BUYERS));
        perBuyer = ratio(demand.total(DemandFigure.PURCHASES), demand.total(DemandFigure.BUYERS));
        returning = ratio(demand.total(DemandFigure.RETURNED_BUYERS), demand.total(DemandFigure.EARLIER_BUYERS));
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
        fillDemand(demand.number(itemId), into, at);
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

    private void fillDemand(int number, float[] into, int at) {
        double week = demand.figure(number, DemandFigure.LINES_7_DAYS);
        double month = demand.figure(number, DemandFigure.LINES_30_DAYS);
        double season = demand.figure(number, DemandFigure.LINES_90_DAYS);
        double buyers = demand.figure(number, DemandFigure.BUYERS);
        double returned = demand.figure(number, DemandFigure.RETURNED_BUYERS);
        double earlier = demand.figure(number, DemandFigure.EARLIER_BUYERS);
        double purchases = demand.figure(number, DemandFigure.PURCHASES);
        put(into, at, LINES_3_DAYS, Math.log1p(demand.figure(number, DemandFigure.LINES_3_DAYS)));
        put(into, at, LINES_7_DAYS, Math.log1p(week));
        put(into, at, LINES_30_DAYS, Math.log1p(month));
        put(into, at, LINES_90_DAYS, Math.log1p(season));
        put(into, at, LINES, Math.log1p(demand.figure(number, DemandFigure.LINES)));
        put(into, at, SHOPPERS_7_DAYS, Math.log1p(demand.figure(number, DemandFigure.SHOPPERS_7_DAYS)));
        put(into, at, SHOPPERS_30_DAYS, Math.log1p(demand.figure(number, DemandFigure.SHOPPERS_30_DAYS)));
        put(into, at, FIRST_30_DAYS, Math.log1p(demand.figure(number, DemandFigure.FIRST_30_DAYS)));
        put(into, at, AGAIN_30_DAYS, Math.log1p(demand.figure(number, DemandFigure.AGAIN_30_DAYS)));
        put(into, at, BUYERS, Math.log1p(buyers));
        double again = demand.figure(number, DemandFigure.REBUYERS);
        put(into, at, REBUYING, (again + PRIOR_BUYERS * rebuying) / (buyers + PRIOR_BUYERS));
        put(into, at, PURCHASES_PER_BUYER, Math.log1p((purchases + PRIOR_BUYERS * perBuyer) / (buyers + PRIOR_BUYERS)));
        put(into, at, RETURNING, Math.log1p(10 * (returned + PRIOR_BUYERS * returning) / (earlier + PRIOR_BUYERS)));
        put(
                into,
                at,
                NEW_BUYERS,
                Math.log1p(Math.max(0, demand.figure(number, DemandFigure.SHOPPERS_30_DAYS) - returned)));
        put(into, at, SEASON, Math.log1p(demand.figure(number, DemandFigure.SEASON)));
        put(into, at, AGE, Math.log1p(demand.figure(number, DemandFigure.AGE_DAYS)));
        put(
                into,
                at,
                SILENT,
                Math.log1p(
                        number < 0
                                ? NEVER_DAYS
                                : Math.min(NEVER_DAYS, demand.figure(number, DemandFigure.SILENT_DAYS))));
        put(into, at, TREND_WEEK, Math.log((week / 7 + 0.05) / (month / 30 + 0.05)));
        put(into, at, TREND_MONTH, Math.log((month / 30 + 0.02) / (season / 90 + 0.02)));
    }

    private void fillAffinities(int row, float[] into, int at) {
        put(into, at, TOGETHER_LATELY, Math.log1p(10 * affinities.sum(row, Affinities.TOGETHER_LATELY)));
        put(into, at, TOGETHER_LAST, Math.log1p(10 * affinities.sum(row, Affinities.TOGETHER_LAST)));
        put(into, at, NEXT_LATELY, Math.log1p(100 * affinities.sum(row, Affinities.NEXT_LATELY)));
        put(into, at, NEXT_EVER, Math.log1p(100 * affinities.sum(row, Affinities.NEXT_EVER)));
        put(into, at, ALIKE_EVER, Math.log1p(affinities.sum(row, Affinities.ALIKE_EVER)));
        put(into, at, ALIKE_MOST, affinities.sum(row, Affinities.ALIKE_MOST));
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    private static void put(float[] into, int at, ListingFeature feature, double value) {
        into[at + feature.ordinal()] = (float) value;
    }

    private static float get(float[] from, int at, ListingFeature feature) {
        return from[at + feature.ordinal()];
    }
}
