package org.p13n.engine.model.item;

import java.time.Duration;

/**
 * The hyper-parameters of the item-to-item lists. The defaults of distance, backward share and shrinkage were chosen on
 * the last but one product of each history of a public data set of reviews, never on the last.
 *
 * @param window how many moments of a shopper lie at most between two products that make a step; a moment is one order,
 *     or one view; 0 = only what happens at the same moment; default 50
 * @param partners how many touches before and how many after a touch are looked at, against robots; 0 = none, so that
 *     nothing is learned; default 200
 * @param distancePower a step over d moments counts 1/d to this power; 0 = distance does not matter; default 0.5
 * @param backward what a step counts against its direction when it counts 1 along it; 0 = nothing, 1 = direction does
 *     not matter; default 0.5
 * @param gapHalfLife the time between two touches that halves the step; 0 = time between them does not matter; default
 *     180 days
 * @param ageHalfLife after how long a step's say is halved; 0 = never; default 365 days
 * @param cartSay what a product in the cart counts when a bought one counts 1; 0 to 1; default 0.5
 * @param orderPower a line of an order of n lines counts 1/n to half this power, so that a pair within it counts 1/n to
 *     the whole; 0 = large orders count like small ones; default 1
 * @param touchesPerShopper the latest touches of a shopper that count, as a cap on one shopper's influence; 0 = nothing
 *     is learned; default 500
 * @param shrinkage added to the geometric mean of two products' shoppers under the fraction: so many shoppers of both
 *     halve a similarity; 0 = plain cosine; default 25
 * @param neighbours kept per product; at least 1; default 150
 */
public record ItemSettings(
        int window,
        int partners,
        double distancePower,
        double backward,
        Duration gapHalfLife,
        Duration ageHalfLife,
        double cartSay,
        double orderPower,
        int touchesPerShopper,
        double shrinkage,
        int neighbours) {

    public ItemSettings {
        within("window", window, 0, Integer.MAX_VALUE);
        within("partners", partners, 0, Integer.MAX_VALUE);
        within("distancePower", distancePower, 0, 10);
        within("backward", backward, 0, 1);
        within("gapHalfLife in ms", gapHalfLife.toMillis(), 0, Long.MAX_VALUE);
        within("ageHalfLife in ms", ageHalfLife.toMillis(), 0, Long.MAX_VALUE);
        within("cartSay", cartSay, 0, 1);
        within("orderPower", orderPower, 0, 10);
        within("touchesPerShopper", touchesPerShopper, 0, Integer.MAX_VALUE);
        within("shrinkage", shrinkage, 0, 1e9);
        within("neighbours", neighbours, 1, Integer.MAX_VALUE);
    }

    public static ItemSettings defaults() {
        return new ItemSettings(50, 200, 0.5, 0.5, Duration.ofDays(180), Duration.ofDays(365), 0.5, 1, 500, 25, 150);
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Item setting " + name + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
