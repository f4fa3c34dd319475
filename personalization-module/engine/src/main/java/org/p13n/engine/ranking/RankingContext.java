package org.p13n.engine.ranking;

import org.p13n.engine.model.Model;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;

/** What every stage of one request may look at: the request and the one model that answers all of it. */
record RankingContext(RecommendationRequest request, Model model, ItemCatalog catalog, RankingSettings settings) {
    /** The facts of the product the list stands beside, or null if it stands beside none. */
    ItemFacts mainSeed() {
        long[] seeds = request.seedItemIds();
        return seeds.length == 0 ? null : catalog.facts(seeds[0]);
    }
}
