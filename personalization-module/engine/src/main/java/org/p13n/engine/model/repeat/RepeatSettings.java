package org.p13n.engine.model.repeat;

import java.time.Duration;

/**
 * The hyper-parameters of next basket and replenishment. Which signals there are was decided on the last but one baskets of
 * a gift shop's customers; the defaults here are set by hand or published ones and have not been searched.
 *
 * @param latestOrders of a shopper, so many are looked at; the cap on one shopper's influence; at least 2; default 100
 * @param orderDecay what an order counts against the next later one; 0 = only the last counts, 1 = all alike; default 0.9
 * @param tasteDecay the same where taste for items never bought is asked; default 0.7
 * @param ownHalfLife after how long a purchase counts half by time; more than 0; default 90 days
 * @param companions items never bought that are looked at beside the shopper's own; 0 = none; default 60
 * @param kindred so many shoppers with the latest orders are kept for comparison; 0 = none; default 20,000
 * @param neighbours how many of them, the nearest, tell what somebody may like; 0 = none; default 300
 * @param intervalPrior how many intervals the product's own rhythm is worth against the shopper's with it, and the
 *     category's against the product's; more than 0; default 3
 * @param ratePrior how many chances to buy again the mean rate is worth against the product's; more than 0; default 5
 * @param gapPrior how many gaps the usual gap between two orders is worth against the shopper's; more than 0; default 2
 * @param choosers so many shoppers at most teach the blend, those with the latest orders; 0 = the hand-set blend is used;
 *     default 5,000
 * @param priorChoices how many choices the hand-set blend is worth; more than 0; default 50
 */
public record RepeatSettings(
        int latestOrders,
        double orderDecay,
        double tasteDecay,
        Duration ownHalfLife,
        int companions,
        int kindred,
        int neighbours,
        double intervalPrior,
        double ratePrior,
        double gapPrior,
        int choosers,
        double priorChoices) {

    public RepeatSettings {
        within("latestOrders", latestOrders, 2, 10_000);
        within("orderDecay", orderDecay, 0, 1);
        within("tasteDecay", tasteDecay, 0, 1);
        within("ownHalfLife in ms", ownHalfLife.toMillis(), 1, Double.MAX_VALUE);
        within("companions", companions, 0, 10_000);
        within("kindred", kindred, 0, Integer.MAX_VALUE);
        within("neighbours", neighbours, 0, 10_000);
        within("intervalPrior", intervalPrior, Double.MIN_NORMAL, Double.MAX_VALUE);
        within("ratePrior", ratePrior, Double.MIN_NORMAL, Double.MAX_VALUE);
        within("gapPrior", gapPrior, Double.MIN_NORMAL, Double.MAX_VALUE);
        within("choosers", choosers, 0, Integer.MAX_VALUE);
        within("priorChoices", priorChoices, Double.MIN_NORMAL, Double.MAX_VALUE);
    }

    public static RepeatSettings defaults() {
        return new RepeatSettings(100, 0.9, 0.7, Duration.ofDays(90), 60, 20_000, 300, 3, 5, 2, 5_000, 50);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Repeat setting " + name + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
