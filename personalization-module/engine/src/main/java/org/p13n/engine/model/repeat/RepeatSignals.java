package org.p13n.engine.model.repeat;

/** The signals of one candidate of a next basket, and the hand-set blend of them. */
final class RepeatSignals {
    /*
     * All signals of the shopper's own purchases are 0 for items he never bought, so that "own" and its companions say how
     * repeating compares with trying: the blend decides between old and new in one list, without a quota.
     */
    static final int OWN = 0;
    static final int SHARE = 1;
    static final int BY_ORDER = 2;
    static final int BY_TIME = 3;
    static final int SINCE = 4;
    static final int LATENESS = 5;
    static final int UNTIMELY = 6;
    static final int RATE = 7;
    static final int TASTE = 8;
    static final int OWN_TASTE = 9;
    static final int SALES = 10;
    static final int OWN_LENGTH = 13;
    static final int KINDRED = 14;
    static final int OWN_KINDRED = 15;
    static final int COUNT = 16;

    /** Windows of popularity, in days. */
    static final int[] WINDOW_DAYS = {14, 60, 400};

    private static final double NOT_BOUGHT = 0.02;
    private static final double NO_TASTE = 0.003;
    private static final double NO_KINDRED = 1e-4;

    private RepeatSignals() {}

    static double[] handSetBlend() {
        return new double[] {0, 1, 0.3, 0.1, 0, -0.05, -0.02, 0.3, 0.6, -0.5, 0.3, -0.1, -0.1, 0.5, 0.4, 0};
    }

    static void write(Purchases purchases, int own, Rhythm rhythm, double rate, long now, float[] signals) {
        int times = purchases.times(own);
        double late = rhythm.lateness(purchases.daysSince(own, now));
        signals[OWN] = 1;
        signals[SHARE] = (float) times / purchases.orders();
        signals[BY_ORDER] = (float) Math.log(1 + purchases.decayedByOrder(own) / NOT_BOUGHT);
        signals[BY_TIME] = (float) Math.log(1 + purchases.decayedByTime(own) / NOT_BOUGHT);
        signals[SINCE] = (float) Math.log1p(purchases.ordersSince(own));
        signals[LATENESS] = (float) late;
        signals[UNTIMELY] = (float) (late * late);
        signals[RATE] = (float) Math.log(rate);
        signals[OWN_LENGTH] = (float) Math.log(purchases.orders());
    }

    static void writeTaste(double taste, float[] signals) {
        signals[TASTE] = (float) Math.log(NO_TASTE + taste);
        signals[OWN_TASTE] = signals[OWN] * signals[TASTE];
    }

    static void writeKindred(double likes, float[] signals) {
        signals[KINDRED] = (float) Math.log(NO_KINDRED + likes);
        signals[OWN_KINDRED] = signals[OWN] * signals[KINDRED];
    }
}
