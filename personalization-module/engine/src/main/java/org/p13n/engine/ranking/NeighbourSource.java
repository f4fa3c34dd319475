package org.p13n.engine.ranking;

import java.util.List;
import org.p13n.engine.model.basket.BasketItem;
import org.p13n.engine.model.basket.BasketModel;

/** Recalls what was bought or viewed with the seeds and, more faintly, with the shopper's own latest products. */
final class NeighbourSource implements CandidateSource {
    /*
     * A neighbour's share is its score relative to the best neighbour of the same products, times evidence / (evidence +
     * prior). Raw scores cannot be compared between products: the best of a product that is viewed with a hundred others
     * scores 0.03, the best of a new one 0.4, and both deserve the first place; what the basket model says is a log-odds,
     * of which only differences mean anything. The confidence keeps one chance basket below two that agree.
     */
    private static final int RECALL = 40;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        long[] seeds = context.request().seedItemIds();
        for (int i = 0; i < seeds.length; i++) {
            offerViewed(seeds[i], 1.0 / (i + 1), context, pool);
        }
        offerBought(seeds, 1, context, pool);
        offerHistory(context.request().profile().recentlyBought(), context, pool);
        offerHistory(context.request().profile().recentlyViewed(), context, pool);
    }

    private static void offerHistory(long[] itemIds, RankingContext context, CandidatePool pool) {
        RankingSettings settings = context.settings();
        for (int i = 0; i < Math.min(itemIds.length, settings.historyItems()); i++) {
            if (!contains(context.request().seedItemIds(), itemIds[i])) {
                offerViewed(itemIds[i], settings.history() / (i + 1), context, pool);
                offerBought(new long[] {itemIds[i]}, settings.history() / (i + 1), context, pool);
            }
        }
    }

    /** What completes a cart of these products. */
    private static void offerBought(long[] cart, double weight, RankingContext context, CandidatePool pool) {
        double full = weight * context.settings().alsoBought();
        if (full <= 0 || cart.length == 0) {
            return;
        }
        BasketModel baskets = context.model().baskets();
        List<BasketItem> companions = baskets.complete(cart, RECALL, any -> true);
        for (BasketItem companion : companions) {
            Candidate candidate = companion.orders() == 0 ? null : pool.candidate(companion.itemId());
            if (candidate != null) {
                double relative = Math.exp(companion.score() - companions.get(0).score());
                candidate.add(
                        Signal.ALSO_BOUGHT,
                        full * confidence(companion.orders(), context) * relative,
                        strongestSeed(baskets, cart, companion.itemId()),
                        companion.orders());
            }
        }
    }

    /** The product of the cart with which most orders hold the other one; the first of several. */
    private static long strongestSeed(BasketModel baskets, long[] cart, long itemId) {
        long strongest = cart[0];
        int most = cart.length == 1 ? 0 : baskets.together(cart[0], itemId);
        for (int i = 1; i < cart.length; i++) {
            int orders = baskets.together(cart[i], itemId);
            if (orders > most) {
                most = orders;
                strongest = cart[i];
            }
        }
        return strongest;
    }

    private static void offerViewed(long itemId, double weight, RankingContext context, CandidatePool pool) {
        double full = weight * context.settings().alsoViewed();
        if (full <= 0) {
            return;
        }
        double[] best = {0};
        context.model().alsoViewed().neighbours(itemId, RECALL, (neighbour, score, evidence) -> {
            best[0] = Math.max(best[0], score);
            Candidate candidate = pool.candidate(neighbour);
            if (candidate != null) {
                candidate.add(
                        Signal.ALSO_VIEWED, full * confidence(evidence, context) * score / best[0], itemId, evidence);
            }
        });
    }

    private static double confidence(int evidence, RankingContext context) {
        return evidence / (evidence + context.settings().evidencePrior());
    }

    private static boolean contains(long[] ids, long id) {
        for (long each : ids) {
            if (each == id) {
                return true;
            }
        }
        return false;
    }
}
