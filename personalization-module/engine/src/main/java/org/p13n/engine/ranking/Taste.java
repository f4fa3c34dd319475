package org.p13n.engine.ranking;

import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** How one shopper's affinities at one moment apply to products. */
record Taste(ShopperProfile profile, long now) {
    double brand(ItemFacts facts) {
        return profile.brandAffinity(facts.brand(), now);
    }

    /**
     * The affinities to the product's categories and their ancestors, summed over one more than their number: the more
     * of the path is liked, the better, and a product that hangs on a liked root alone gains little.
     */
    double category(ItemFacts facts) {
        long[] categoryIds = facts.categoryIds();
        double sum = 0;
        for (long categoryId : categoryIds) {
            sum += profile.categoryAffinity(categoryId, now);
        }
        return sum / (categoryIds.length + 1);
    }
}
