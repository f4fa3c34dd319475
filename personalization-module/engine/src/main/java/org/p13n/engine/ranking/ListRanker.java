package org.p13n.engine.ranking;

import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ShopperProfile;

/** Re-orders the platform's own lists (search results, category pages) for one shopper. Stateless and thread-safe. */
public final class ListRanker {
    public ListRanker(ItemCatalog catalog, RankingSettings settings) {}

    /**
     * A permutation of the given items; ties keep the original order.
     *
     * @param strength 0 (the platform's own order) to 1
     */
    public RankedList rerank(long[] itemIds, ShopperProfile profile, double strength, long now) {
        return new RankedList(itemIds.clone());
    }
}
