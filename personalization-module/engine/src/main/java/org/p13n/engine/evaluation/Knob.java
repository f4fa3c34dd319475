package org.p13n.engine.evaluation;

import java.util.Random;

/**
 * One number that a tuner may turn, within bounds.
 *
 * @param name of the hyper-parameter
 * @param least lowest value, included
 * @param most highest value, included
 * @param byFactor whether it is a scale, such as a half-life, on which doubling is a step like any other; then both bounds
 *     must be above 0
 */
public record Knob(String name, double least, double most, boolean byFactor) {
    public Knob {
        if (!(least <= most) || Double.isInfinite(least) || Double.isInfinite(most) || byFactor && !(least > 0)) {
            throw new IllegalArgumentException("Knob " + name
                    + " must have finite bounds, above 0 if it is a scale, but has " + least + " and " + most);
        }
    }

    /** Any value, each as likely. */
    double anywhere(Random random) {
        return at(random.nextDouble());
    }

    /** A value near another one. */
    double near(double value, double spread, Random random) {
        return at(Math.min(1, Math.max(0, place(value) + spread * random.nextGaussian())));
    }

    private double at(double place) {
        double value = byFactor
                ? Math.exp(Math.log(least) + place * (Math.log(most) - Math.log(least)))
                : least + place * (most - least);
        return Math.min(most, Math.max(least, value));
    }

    private double place(double value) {
        double inside = Math.min(most, Math.max(least, value));
        double width = byFactor ? Math.log(most) - Math.log(least) : most - least;
        double offset = byFactor ? Math.log(inside) - Math.log(least) : inside - least;
        return width == 0 ? 0 : offset / width;
    }
}
