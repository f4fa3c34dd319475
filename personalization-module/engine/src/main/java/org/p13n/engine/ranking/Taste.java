package org.p13n.engine.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/**
 * How what is known of one shopper at one moment applies to products. Owned by one request: an affinity is computed when it
 * is asked for first, for hundreds of products share their brands, categories and attributes.
 */
final class Taste {
    private final Map<String, Double> brands = new HashMap<>();
    private final Map<String, Double> attributes = new HashMap<>();
    private final Map<Long, Double> categories = new HashMap<>();
    private final double[] prices = new double[ItemFacts.PRICE_BANDS + 1];
    private final ShopperProfile profile;
    private final long now;
    private final DeclaredTaste declared;

    Taste(ShopperProfile profile, long now) {
        this.profile = profile;
        this.now = now;
        declared = DeclaredTaste.of(profile.declared());
        Arrays.setAll(prices, band -> profile.priceAffinity(band, now));
    }

    ShopperProfile profile() {
        return profile;
    }

    double brand(ItemFacts facts) {
        return brands.computeIfAbsent(facts.brand(), brand -> profile.brandAffinity(brand, now));
    }

    /**
     * The affinities to the product's categories and their ancestors, summed over one more than their number: the more
     * of the path is liked, the better, and a product that hangs on a liked root alone gains little.
     */
    double category(ItemFacts facts) {
        long[] categoryIds = facts.categoryIds();
        double sum = 0;
        for (long categoryId : categoryIds) {
            sum += categories.computeIfAbsent(categoryId, id -> profile.categoryAffinity(id, now));
        }
        return sum / (categoryIds.length + 1);
    }

    /**
     * Like {@link #category} over the attributes' names: a name with several values, as the sizes in which a shirt is to
     * be had, counts with the best of them. What the shopper has declared of an attribute silences what was inferred.
     */
    double attributes(ItemFacts facts) {
        String last = null;
        double best = 0;
        double sum = 0;
        int names = 0;
        for (String attribute : facts.attributes()) {
            if (last == null || !ItemFacts.haveOneName(last, attribute)) {
                sum += best;
                best = 0;
                names++;
            }
            last = attribute;
            if (!declared.isAbout(attribute)) {
                best = Math.max(
                        best, attributes.computeIfAbsent(attribute, each -> profile.attributeAffinity(each, now)));
            }
        }
        return (sum + best) / (names + 1);
    }

    double price(ItemFacts facts) {
        return prices[facts.priceBand()];
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
