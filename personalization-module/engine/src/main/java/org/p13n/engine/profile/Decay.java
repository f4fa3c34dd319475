package org.p13n.engine.profile;

/** Exponential forgetting: a weight halves with every half-life that passes. */
record Decay(double halfLifeMillis) {
    private static final double LN_2 = Math.log(2);

    /** What is left at {@code now} of a weight that was right at {@code at}; a weight from the future has not decayed. */
    double weightAt(double weight, long at, long now) {
        return now <= at ? weight : weight * Math.exp(-LN_2 * (now - at) / halfLifeMillis);
    }

    /** Orders weights of different times: who is stronger at one moment is stronger at every moment. */
    double strength(double weight, long at) {
        return Math.log(Math.abs(weight)) / LN_2 + at / halfLifeMillis;
    }
}
