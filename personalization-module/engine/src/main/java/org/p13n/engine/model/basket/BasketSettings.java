package org.p13n.engine.model.basket;

import java.time.Duration;

/**
 * The hyper-parameters of the basket model. Half-life, exponent, supports and ridge were compared on the last ninth of a gift
 * shop's training orders, where the optimum is flat; the other defaults are set by hand.
 *
 * @param pairHalfLife after how long an order's say about its pairs is halved; more than 0; default 90 days
 * @param sizeExponent how strongly the size of an order counts against each of its pairs: an order of n lines says
 *     (n-1)^-sizeExponent of each; 0 = not at all, 1 = every line has one voice to give; 0 to 1; default 0.5
 * @param mostLines orders of more lines teach popularity but no pairs, against absurd orders; 0 = no order teaches pairs;
 *     default 1,200
 * @param ordersPerShopper how many of a shopper's orders count within 30 days; 0 = all; default 30
 * @param rowCandidates companions of an item that training looks at, most often bought together first; at least 8; default
 *     1,024
 * @param companionsPerItem companions published per item by how often they were bought together, and as many by linear
 *     weight; at least 1; default 150
 * @param supports from how many other items the presence of an item is predicted; 0 = no linear weights, conditional
 *     probabilities stand in for them; default 100
 * @param solvedItems for how many items, most bought of late first, the weights are solved for; all others get the
 *     diagonal's approximation; 0 = for none; default 20,000
 * @param ridge evidence against every weight, in orders of today; more than 0; default 7
 * @param ridgeShare evidence against a weight as a share of the supporting item's own orders; 0 = none; default 0.2
 * @param tailShare share of the latest orders that the blend of the signals is learned from; 0 = the hand-set blend is
 *     used; below 1; default 0.1
 * @param tailOrders at most so many of them; default 2,000
 * @param priorChoices how many choices the hand-set blend is worth; more than 0; default 100
 * @param leastEvidence how many orders must hold a pair for it to be offered as a bundle; at least 1; default 2
 * @param smallShopOrders number of orders below which one is evidence enough; 0 = never; default 100
 */
public record BasketSettings(
        Duration pairHalfLife,
        double sizeExponent,
        int mostLines,
        int ordersPerShopper,
        int rowCandidates,
        int companionsPerItem,
        int supports,
        int solvedItems,
        double ridge,
        double ridgeShare,
        double tailShare,
        int tailOrders,
        double priorChoices,
        int leastEvidence,
        int smallShopOrders) {

    public BasketSettings {
        within("pairHalfLife in ms", pairHalfLife.toMillis(), 1, Double.MAX_VALUE);
        within("sizeExponent", sizeExponent, 0, 1);
        within("mostLines", mostLines, 0, Integer.MAX_VALUE);
        within("ordersPerShopper", ordersPerShopper, 0, Integer.MAX_VALUE);
        within("rowCandidates", rowCandidates, 8, Integer.MAX_VALUE);
        within("companionsPerItem", companionsPerItem, 1, Integer.MAX_VALUE);
        within("supports", supports, 0, 1_000);
        within("solvedItems", solvedItems, 0, Integer.MAX_VALUE);
        within("ridge", ridge, Double.MIN_NORMAL, Double.MAX_VALUE);
        within("ridgeShare", ridgeShare, 0, Double.MAX_VALUE);
        within("tailShare", tailShare, 0, Math.nextDown(1.0));
        within("tailOrders", tailOrders, 0, Integer.MAX_VALUE);
        within("priorChoices", priorChoices, Double.MIN_NORMAL, Double.MAX_VALUE);
        within("leastEvidence", leastEvidence, 1, Integer.MAX_VALUE);
        within("smallShopOrders", smallShopOrders, 0, Integer.MAX_VALUE);
    }

    public static BasketSettings defaults() {
        return new BasketSettings(
                Duration.ofDays(90), 0.5, 1_200, 30, 1_024, 150, 100, 20_000, 7, 0.2, 0.1, 2_000, 100, 2, 100);
    }

    /** The same with the hand-set blend: for models that need the pairs and linear weights only. */
    public BasketSettings withoutLearning() {
        return new BasketSettings(
                pairHalfLife,
                sizeExponent,
                mostLines,
                ordersPerShopper,
                rowCandidates,
                companionsPerItem,
                supports,
                solvedItems,
                ridge,
                ridgeShare,
                0,
                tailOrders,
                priorChoices,
                leastEvidence,
                smallShopOrders);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Basket setting " + name + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
