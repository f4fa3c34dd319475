package org.p13n.engine.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** Re-orders the platform's own lists (search results, category pages) for one shopper. Stateless and thread-safe. */
public final class ListRanker {
    /*
     * score = (n - position) / n + strength * reach * affinity. The first term is the platform's judgement, falling
     * evenly from 1; the second lifts a product by so many list lengths. Differences of scores are linear in strength,
     * so of two products the one with more affinity, once it leads, leads at every greater strength. What was shown in
     * vain or returned sinks by the same measure; what the shopper does not want goes behind everything else.
     */
    private final ItemCatalog catalog;
    private final RankingSettings settings;

    public ListRanker(ItemCatalog catalog, RankingSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /**
     * A permutation of the given items; ties keep the original order. Items that the catalog does not know keep their
     * score of place alone. For a shopper of whom nothing is known or who has paused it is the platform's order.
     *
     * @param strength 0 (the platform's own order) to 1
     */
    public RankedList rerank(long[] itemIds, ShopperProfile profile, double strength, long now) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "The strength of affinity must be 0 to 1 but is " + strength + ": correct the setting");
        }
        long[] original = itemIds.clone();
        double[][] shares = new double[RankedList.SIGNALS.size()][original.length];
        for (int i = 0; i < original.length; i++) {
            shares[0][i] = (double) (original.length - i) / original.length;
        }
        if (strength == 0 || !profile.personalizes()) {
            return new RankedList(original, IntStream.range(0, original.length).toArray(), shares);
        }
        addAffinities(original, profile, strength * settings.listReach(), now, shares);
        return new RankedList(original, order(shares), shares);
    }

    private void addAffinities(long[] itemIds, ShopperProfile profile, double reach, long now, double[][] shares) {
        Taste taste = new Taste(profile, now);
        long sessionStart = settings.sessions().earliest(now);
        SessionTaste session = SessionTaste.of(profile, catalog, sessionStart);
        ListLift lift = new ListLift(settings, reach);
        for (int i = 0; i < itemIds.length; i++) {
            ItemFacts facts = catalog.facts(itemIds[i]);
            if (facts != null) {
                for (int row = 1; row < shares.length; row++) {
                    shares[row][i] = share(RankedList.SIGNALS.get(row), facts, taste, session, lift);
                }
            }
        }
    }

    private double share(Signal signal, ItemFacts facts, Taste taste, SessionTaste session, ListLift lift) {
        return switch (signal) {
            case BRAND_AFFINITY -> lift.of(settings.brandAffinity()) * taste.brand(facts);
            case CATEGORY_AFFINITY -> lift.of(settings.categoryAffinity()) * taste.category(facts);
            case ATTRIBUTE_AFFINITY -> lift.of(settings.attributeAffinity()) * taste.attributes(facts);
            case PRICE_AFFINITY -> lift.of(settings.priceAffinity()) * taste.price(facts);
            case DECLARED -> lift.of(settings.declared()) * taste.declared(facts);
            case SESSION -> lift.session() * session.likeness(facts);
            case IGNORED -> 0 - lift.of(settings.ignored()) * taste.ignored(facts, settings.ignoredPrior());
            case RETURNED -> 0 - lift.of(settings.returned()) * taste.returned(facts);
            case NOT_INTERESTED -> taste.profile().rejects(facts) ? -lift.everything() : 0;
            default -> 0;
        };
    }

    private static int[] order(double[][] shares) {
        double[] scores = new double[shares[0].length];
        for (double[] share : shares) {
            Arrays.setAll(scores, i -> scores[i] + share[i]);
        }
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
