package org.p13n.engine.ranking;

import java.util.List;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** How what is known of one shopper at one moment applies to products. */
final class Taste {
    private final ShopperProfile profile;
    private final long now;
    private final DeclaredTaste declared;

    Taste(ShopperProfile profile, long now) {
        this.profile = profile;
        this.now = now;
        declared = DeclaredTaste.of(profile.declared());
    }

    ShopperProfile profile() {
        return profile;
    }

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

    /** Like {@link #category}; what the shopper has declared of an attribute silences what was inferred of it. */
    double attributes(ItemFacts facts) {
        List<String> attributes = facts.attributes();
        double sum = 0;
        for (String attribute : attributes) {
            if (!declared.isAbout(attribute)) {
                sum += profile.attributeAffinity(attribute, now);
            }
        }
        return sum / (attributes.size() + 1);
    }

    double price(ItemFacts facts) {
        return profile.priceAffinity(facts.priceBand(), now);
    }

    double declared(ItemFacts facts) {
        return declared.fit(facts);
    }

    /** 0 for a product that was not shown in vain of late, growing towards 1; a half after {@code prior} times. */
    double ignored(ItemFacts facts, double prior) {
        double times = profile.ignored(facts.itemId(), now);
        return times > 0 ? times / (times + prior) : 0;
    }

    double returned(ItemFacts facts) {
        return profile.hasReturned(facts.itemId()) ? 1 : 0;
    }
}
