package org.p13n.engine.ranking.listing;

import static org.p13n.engine.ranking.listing.ListingFeature.*;

import org.p13n.engine.model.demand.Demand;
import org.p13n.engine.model.demand.DemandFigure;

/**
 * The features that say how each product sells, ready to be copied: they do not depend on the shopper, and their
 * logarithms were most of the cost of a list. Immutable; 76 bytes per product.
 */
final class DemandFeatures {
    private static final double PRIOR_BUYERS = 10;
    private static final int FIRST = LINES_3_DAYS.ordinal();
    private static final int WIDTH = TREND_MONTH.ordinal() - FIRST + 1;

    private final Demand demand;
    private final double rebuying;
    private final double perBuyer;
    private final double returning;
    private final float[] ready;

    DemandFeatures(Demand demand) {
        this.demand = demand;
        rebuying = ratio(demand.total(DemandFigure.REBUYERS), demand.total(DemandFigure.BUYERS));
        perBuyer = ratio(demand.total(DemandFigure.PURCHASES), demand.total(DemandFigure.BUYERS));
        returning = ratio(demand.total(DemandFigure.RETURNED_BUYERS), demand.total(DemandFigure.EARLIER_BUYERS));
        ready = new float[(demand.items() + 1) * WIDTH];
        float[] row = new float[ListingFeature.COUNT];
        for (int number = -1; number < demand.items(); number++) {
            fill(number, row, 0);
            System.arraycopy(row, FIRST, ready, (number + 1) * WIDTH, WIDTH);
        }
    }

    /** Fills in what is known of the product, or what holds for one that was never bought. */
    void copy(long itemId, float[] into, int at) {
        System.arraycopy(ready, (demand.number(itemId) + 1) * WIDTH, into, at + FIRST, WIDTH);
    }

    long bytes() {
        return (long) Float.BYTES * ready.length;
    }

    private void fill(int number, float[] into, int at) {
        double week = demand.figure(number, DemandFigure.LINES_7_DAYS);
        double month = demand.figure(number, DemandFigure.LINES_30_DAYS);
        double season = demand.figure(number, DemandFigure.LINES_90_DAYS);
        double buyers = demand.figure(number, DemandFigure.BUYERS);
        double returned = demand.figure(number, DemandFigure.RETURNED_BUYERS);
        double earlier = demand.figure(number, DemandFigure.EARLIER_BUYERS);
        double purchases = demand.figure(number, DemandFigure.PURCHASES);
        ListingFeatures.put(into, at, LINES_3_DAYS, Math.log1p(demand.figure(number, DemandFigure.LINES_3_DAYS)));
        ListingFeatures.put(into, at, LINES_7_DAYS, Math.log1p(week));
        ListingFeatures.put(into, at, LINES_30_DAYS, Math.log1p(month));
        ListingFeatures.put(into, at, LINES_90_DAYS, Math.log1p(season));
        ListingFeatures.put(into, at, LINES, Math.log1p(demand.figure(number, DemandFigure.LINES)));
        ListingFeatures.put(into, at, SHOPPERS_7_DAYS, Math.log1p(demand.figure(number, DemandFigure.SHOPPERS_7_DAYS)));
        ListingFeatures.put(
                into, at, SHOPPERS_30_DAYS, Math.log1p(demand.figure(number, DemandFigure.SHOPPERS_30_DAYS)));
        ListingFeatures.put(into, at, FIRST_30_DAYS, Math.log1p(demand.figure(number, DemandFigure.FIRST_30_DAYS)));
        ListingFeatures.put(into, at, AGAIN_30_DAYS, Math.log1p(demand.figure(number, DemandFigure.AGAIN_30_DAYS)));
        ListingFeatures.put(into, at, BUYERS, Math.log1p(buyers));
        double again = demand.figure(number, DemandFigure.REBUYERS);
        ListingFeatures.put(into, at, REBUYING, (again + PRIOR_BUYERS * rebuying) / (buyers + PRIOR_BUYERS));
        ListingFeatures.put(
                into,
                at,
                PURCHASES_PER_BUYER,
                Math.log1p((purchases + PRIOR_BUYERS * perBuyer) / (buyers + PRIOR_BUYERS)));
        ListingFeatures.put(
                into, at, RETURNING, Math.log1p(10 * (returned + PRIOR_BUYERS * returning) / (earlier + PRIOR_BUYERS)));
        ListingFeatures.put(
                into,
                at,
                NEW_BUYERS,
                Math.log1p(Math.max(0, demand.figure(number, DemandFigure.SHOPPERS_30_DAYS) - returned)));
        ListingFeatures.put(into, at, SEASON, Math.log1p(demand.figure(number, DemandFigure.SEASON)));
        ListingFeatures.put(into, at, AGE, Math.log1p(demand.figure(number, DemandFigure.AGE_DAYS)));
        ListingFeatures.put(
                into,
                at,
                SILENT,
                Math.log1p(
                        number < 0
                                ? ListingFeatures.NEVER_DAYS
                                : Math.min(
                                        ListingFeatures.NEVER_DAYS, demand.figure(number, DemandFigure.SILENT_DAYS))));
        ListingFeatures.put(into, at, TREND_WEEK, Math.log((week / 7 + 0.05) / (month / 30 + 0.05)));
        ListingFeatures.put(into, at, TREND_MONTH, Math.log((month / 30 + 0.02) / (season / 90 + 0.02)));
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
