package org.p13n.engine.ranking.listing;

import org.p13n.engine.model.learning.Curve;
import org.p13n.engine.model.learning.PairwiseLearner.Direction;

/** What places a product in a list. The slopes are set by hand; curves are learned from them. */
public enum ListingFeature {
    /** Part of the shopper's orders that hold the product. */
    OWN_SHARE(Direction.EITHER, 0.5),
    /** His orders of it, halved every 60 days. */
    OWN_LATELY(Direction.EITHER, 1),
    OWN_TIMES(Direction.EITHER, 0),
    /** Days since he last bought it; many if never. */
    OWN_DAYS(Direction.EITHER, 0),
    /** 1 for his last order, a half for the one before it, and so on. */
    OWN_ORDER(Direction.EITHER, 0.5),
    /** His orders of it, each 0.9 of the one after it. */
    OWN_FADING(Direction.HELPS, 1.5),
    /** Time since he last bought it relative to his usual interval, if he bought it twice. */
    OWN_DUE(Direction.EITHER, 0),
    OWN_TWICE(Direction.EITHER, 0),
    /** Whether he bought it, times how often he repeats himself. */
    OWN_BY_HABIT(Direction.EITHER, 0),
    OWN_BY_ORDERS(Direction.EITHER, 0),
    OWN_BY_REBUYING(Direction.EITHER, 0),
    OWN_BY_DEMAND(Direction.EITHER, 0),
    SHARE_BY_DEMAND(Direction.EITHER, 0),
    FADING_BY_REBUYING(Direction.EITHER, 0),
    FADING_BY_TREND(Direction.EITHER, 0),
    OWN_BY_TREND(Direction.EITHER, 0),
    OWN_BY_AFFINITY(Direction.EITHER, 0),
    DEMAND_BY_ORDERS(Direction.EITHER, 0),
    LINES_3_DAYS(Direction.EITHER, 0.2),
    LINES_7_DAYS(Direction.EITHER, 0.4),
    LINES_30_DAYS(Direction.EITHER, 0.4),
    LINES_90_DAYS(Direction.EITHER, 0),
    LINES(Direction.EITHER, 0),
    SHOPPERS_7_DAYS(Direction.EITHER, 0),
    SHOPPERS_30_DAYS(Direction.EITHER, 0),
    FIRST_30_DAYS(Direction.EITHER, 0),
    AGAIN_30_DAYS(Direction.EITHER, 0),
    BUYERS(Direction.EITHER, 0),
    /** Part of the buyers who bought it again. */
    REBUYING(Direction.EITHER, 0),
    PURCHASES_PER_BUYER(Direction.EITHER, 0),
    /** Part of last season's buyers who bought it in the last month. */
    RETURNING(Direction.EITHER, 0),
    NEW_BUYERS(Direction.EITHER, 0),
    SEASON(Direction.HELPS, 0),
    AGE(Direction.EITHER, 0),
    SILENT(Direction.EITHER, -0.3),
    TREND_WEEK(Direction.EITHER, 0),
    TREND_MONTH(Direction.EITHER, 0),
    TOGETHER_LATELY(Direction.HELPS, 0.5),
    TOGETHER_LAST(Direction.HELPS, 0),
    NEXT_LATELY(Direction.HELPS, 0.5),
    NEXT_EVER(Direction.EITHER, 0),
    ALIKE_EVER(Direction.EITHER, 0),
    ALIKE_MOST(Direction.EITHER, 0);

    static final int COUNT = values().length;

    private final Direction direction;
    private final double slope;

    ListingFeature(Direction direction, double slope) {
        this.direction = direction;
        this.slope = slope;
    }

    static Curve[] curves() {
        Curve[] curves = new Curve[COUNT];
        for (ListingFeature feature : values()) {
            curves[feature.ordinal()] = new Curve(feature.name(), feature.direction, feature.slope);
        }
        return curves;
    }
}
