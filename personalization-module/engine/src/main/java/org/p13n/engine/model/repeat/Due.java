package org.p13n.engine.model.repeat;

/**
 * When a shopper is likely to need an item again.
 *
 * @param expectedAt epoch milliseconds of the middle of the distribution; may be in the past: overdue
 * @param earliestAt one standard deviation earlier
 * @param latestAt one standard deviation later
 * @param ownIntervals how many intervals between purchases of this shopper stand behind it
 * @param itemIntervals how many of all shoppers
 */
public record Due(long expectedAt, long earliestAt, long latestAt, int ownIntervals, int itemIntervals) {
    private static final double DAY = 86_400_000;

    /** In how many days from now; negative = overdue. */
    public double days(long now) {
        return (expectedAt - now) / DAY;
    }
}
