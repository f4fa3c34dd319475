package org.p13n.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Seeded shopping sessions: popularity by Zipf's law, each session within a few neighbourhoods of alike products. */
final class SampleSessions {
    private static final double CONTINUES = 0.78;
    private static final double STAYS_NEAR = 0.7;
    private static final int NEAR = 50;
    private static final int LONGEST = 50;

    private final int products;
    private final double logProducts;
    private final SplittableRandom random;

    SampleSessions(int products, long seed) {
        this.products = products;
        logProducts = Math.log(products);
        random = new SplittableRandom(seed);
    }

    /** Some 4.5 clicks on average, each on a popular product or on one near the click before. */
    long[] session() {
        long[] clicks = new long[LONGEST];
        int length = 0;
        do {
            boolean near = length > 0 && random.nextDouble() < STAYS_NEAR;
            clicks[length] = near ? near(clicks[length - 1]) : popular();
            length++;
        } while (length < LONGEST && random.nextDouble() < CONTINUES);
        return Arrays.copyOf(clicks, length);
    }

    /** With density 1/x: rank r is r times less popular than the first. */
    private long popular() {
        return scatter((long) Math.exp(random.nextDouble() * logProducts) - 1);
    }

    private long near(long item) {
        return item / NEAR * NEAR + random.nextInt(NEAR);
    }

    /** So that neighbourhoods hold popular and rare products alike. */
    private long scatter(long rank) {
        return rank * 7_919_317 % products;
    }
}
