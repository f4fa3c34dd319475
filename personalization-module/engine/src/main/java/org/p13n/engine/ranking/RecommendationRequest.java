package org.p13n.engine.ranking;

import java.util.function.LongPredicate;
import org.p13n.engine.profile.ShopperProfile;

/**
 * What a list of recommendations is wanted for.
 *
 * @param profile the shopper's; that of a shopper who has paused becomes an empty one
 * @param seedItemIds the products the list stands beside, the most important first; may be empty; never recommended
 * @param eligible whether a product may be shown right now: active, in stock, not in the cart; asked only for products
 *     that are good enough for the list
 * @param limit how many are wanted, 0 or more
 * @param now epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecommendationRequest(
        ShopperProfile profile, long[] seedItemIds, LongPredicate eligible, int limit, long now) {
    public RecommendationRequest {
        if (limit < 0) {
            throw new IllegalArgumentException("The number of recommendations must be 0 or more but is " + limit);
        }
        profile = profile.paused() ? ShopperProfile.empty(profile.shopperId()) : profile;
        seedItemIds = seedItemIds.clone();
    }
}
