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

    static double log(double days) {
        return Math.log(Math.max(LEAST_DAYS, days));
    }

    double days(double deviations) {
        return Math.exp(meanLog + deviations * deviation);
    }

    /** How late something is that was bought so many days ago, in standard deviations; below 0 = it is early. */
    double lateness(double daysAgo) {
        return (log(daysAgo) - meanLog) / deviation;
    }
}
