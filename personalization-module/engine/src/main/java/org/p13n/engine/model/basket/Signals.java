package org.p13n.engine.model.basket;

/** The signals of one candidate and how they are blended. */
final class Signals {
    /*
     * Counts act by their logarithm, so that the blend multiplies evidence; small constants keep it finite and are what
     * "no evidence" is worth. What a signal says depends on how many items are in the cart: one seed asks for what goes
     * with it, a long cart has told its theme. So each signal has a weight and a second one that is divided by the root of
     * the cart's size: one model for both, without a switch.
     */
    static final int LINEAR = 0;
    static final int LOG_LINEAR = 1;
    static final int CONDITIONAL = 2;
    static final int COSINE = 3;
    static final int STRONGEST = 4;
    static final int POPULARITY = 5;
    static final int COUNT = POPULARITY + Says.WINDOWS.length;

    private static final double NO_LINEAR = 0.003;
    private static final double NO_CONDITIONAL = 1e-4;
    private static final double NO_COSINE = 0.003;

    private Signals() {}

    /** The hand-set blend: what a gift shop's tail of training taught, rounded. */
    static double[] handSetBlend() {
        return new double[] {
            2.1, 1, -0.2, 0.4, 0.6, 0, 0, -0.8, 0.3, //
            -1.3, -0.6, 0, 1.5, -1, 0.2, 0.6, 0.2, 0.1
        };
    }

    /** Writes the weight of each signal in a cart of so many items. */
    static void weights(double[] blend, int cartSize, double[] weights) {
        double few = 1 / Math.sqrt(Math.max(1, cartSize));
        for (int i = 0; i < COUNT; i++) {
            weights[i] = blend[i] + few * blend[COUNT + i];
        }
    }

    static void evidence(
            double linear, double conditional, double cosine, double strongest, int cartSize, float[] signals) {
        signals[LINEAR] = (float) linear;
        signals[LOG_LINEAR] = (float) Math.log(NO_LINEAR + linear);
        signals[CONDITIONAL] = (float) Math.log(NO_CONDITIONAL + conditional / Math.max(1, cartSize));
        signals[COSINE] = (float) Math.log(NO_COSINE + cosine);
        signals[STRONGEST] = (float) Math.log(NO_LINEAR + strongest);
    }

    /** A first sieve before logarithms are taken: grows with all evidence. */
    static double sieve(double linear, double conditional, double cosine, int cartSize) {
        return (NO_LINEAR + linear) * Math.sqrt((NO_CONDITIONAL + conditional / cartSize) * (NO_COSINE + cosine));
    }
}
