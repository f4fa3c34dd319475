package org.p13n.engine.model.session;

/** What the blend weighs: how a candidate's sums and figures become numbers of like size. Stateless. */
final class Features {
    /*
     * Sums: for the latest click, the one before it, and all earlier ones together, five relations each; then what the
     * session itself holds of the candidate. A relation enters as it is (for the few strong ones) and as a logarithm (for
     * the many weak ones). The logarithm is read off the float's bits, linear between powers of two: monotone, at most
     * 0.09 off, and some 20 times cheaper than Math.log, which would take most of a look-up's time.
     */
    static final int GROUPS = 3;

    static final int AFTER = 0;
    static final int BEFORE = 1;
    static final int COSINE = 2;
    static final int HOP = 3;
    static final int LIKENESS = 4;
    static final int RELATIONS = 5;

    static final int PAIRS = GROUPS * RELATIONS;
    static final int IS_LATEST = PAIRS;
    static final int IS_EARLIER = PAIRS + 1;
    static final int TIMES = PAIRS + 2;
    static final int SUMS = PAIRS + 3;

    private static final int OWN = 2 * PAIRS;
    private static final int ALONE = OWN + 4;
    /** Features of the item alone; the last ones. */
    static final int ALONE_COUNT = 5;

    static final int COUNT = ALONE + ALONE_COUNT;

    private static final float LINEAR = 10;
    private static final float FLOOR = 1e-3f;
    private static final float POPULARITY_FLOOR = 0.1f;
    private static final float AGE_FLOOR = 0.01f;
    private static final float LN_2 = 0.6931472f;
    private static final int MOST_TIMES = 4;
    private static final float LOG_OF_FLOOR = log(FLOOR);

    private Features() {}

    /** About ln(value) for a positive number. */
    static float log(float value) {
        return (Float.floatToRawIntBits(value) * (1f / (1 << 23)) - 127) * LN_2;
    }

    /** What a sum of a relation contributes as logarithm; exactly 0 for 0. */
    static float pairLog(float sum) {
        return log(sum + FLOOR) - LOG_OF_FLOOR;
    }

    /** Writes the features of a candidate whose sums begin at {@code at}. */
    static void read(float[] sums, int at, Standing standing, float[] to) {
        for (int i = 0; i < PAIRS; i++) {
            float sum = i % RELATIONS == COSINE ? sums[at + i] * standing.rarity : sums[at + i];
            to[i] = sum * LINEAR;
            to[PAIRS + i] = pairLog(sum);
        }
        to[OWN] = sums[at + IS_LATEST];
        to[OWN + 1] = sums[at + IS_EARLIER];
        to[OWN + 2] = Math.min(sums[at + TIMES], MOST_TIMES);
        to[OWN + 3] = sums[at + TIMES] > 0 ? 1 : 0;
        to[ALONE] = log(POPULARITY_FLOOR + standing.popularity);
        to[ALONE + 1] = log(1f + standing.clicks);
        to[ALONE + 2] = standing.age;
        to[ALONE + 3] = log(AGE_FLOOR + standing.age);
        to[ALONE + 4] = log(POPULARITY_FLOOR + standing.trend);
    }

    /** An item's figures at the moment of a look-up; scratch. */
    static final class Standing {
        float clicks;
        /** Share of the log that is newer than the item's latest click; 1 for an item without clicks. */
        float age;

        /** One over the root of all that came before and after it: what makes a sum a cosine. */
        float rarity;

        float popularity;
        float trend;
    }
}
