package org.p13n.engine.ranking;

import org.p13n.engine.model.Popularity;
import org.p13n.engine.profile.ItemFacts;

/** Recalls what is popular in the categories and the brand of the product that the list stands beside. */
final class ShelfSource implements CandidateSource {
    private static final int RECALL = 24;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        ItemFacts seed = context.mainSeed();
        if (seed == null) {
            return;
        }
        Popularity popularity = context.model().popularity();
        for (long categoryId : seed.categoryIds()) {
            for (long itemId : popularity.topInCategory(categoryId, RECALL)) {
                pool.candidate(itemId);
            }
        }
        if (seed.brand() != null) {
            for (long itemId : popularity.topOfBrand(seed.brand(), RECALL)) {
                pool.candidate(itemId);
            }
        }
    }
}
