package org.p13n.engine.model.repeat;

/**
 * How long it takes until something is bought again, as a log-normal distribution.
 *
 * @param meanLog mean of the logarithm of days
 * @param deviation standard deviation of it
 * @param intervals how many observed intervals stand behind it
 */
record Rhythm(double meanLog, double deviation, int intervals) {
    private static final double LEAST_DAYS = 0.5;
    private static final double MOST_DEVIATIONS = 3;

    static double log(double days) {
        return Math.log(Math.max(LEAST_DAYS, days));
    }

    double days(double deviations) {
        return Math.exp(meanLog + deviations * deviation);
    }

    /** How late something is that was bought so many days ago, in standard deviations, at most 3; below 0 = early. */
    double lateness(double daysAgo) {
        double late = (log(daysAgo) - meanLog) / deviation;
        return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, late));
    }
}
