package org.p13n.broadleaf.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.ranking.Recommendation;
import org.p13n.engine.ranking.RecommendationRequest;
import org.p13n.engine.ranking.RecommendationService;

/** The products for a widget: chosen by the engine, then checked with the platform at the moment of rendering. */
public final class ProductRecommendations {
    /*
     * The engine's candidates are first judged by what the module remembers of the catalog, which costs nothing; only
     * those that would be shown are then loaded, in one query, and asked whether they are really on the shelf. The few
     * that are not are refused and the engine is asked again.
     */
    private static final int MOST_ROUNDS = 3;

    private static final int SPARE = 4;

    private final RecommendationService engine;
    private final ShopperProfiles profiles;
    private final CatalogFacts catalog;
    private final Shelf shelf;
    private final long budgetNanos;
    private final Counters counters;
    private final LongSupplier clock = System::currentTimeMillis;

    /**
     * What a widget stands for.
     *
     * @param seeds the products that the list stands beside, the most important first
     * @param excluded what must not be shown, beside the seeds: what is in the cart
     */
    public record Wish(Shopper shopper, List<Long> seeds, Set<Long> excluded, int limit) {
        public Wish {
            seeds = List.copyOf(seeds);
            excluded = Set.copyOf(excluded);
        }
    }

    private interface Question {
        List<Recommendation> ask(RecommendationRequest request);
    }

    /** @param budgetMillis past that time nothing more is looked up for a widget */
    public ProductRecommendations(
            RecommendationService engine,
            ShopperProfiles profiles,
            CatalogFacts catalog,
            Shelf shelf,
            long budgetMillis,
            Counters counters) {
        this.budgetNanos = TimeUnit.MILLISECONDS.toNanos(budgetMillis);
        this.counters = counters;
        this.engine = engine;
        this.profiles = profiles;
        this.catalog = catalog;
        this.shelf = shelf;
    }

    /** Best first, at most as many as wished for. */
    public List<RecommendedProduct> youMayAlsoLike(Wish wish) {
        return choose(wish, engine::youMayAlsoLike, shelf::isOffered);
    }

    /** One or two products that are really bought with the seed and need no choice of size or colour; mostly none. */
    public List<RecommendedProduct> boughtTogether(Wish wish) {
        return choose(wish, engine::boughtTogether, shelf::isOfferedWithoutChoice);
    }

    private List<RecommendedProduct> choose(Wish wish, Question question, Predicate<Product> onShelf) {
        Set<Long> refused = new HashSet<>(wish.excluded());
        List<RecommendedProduct> chosen = List.of();
        long start = System.nanoTime();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Recommendation> asked = question.ask(new RecommendationRequest(
                    profiles.profile(wish.shopper()),
                    wish.seeds().stream().mapToLong(Long::longValue).toArray(),
                    id -> catalog.isListed(id) && !refused.contains(id),
                    wish.limit() + (round == 0 ? 0 : SPARE),
                    clock.getAsLong()));
            chosen = onShelf(asked, onShelf);
            if (chosen.size() == asked.size() || chosen.size() >= wish.limit() || isOverBudget(start)) {
                break;
            }
            refused.addAll(idsOf(asked));
            chosen.forEach(kept -> refused.remove(kept.product().getId()));
        }
        return chosen.subList(0, Math.min(chosen.size(), wish.limit()));
    }

    private boolean isOverBudget(long start) {
        boolean over = System.nanoTime() - start > budgetNanos;
        if (over) {
            counters.add(Counter.WIDGETS_OVER_BUDGET, 1);
        }
        return over;
    }

    private List<RecommendedProduct> onShelf(List<Recommendation> recommendations, Predicate<Product> onShelf) {
        Map<Long, Product> products = shelf.load(idsOf(recommendations));
        List<RecommendedProduct> chosen = new ArrayList<>();
        for (Recommendation recommendation : recommendations) {
            Product product = products.get(recommendation.itemId());
            if (product != null && onShelf.test(product)) {
                chosen.add(new RecommendedProduct(product, recommendation));
            }
        }
        return chosen;
    }

    private static Collection<Long> idsOf(List<Recommendation> recommendations) {
        return recommendations.stream().map(Recommendation::itemId).toList();
    }
}
