package org.p13n.engine.ranking;

import org.p13n.engine.model.Popularity;
import org.p13n.engine.profile.ItemFacts;

/** Adds to every candidate what the shopper's taste, the seed and popularity say for it. Scores are sums of shares. */
final class Scorer {
    private final RankingContext context;
    private final Taste taste;
    private final ItemFacts seed;

    Scorer(RankingContext context) {
        this.context = context;
        taste = new Taste(context.request().profile(), context.request().now());
        seed = context.mainSeed();
    }

    void score(Candidate candidate) {
        RankingSettings settings = context.settings();
        long known = taste.profile().interactionCount();
        candidate.add(Signal.BRAND_AFFINITY, settings.brandAffinity() * taste.brand(candidate.facts), 0, known);
        candidate.add(
                Signal.CATEGORY_AFFINITY, settings.categoryAffinity() * taste.category(candidate.facts), 0, known);
        candidate.add(
                Signal.ATTRIBUTE_AFFINITY, settings.attributeAffinity() * taste.attributes(candidate.facts), 0, known);
        candidate.add(Signal.PRICE_AFFINITY, settings.priceAffinity() * taste.price(candidate.facts), 0, known);
        candidate.add(Signal.DECLARED, settings.declared() * taste.declared(candidate.facts), 0, known);
        candidate.subtract(
                Signal.IGNORED, settings.ignored() * taste.ignored(candidate.facts, settings.ignoredPrior()));
        candidate.subtract(Signal.RETURNED, settings.returned() * taste.returned(candidate.facts));
        if (seed != null) {
            candidate.add(Signal.SIMILAR, settings.similar() * Likeness.of(seed, candidate.facts), seed.itemId(), 0);
        }
        scorePopularity(candidate);
        candidate.settle();
    }

    private void scorePopularity(Candidate candidate) {
        Popularity popularity = context.model().popularity();
        double amount = context.settings().popularity() * popularity.score(candidate.itemId);
        long because = seed != null && sharesCategory(seed, candidate.facts) ? seed.itemId() : 0;
        candidate.add(Signal.POPULARITY, amount, because, Math.round(popularity.interest(candidate.itemId)));
    }

    private static boolean sharesCategory(ItemFacts a, ItemFacts b) {
        for (long id : a.categoryIds()) {
            for (long other : b.categoryIds()) {
                if (id == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
