package org.p13n.engine.model.popularity;

import java.util.Arrays;

/** Exponentially decaying counts of dense numbers, in any order of time; 16 bytes each. */
final class FadingCounts {
    /*
     * Each count is kept as of the latest time it was touched. Unlike forward decay this knows no landmark and so no end
     * of time, which short half-lives would reach within years.
     */
    private final double decayPerMilli;
    private double[] values = new double[16];
    private long[] times = new long[16];

    FadingCounts(double halfLifeMillis) {
        decayPerMilli = Math.log(2) / halfLifeMillis;
    }

    /** Adds what happened then; never falls below 0. */
    void add(int number, double weight, long at) {
        if (number >= values.length) {
            int length = Math.max(number + 1, values.length * 2);
            values = Arrays.copyOf(values, length);
            times = Arrays.copyOf(times, length);
        }
        if (values[number] == 0) {
            times[number] = at;
        }
        if (at > times[number]) {
            values[number] = values[number] * faded(at - times[number]);
            times[number] = at;
        }
        values[number] = Math.max(0, values[number] + weight * faded(times[number] - at));
    }

    /** What is left of the count at that time. */
    double at(int number, long now) {
        return number < values.length ? values[number] * faded(Math.max(0, now - times[number])) : 0;
    }

    /** What one per millisecond over so long a time adds up to. */
    double steady(long millis) {
        return -Math.expm1(-decayPerMilli * millis) / decayPerMilli;
    }

    private double faded(long millis) {
        return Math.exp(-decayPerMilli * millis);
    }
}
