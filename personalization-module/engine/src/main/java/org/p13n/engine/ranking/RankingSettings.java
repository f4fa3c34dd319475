package org.p13n.engine.ranking;

import org.p13n.engine.event.ShoppingSessions;

/**
 * The hyper-parameters of ranking. A weight says what a signal at its full strength of 1 adds to a score; 0 switches the
 * signal off.
 *
 * @param alsoBought weight of co-purchase with a seed; default 1
 * @param alsoViewed weight of co-viewing with a seed; default 0.5
 * @param next weight of what comes next in the current shopping session; default 0.2
 * @param longTerm weight of what fits what the shopper has bought so far; default 0.2
 * @param due weight of being due to be bought again; default 0.5
 * @param content weight of likeness by texts, attributes and price to a seed of which nothing else is known; default 0.5
 * @param contentPrior purchases of a seed that halve that; 0 = any purchase silences it; default 5
 * @param history weight of the shopper's own latest products relative to a seed; default 0.25
 * @param historyItems how many of the shopper's latest products count; 0 = none; default 5
 * @param brandAffinity default 0.3
 * @param categoryAffinity default 0.3
 * @param attributeAffinity default 0.2
 * @param priceAffinity default 0.1
 * @param declared weight of what the shopper has declared: one fitting answer adds half of it, which should be more than
 *     any affinity that is only inferred adds; default 1.5
 * @param similar weight of likeness to the first seed; default 0.15
 * @param popularity default 0.1
 * @param novelty weight of being the newest; default 0.01
 * @param evidencePrior baskets or sessions that make half of the confidence in a neighbour; 0 = one is full proof;
 *     default 1
 * @param brandShare the largest part of a list that one brand may take while others are to be had; 1 = no cap; default
 *     0.5
 * @param ignored what being shown in vain takes off at most; default 0.5
 * @param ignoredPrior in how many lists a product must have been shown in vain for half of that; more than 0; default 8
 * @param returned what having been cancelled or returned takes off; default 0.5
 * @param listSession weight of the current shopping session in lists relative to the lasting affinities; default 0.8
 * @param listReach how far full affinity carries a product at strength 1, in lengths of the list; default 3
 * @param sessions when a shopping session ends; default after 30 minutes of inactivity
 */
public record RankingSettings(
        double alsoBought,
        double alsoViewed,
        double next,
        double longTerm,
        double due,
        double content,
        double contentPrior,
        double history,
        int historyItems,
        double brandAffinity,
        double categoryAffinity,
        double attributeAffinity,
        double priceAffinity,
        double declared,
        double similar,
        double popularity,
        double novelty,
        double evidencePrior,
        double brandShare,
        double ignored,
        double ignoredPrior,
        double returned,
        double listSession,
        double listReach,
        ShoppingSessions sessions) {
    public RankingSettings {
        notNegative("alsoBought", alsoBought);
        notNegative("alsoViewed", alsoViewed);
        notNegative("next", next);
        notNegative("longTerm", longTerm);
        notNegative("due", due);
        notNegative("content", content);
        notNegative("contentPrior", contentPrior);
        notNegative("history", history);
        notNegative("historyItems", historyItems);
        notNegative("brandAffinity", brandAffinity);
        notNegative("categoryAffinity", categoryAffinity);
        notNegative("attributeAffinity", attributeAffinity);
        notNegative("priceAffinity", priceAffinity);
        notNegative("declared", declared);
        notNegative("similar", similar);
        notNegative("popularity", popularity);
        notNegative("novelty", novelty);
        notNegative("evidencePrior", evidencePrior);
        notNegative("brandShare", brandShare);
        notNegative("ignored", ignored);
        notNegative("ignoredPrior", ignoredPrior);
        if (ignoredPrior == 0) {
            throw new IllegalArgumentException("Ranking setting ignoredPrior must be more than 0 but is 0.0");
        }
        notNegative("returned", returned);
        notNegative("listSession", listSession);
        notNegative("listReach", listReach);
    }

    public static RankingSettings defaults() {
        return of(ShoppingSessions.USUAL);
    }

    /** The defaults with sessions that end otherwise. */
    public static RankingSettings of(ShoppingSessions sessions) {
        return new RankingSettings(
                1, 0.5, 0.2, 0.2, 0.5, 0.5, 5, 0.25, 5, 0.3, 0.3, 0.2, 0.1, 1.5, 0.15, 0.1, 0.01, 1, 0.5, 0.5, 8, 0.5,
                0.8, 3, sessions);
    }

    private static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Ranking setting " + name + " must be 0 or more but is " + value);
        }
    }
}
