package org.p13n.engine.model;

import java.time.Duration;
import org.p13n.engine.event.ShoppingSessions;

/**
 * The hyper-parameters of training.
 *
 * @param sessions when a shopping session ends; default after 30 minutes of inactivity
 * @param sessionItems distinct items after which a session teaches nothing more, against robots; 0 = views teach
 *     nothing; default 50
 * @param viewWindow how many items back a view is paired with, at weight 1/distance; 0 = views teach no pairs; default 5
 * @param pairsRemembered how many pairs of a shopper are remembered so that one shopper counts once for each; 0 = one
 *     shopper counts without limit; default 64
 * @param viewsPerDay how many views of a shopper count on a day, against scripts; 0 = views teach nothing; default 50
 * @param viewAgain after how long a shopper's view of a product counts again; 0 = in the next session; default 7 days
 * @param viewsRemembered for how many products it is remembered that the shopper has counted; 0 = for none; default 64
 * @param purchaseAgain a shopper's orders of a product count once for its popularity in each such period; 0 = every
 *     order counts; default 1 day
 * @param activeShoppers shoppers whose session is kept in memory; the longest inactive quarter leaves first; at least
 *     4; default 100,000
 * @param pairHalfLife after how long a basket's or session's say is halved; more than 0; default 180 days
 * @param popularityHalfLife the same for popularity; more than 0; default 30 days
 * @param viewedPrior sessions that make half of the confidence in "also viewed"; more than 0; default 5
 * @param popularityDamping how strongly a neighbour's own popularity counts against it; 0 = not at all (conditional
 *     probability), 0.5 = cosine; at most 0.5; default 0.3
 * @param viewPopularity what a session's view adds to popularity when a purchased line adds 1; 0 = nothing; default 0.1
 * @param rowCandidates neighbours counted per item before the weaker half is forgotten; at least 8; default 512
 * @param neighboursPerItem neighbours published per item; at least 1; default 64
 * @param itemsPerList length of the popularity and novelty lists; at least 1; default 64
 * @param catalogRefresh how old the trainer's view of the catalog may get; 0 = read anew at every publication; default
 *     1 minute
 */
public record TrainingSettings(
        ShoppingSessions sessions,
        int sessionItems,
        int viewWindow,
        int pairsRemembered,
        int viewsPerDay,
        Duration viewAgain,
        int viewsRemembered,
        Duration purchaseAgain,
        int activeShoppers,
        Duration pairHalfLife,
        Duration popularityHalfLife,
        double viewedPrior,
        double popularityDamping,
        double viewPopularity,
        int rowCandidates,
        int neighboursPerItem,
        int itemsPerList,
        Duration catalogRefresh) {

    public TrainingSettings {
        atLeast("sessionItems", sessionItems, 0);
        atLeast("viewWindow", viewWindow, 0);
        atLeast("pairsRemembered", pairsRemembered, 0);
        atLeast("viewsPerDay", viewsPerDay, 0);
        atLeast("viewAgain", viewAgain, 0);
        atLeast("viewsRemembered", viewsRemembered, 0);
        atLeast("purchaseAgain", purchaseAgain, 0);
        atLeast("activeShoppers", activeShoppers, 4);
        atLeast("pairHalfLife", pairHalfLife, 1);
        atLeast("popularityHalfLife", popularityHalfLife, 1);
        atLeast("viewedPrior", viewedPrior, Double.MIN_VALUE);
        atLeast("popularityDamping", popularityDamping, 0);
        atLeast("0.5 - popularityDamping", 0.5 - popularityDamping, 0);
        atLeast("viewPopularity", viewPopularity, 0);
        atLeast("rowCandidates", rowCandidates, 8);
        atLeast("neighboursPerItem", neighboursPerItem, 1);
        atLeast("itemsPerList", itemsPerList, 1);
        atLeast("catalogRefresh", catalogRefresh, 0);
    }

    public static TrainingSettings defaults() {
        return of(ShoppingSessions.USUAL);
    }

    /** The defaults with sessions that end otherwise. */
    public static TrainingSettings of(ShoppingSessions sessions) {
        return new TrainingSettings(
                sessions,
                50,
                5,
                64,
                50,
                Duration.ofDays(7),
                64,
                Duration.ofDays(1),
                100_000,
                Duration.ofDays(180),
                Duration.ofDays(30),
                5,
                0.3,
                0.1,
                512,
                64,
                64,
                Duration.ofMinutes(1));
    }

    private static void atLeast(String name, Duration value, long leastMillis) {
        if (value.toMillis() < leastMillis) {
            throw new IllegalArgumentException(
                    "Training setting " + name + " must be " + leastMillis + " ms or more but is " + value);
        }
    }

    private static void atLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Training setting " + name + " must be " + least + " or more but is " + value);
        }
    }
}
