package org.p13n.engine.model.popularity;

import org.p13n.engine.event.Hash;

/** Draws from Beta distributions, the same for the same seed on every machine and every version of Java. */
final class BetaDraw {
    /*
     * Beta(a, b) = X / (X + Y) with X ~ Gamma(a), Y ~ Gamma(b). Gamma by Marsaglia and Tsang ("A simple method for
     * generating gamma variables", TOMS 2000), below 1 by their Gamma(a + 1) × U^(1/a), in logarithms since U^(1/a)
     * underflows for tiny a. Numbers come from a counter through Murmur's finalizer (as in SplitMix64).
     */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private BetaDraw(long seed) {
        state = Hash.mix(seed);
    }

    static double draw(double a, double b, long seed) {
        BetaDraw random = new BetaDraw(seed);
        double x = random.logGamma(a);
        double y = random.logGamma(b);
        return 1 / (1 + Math.exp(y - x));
    }

    /** Between 0 and 1, for a decision that must be the same for the same seed. */
    static double uniform(long seed) {
        return new BetaDraw(seed).uniform();
    }

    private double logGamma(double shape) {
        if (shape < 1) {
            return logGamma(shape + 1) + Math.log(uniform()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = normal();
            double root = 1 + c * normal;
            double cube = root * root * root;
            if (cube > 0 && Math.log(uniform()) < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
                return Math.log(d * cube);
            }
        }
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    }

    /** Above 0, below 1. */
    private double uniform() {
        state += GOLDEN;
        return ((Hash.mix(state) >>> 11) + 0.5) * UNIT;
    }
}
