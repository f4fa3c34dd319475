package org.p13n.sample.data.simulation;

import java.util.SplittableRandom;

/** The distributions that the simulation draws from. */
final class Chance {
    private Chance() {}

    static boolean of(double probability, SplittableRandom random) {
        return random.nextDouble() < probability;
    }

    /** A count with that mean; exact for small means, which is all that is used here. */
    static int count(double mean, SplittableRandom random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A factor around 1: half of all shoppers are between 0.7 and 1.4. */
    static double activity(SplittableRandom random) {
        double bell = 0;
        for (int i = 0; i < 12; i++) {
            bell += random.nextDouble();
        }
        return Math.exp((bell - 6) * 0.5);
    }
}
