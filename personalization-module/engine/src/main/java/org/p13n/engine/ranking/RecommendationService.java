package org.p13n.engine.ranking;

import java.util.List;
import java.util.function.Supplier;
import org.p13n.engine.model.Model;
import org.p13n.engine.profile.ItemCatalog;

/** Fills the recommendation widgets from the current model and the shopper's profile. Stateless and thread-safe. */
public final class RecommendationService {
    /**
     * A service over whatever model is current.
     *
     * @param model gives the model of the moment, never null; asked once per list
     */
    public RecommendationService(Supplier<Model> model, ItemCatalog catalog, RankingSettings settings) {}

    /** Best first, ties by item id; without the seeds; empty only if nothing is eligible. */
    public List<Recommendation> youMayAlsoLike(RecommendationRequest request) {
        return List.of();
    }

    /** One or two products that were really bought with the first seed, best first; mostly none. */
    public List<Recommendation> boughtTogether(RecommendationRequest request) {
        return List.of();
    }
}
