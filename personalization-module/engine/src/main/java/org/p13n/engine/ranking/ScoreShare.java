package org.p13n.engine.ranking;

/** What one signal adds to a score. The shares of a score, added in their order, are exactly the score. */
public record ScoreShare(Signal signal, double amount) {
    public ScoreShare {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("A share of a score must be a number but " + signal + " is " + amount);
        }
    }
}
