package org.p13n.engine.model.index;

/**
 * Exponential forgetting without touching what was stored: new contributions grow instead of old ones shrinking.
 *
 * @param landmark epoch milliseconds at which a contribution counts 1; the trainer's birth
 */
public record ForwardDecay(long landmark, double halfLifeMillis) {
    /*
     * Cormode et al., "Forward Decay", ICDE 2009. The factor doubles with every half-life of the process's life: with
     * the default of 30 days a double lasts for 80 years and a float with 180 days for 60.
     */
    private static final double LN_2 = Math.log(2);

    /** What a contribution made at that time is worth in stored units. */
    public double growth(long at) {
        return Math.exp(LN_2 * (at - landmark) / halfLifeMillis);
    }

    /** What a stored unit is worth at that time. */
    public double scale(long now) {
        return Math.exp(-LN_2 * (now - landmark) / halfLifeMillis);
    }
}
