package org.p13n.engine.model.content;

/**
 * What shoppers did and what products are like, as one score: who has no history is judged by content, and with every
 * interaction history counts more. A shrunken mean, no threshold.
 *
 * @param prior how many observations of behaviour content is worth; 0 = content counts only where nothing was observed;
 *     default 10, of which half or the double do as well
 * @param scale the score of behaviour that full likeness usually stands for; more than 0; default 0.01, better
 *     {@linkplain #calibrated measured}
 */
public record EvidenceBlend(double prior, double scale) {
    /*
     * score = (n × behaviour + m × scale × likeness) / (n + m) with n observations and a prior of m: the posterior mean of
     * a rate whose prior mean is what content lets expect. Between content and behaviour for every n, monotone in both,
     * and a difference of at most m / (n + m) of the prior's error remains.
     */
    public static final EvidenceBlend DEFAULTS = new EvidenceBlend(10, 0.01);

    public EvidenceBlend {
        if (!(prior >= 0 && prior < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The prior of a blend must be 0 or more but is " + prior);
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The scale of a blend must be more than 0 but is " + scale);
        }
    }

    /**
     * The blended score.
     *
     * @param behaviour what behaviour says, such as the probability that who bought one buys the other
     * @param evidence how many observations that rests on, such as the baskets with the one; 0 or less = none
     * @param likeness of the two by content, 0 to 1
     */
    public double score(double behaviour, double evidence, double likeness) {
        return evidence > 0 ? (evidence * behaviour + prior * scale * likeness) / (evidence + prior) : scale * likeness;
    }

    /** How much of {@link #score} comes from content. */
    public double contentShare(double evidence, double likeness) {
        return evidence > 0 ? prior * scale * likeness / (evidence + prior) : scale * likeness;
    }

    /** Measures the scale on pairs that have both: the slope of behaviour over likeness, each pair weighing its evidence. */
    public static final class Calibration {
        private double product;
        private double square;

        public void add(double behaviour, double evidence, double likeness) {
            if (evidence > 0 && likeness > 0 && Double.isFinite(behaviour)) {
                product += evidence * behaviour * likeness;
                square += evidence * likeness * likeness;
            }
        }
    }

    /** This blend with the measured scale; unchanged if nothing could be measured. */
    public EvidenceBlend calibrated(Calibration calibration) {
        double slope = calibration.product / calibration.square;
        return slope > 0 && slope < Double.POSITIVE_INFINITY ? new EvidenceBlend(prior, slope) : this;
    }
}
