package org.p13n.engine.model.item;

/**
 * How what was long ago fades.
 *
 * @param now epoch milliseconds at which things count 1
 * @param halfLifeMillis 0 = nothing fades
 */
record Fading(long now, long halfLifeMillis) {
    /** What something that happened then counts, 0 to 1. */
    double at(long time) {
        return over((double) now - time);
    }

    /** What something counts after so many milliseconds, 0 to 1. */
    double over(double millis) {
        return halfLifeMillis == 0 || millis <= 0 ? 1 : Math.pow(0.5, millis / halfLifeMillis);
    }
}
