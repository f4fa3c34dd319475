package org.p13n.engine.ranking;

import java.util.List;

/**
 * One recommended product and why.
 *
 * @param evidence how many baskets or shopping sessions (or for the shopper's own taste, interactions) the reason rests
 *     on; 0 if it is the product itself that speaks, as for {@code SIMILAR} and {@code NEW}
 * @param becauseItemId the product that led to it, 0 if none did
 * @param shares what makes up the score, in the order of {@link Signal}
 */
public record Recommendation(
        long itemId, double score, Reason reason, long evidence, long becauseItemId, List<ScoreShare> shares) {
    public Recommendation {
        shares = List.copyOf(shares);
    }
}
