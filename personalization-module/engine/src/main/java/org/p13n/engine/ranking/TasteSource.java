package org.p13n.engine.ranking;

import org.p13n.engine.model.Popularity;
import org.p13n.engine.profile.BrandAffinity;
import org.p13n.engine.profile.CategoryAffinity;
import org.p13n.engine.profile.ShopperProfile;

/** Recalls the popular products of the categories and brands that the shopper likes best. */
final class TasteSource implements CandidateSource {
    private static final int FAVOURITES = 6;
    private static final int RECALL = 24;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        Popularity popularity = context.model().popularity();
        ShopperProfile profile = context.request().profile();
        long now = context.request().now();
        for (BrandAffinity favourite : profile.topBrands(FAVOURITES, now)) {
            recall(popularity.topOfBrand(favourite.brand(), RECALL), pool);
        }
        for (CategoryAffinity favourite : profile.topCategories(FAVOURITES, now)) {
            recall(popularity.topInCategory(favourite.categoryId(), RECALL), pool);
        }
    }

    private static void recall(long[] itemIds, CandidatePool pool) {
        for (long itemId : itemIds) {
            pool.candidate(itemId);
        }
    }
}
