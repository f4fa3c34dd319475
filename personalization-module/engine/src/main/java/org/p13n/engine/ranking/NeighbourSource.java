package org.p13n.engine.ranking;

import org.p13n.engine.model.NeighbourTable;

/** Recalls what was bought or viewed with the seeds and, more faintly, with the shopper's own latest products. */
final class NeighbourSource implements CandidateSource {
    /*
     * A neighbour's share is its score relative to the best neighbour of the same product, times evidence / (evidence +
     * prior). Raw scores cannot be compared between products: the best of a product that sells with a hundred others
     * scores 0.03, the best of a new one 0.4, and both deserve the first place. The confidence keeps one chance basket
     * below two that agree.
     */
    private static final int RECALL = 40;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        long[] seeds = context.request().seedItemIds();
        for (int i = 0; i < seeds.length; i++) {
            offerAround(seeds[i], 1.0 / (i + 1), context, pool);
        }
        offerHistory(context.request().profile().recentlyBought(), context, pool);
        offerHistory(context.request().profile().recentlyViewed(), context, pool);
    }

    private static void offerHistory(long[] itemIds, RankingContext context, CandidatePool pool) {
        RankingSettings settings = context.settings();
        for (int i = 0; i < Math.min(itemIds.length, settings.historyItems()); i++) {
            if (!contains(context.request().seedItemIds(), itemIds[i])) {
                offerAround(itemIds[i], settings.history() / (i + 1), context, pool);
            }
        }
    }

    private static void offerAround(long itemId, double weight, RankingContext context, CandidatePool pool) {
        RankingSettings settings = context.settings();
        offer(context.model().alsoBought(), Signal.ALSO_BOUGHT, itemId, weight * settings.alsoBought(), context, pool);
        offer(context.model().alsoViewed(), Signal.ALSO_VIEWED, itemId, weight * settings.alsoViewed(), context, pool);
    }

    private static void offer(
            NeighbourTable table,
            Signal signal,
            long itemId,
            double weight,
            RankingContext context,
            CandidatePool pool) {
        if (weight <= 0) {
            return;
        }
        double prior = context.settings().evidencePrior();
        double[] best = {0};
        table.neighbours(itemId, RECALL, (neighbour, score, evidence) -> {
            best[0] = Math.max(best[0], score);
            Candidate candidate = pool.candidate(neighbour);
            if (candidate != null) {
                double confidence = evidence / (evidence + prior);
                candidate.add(signal, weight * confidence * score / best[0], itemId, evidence);
            }
        });
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
