package org.p13n.engine.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.basket.BasketItem;
import org.p13n.engine.profile.ItemCatalog;

/** Fills the recommendation widgets from the current model and the shopper's profile. Stateless and thread-safe. */
public final class RecommendationService {
    private static final int LARGEST_BUNDLE = 2;

    /** So many are looked at for those that can be sold now. */
    private static final int BUNDLE_RECALL = 64;

    private final Supplier<Model> model;
    private final ItemCatalog catalog;
    private final RankingSettings settings;
    private final List<CandidateSource> sources = List.of(
            new NeighbourSource(),
            new ContentSource(),
            new SessionSource(),
            new HistorySource(),
            new DueSource(),
            new TasteSource(),
            new ShelfSource(),
            new FallbackSource());

    /**
     * A service over whatever model is current.
     *
     * @param model gives the model of the moment, never null; asked once per list
     */
    public RecommendationService(Supplier<Model> model, ItemCatalog catalog, RankingSettings settings) {
        this.model = model;
        this.catalog = catalog;
        this.settings = settings;
    }

    /**
     * Products for this shopper beside these seeds: best first, ties by item id, never a seed. With less and less
     * known, what was bought and viewed with the seeds gives way to the shopper's taste, to similar and popular
     * products, and at last to the newest. A shopper who has paused gets what a stranger gets.
     */
    public List<Recommendation> youMayAlsoLike(RecommendationRequest request) {
        RankingContext context = new RankingContext(request, model.get(), catalog, settings);
        CandidatePool pool = new CandidatePool(catalog, request.seedItemIds(), request.profile());
        sources.forEach(source -> source.offer(context, pool));
        Scorer scorer = new Scorer(context);
        for (Candidate candidate : pool.all()) {
            scorer.score(candidate);
        }
        return new BrandDiversity(settings.brandShare())
                .pick(pool.bestFirst(), request.limit(), request.eligible()).stream()
                        .map(Candidate::recommendation)
                        .toList();
    }

    /** One or two products that were really bought with the first seed, best first; often none. */
    public List<Recommendation> boughtTogether(RecommendationRequest request) {
        long[] seeds = request.seedItemIds();
        if (seeds.length == 0) {
            return List.of();
        }
        CandidatePool pool = new CandidatePool(catalog, seeds, request.profile());
        List<Recommendation> bundle = new ArrayList<>();
        int limit = Math.min(request.limit(), LARGEST_BUNDLE);
        List<BasketItem> companions = model.get().baskets().bundle(seeds[0], BUNDLE_RECALL, any -> true);
        for (BasketItem companion : companions) {
            Candidate candidate = bundle.size() < limit ? pool.candidate(companion.itemId()) : null;
            if (candidate != null && request.eligible().test(companion.itemId())) {
                double relative = Math.exp(companion.score() - companions.get(0).score());
                candidate.add(Signal.BOUGHT_TOGETHER, relative, seeds[0], companion.orders());
                candidate.settle();
                bundle.add(candidate.recommendation());
            }
        }
        return bundle;
    }
}
