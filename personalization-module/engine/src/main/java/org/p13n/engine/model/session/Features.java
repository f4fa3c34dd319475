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
    /** How many of the session's products have it as neighbour. */
    static final int SUPPORTERS = PAIRS;
    /** Which product was counted last as supporter. */
    static final int LAST_SUPPORTER = PAIRS + 1;

    static final int TIMES = PAIRS + 2;
    static final int IS_LATEST = PAIRS + 3;
    static final int IS_SECOND = PAIRS + 4;
    static final int IS_FIRST = PAIRS + 5;
    /** Decayed by how many clicks ago, summed over its clicks. */
    static final int DECAYED = PAIRS + 6;
    /** One over how many clicks ago it was clicked last. */
    static final int NEARNESS = PAIRS + 7;
    /** How often it followed, in this very session, the product that is the latest now. */
    static final int FOLLOWED = PAIRS + 8;

    static final int SUMS = PAIRS + 9;

    /** Where the features of being supported begin; before them are those of pairs. */
    static final int SUPPORT = 2 * PAIRS;
    /** Where the features of being in the session begin. */
    static final int OWN = SUPPORT + 2;
    /** Where the features of the item alone begin. */
    static final int ALONE = OWN + 8;

    static final int COUNT = ALONE + 5;

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
        to[SUPPORT] = sums[at + SUPPORTERS];
        to[SUPPORT + 1] = log(1 + sums[at + SUPPORTERS]);
        to[OWN] = Math.min(sums[at + TIMES], MOST_TIMES);
        to[OWN + 1] = sums[at + TIMES] > 0 ? 1 : 0;
        to[OWN + 2] = sums[at + IS_LATEST];
        to[OWN + 3] = sums[at + IS_SECOND];
        to[OWN + 4] = sums[at + IS_FIRST];
        to[OWN + 5] = sums[at + DECAYED];
        to[OWN + 6] = sums[at + NEARNESS];
        to[OWN + 7] = sums[at + FOLLOWED];
        to[ALONE] = log(POPULARITY_FLOOR + standing.popularity);
        to[ALONE + 1] = log(1f + standing.clicks);
        to[ALONE + 2] = standing.age;
        to[ALONE + 3] = log(AGE_FLOOR + standing.age);
        to[ALONE + 4] = log(POPULARITY_FLOOR + standing.trend);
    }

    /** The same as the sum of features * weights, but passes over groups of which nothing is known: they add 0. */
    static float score(float[] sums, int at, Standing standing, float[] weights) {
        float supporters = sums[at + SUPPORTERS];
        float score = supporters * weights[SUPPORT] + log(1 + supporters) * weights[SUPPORT + 1];
        for (int group = 0; group < PAIRS && supporters > 0; group += RELATIONS) {
            if (sums[at + group + COSINE] + sums[at + group + HOP] > 0) {
                score += pairs(sums, at + group, standing.rarity, weights, group);
            }
        }
        if (sums[at + TIMES] > 0) {
            score += own(sums, at, weights);
        }
        return score
                + log(POPULARITY_FLOOR + standing.popularity) * weights[ALONE]
                + log(1f + standing.clicks) * weights[ALONE + 1]
                + standing.age * weights[ALONE + 2]
                + log(AGE_FLOOR + standing.age) * weights[ALONE + 3]
                + log(POPULARITY_FLOOR + standing.trend) * weights[ALONE + 4];
    }

    private static float pairs(float[] sums, int at, float rarity, float[] weights, int first) {
        float cosine = sums[at + COSINE] * rarity;
        return LINEAR
                        * (sums[at + AFTER] * weights[first + AFTER]
                                + sums[at + BEFORE] * weights[first + BEFORE]
                                + cosine * weights[first + COSINE]
                                + sums[at + HOP] * weights[first + HOP]
                                + sums[at + LIKENESS] * weights[first + LIKENESS])
                + pairLog(sums[at + AFTER]) * weights[PAIRS + first + AFTER]
                + pairLog(sums[at + BEFORE]) * weights[PAIRS + first + BEFORE]
                + pairLog(cosine) * weights[PAIRS + first + COSINE]
                + pairLog(sums[at + HOP]) * weights[PAIRS + first + HOP]
                + pairLog(sums[at + LIKENESS]) * weights[PAIRS + first + LIKENESS];
    }

    private static float own(float[] sums, int at, float[] weights) {
        return Math.min(sums[at + TIMES], MOST_TIMES) * weights[OWN]
                + weights[OWN + 1]
                + sums[at + IS_LATEST] * weights[OWN + 2]
                + sums[at + IS_SECOND] * weights[OWN + 3]
                + sums[at + IS_FIRST] * weights[OWN + 4]
                + sums[at + DECAYED] * weights[OWN + 5]
                + sums[at + NEARNESS] * weights[OWN + 6]
                + sums[at + FOLLOWED] * weights[OWN + 7];
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
