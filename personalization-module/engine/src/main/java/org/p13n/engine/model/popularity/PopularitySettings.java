package org.p13n.engine.model.popularity;

import java.time.Duration;

/**
 * The hyper-parameters of popularity in contexts, of trend and of click rates.
 *
 * @param view what a view adds when a purchase adds 1; 0 = nothing; default 0.1
 * @param cart what putting into a cart adds; 0 = nothing; default 0.3
 * @param again a shopper counts once for the same item, kind of interaction and context in each such period; 0 = always;
 *     default 1 day
 * @param remembered how many of these are remembered; a power of 2 from 2 to 2^26; 8 bytes each; default 131,072
 * @param halfLife after how long what was done in a context counts half; more than 0; default 30 days
 * @param contextPrior the weight of a context that makes half of the confidence in it; more than 0; default 5
 * @param contexts how many contexts are counted before the weaker half is forgotten; at least 2; default 50,000
 * @param itemsPerContext how many items are counted per context before the weaker half is forgotten; at least 2; default
 *     256
 * @param queryWindow how long after a search an interaction counts for the query; 0 = queries learn nothing; default 30
 *     minutes
 * @param searchers of how many shoppers the last search is remembered; at least 1; default 100,000
 * @param shortHalfLife the half-life of what is happening now; more than 0; default 2 days
 * @param longHalfLife the half-life of what is usual; longer than the short one; default 30 days
 * @param trendPrior the weight that must come on top before a trend is believed by half; more than 0; default 2
 * @param clickHalfLife after how long an impression or a click counts half; more than 0; default 30 days
 * @param ratePrior how many impressions the shop's own click rate is worth for an item; at least 0.01; default 20
 * @param usualRate the click rate of a shop of which nothing is known; between 0 and 1; default 0.03
 */
public record PopularitySettings(
        double view,
        double cart,
        Duration again,
        int remembered,
        Duration halfLife,
        double contextPrior,
        int contexts,
        int itemsPerContext,
        Duration queryWindow,
        int searchers,
        Duration shortHalfLife,
        Duration longHalfLife,
        double trendPrior,
        Duration clickHalfLife,
        double ratePrior,
        double usualRate) {
    static final double LEAST_RATE_PRIOR = 0.01;

    private static final PopularitySettings DEFAULTS = new PopularitySettings(
            0.1,
            0.3,
            Duration.ofDays(1),
            1 << 17,
            Duration.ofDays(30),
            5,
            50_000,
            256,
            Duration.ofMinutes(30),
            100_000,
            Duration.ofDays(2),
            Duration.ofDays(30),
            2,
            Duration.ofDays(30),
            20,
            0.03);

    public PopularitySettings {
        requireWithin("view", view, 0, 1000);
        requireWithin("cart", cart, 0, 1000);
        requireAtLeast("again", again, 0);
        requireWithin("remembered", remembered, 2, 1 << 26);
        if (Integer.bitCount(remembered) != 1) {
            throw new IllegalArgumentException(
                    "Popularity setting remembered must be a power of 2 but is " + remembered);
        }
        requireAtLeast("halfLife", halfLife, 1);
        requireWithin("contextPrior", contextPrior, Double.MIN_VALUE, 1e9);
        requireWithin("contexts", contexts, 2, 10_000_000);
        requireWithin("itemsPerContext", itemsPerContext, 2, 1_000_000);
        requireAtLeast("queryWindow", queryWindow, 0);
        requireWithin("searchers", searchers, 1, 100_000_000);
        requireAtLeast("shortHalfLife", shortHalfLife, 1);
        requireAtLeast("longHalfLife", longHalfLife, shortHalfLife.toMillis() + 1);
        requireWithin("trendPrior", trendPrior, Double.MIN_VALUE, 1e9);
        requireAtLeast("clickHalfLife", clickHalfLife, 1);
        requireWithin("ratePrior", ratePrior, LEAST_RATE_PRIOR, 1e9);
        requireWithin("usualRate", usualRate, Double.MIN_VALUE, 1 - 1e-9);
    }

    public static PopularitySettings defaults() {
        return DEFAULTS;
    }

    private static void requireWithin(String setting, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Popularity setting " + setting + " must be " + least + " to " + most + " but is " + value);
        }
    }

    private static void requireAtLeast(String setting, Duration value, long leastMillis) {
        if (value.toMillis() < leastMillis) {
            throw new IllegalArgumentException(
                    "Popularity setting " + setting + " must be " + leastMillis + " ms or more but is " + value);
        }
    }
}
