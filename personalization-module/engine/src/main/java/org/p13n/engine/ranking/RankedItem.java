package org.p13n.engine.ranking;

import java.util.List;

/**
 * Where one product of a re-ordered list went and why.
 *
 * @param position its new place, 0 is the top
 * @param originalPosition the place the platform gave it
 * @param shares what makes up the score, in the order of {@link Signal}
 */
public record RankedItem(long itemId, int position, int originalPosition, double score, List<ScoreShare> shares) {
    public RankedItem {
        shares = List.copyOf(shares);
    }
}
