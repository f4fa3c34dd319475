package org.p13n.engine.ranking;

import java.util.List;
import org.p13n.engine.model.taste.TastePick;

/** Recalls what goes with all that the shopper has bought so far. */
final class HistorySource implements CandidateSource {
    private static final int RECALL = 40;
    private static final double PURCHASES_FOR_HALF = 2;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        double weight = context.settings().longTerm();
        long[] bought = context.request().profile().recentlyBought();
        if (weight <= 0 || bought.length == 0) {
            return;
        }
        List<TastePick> picks = context.model().taste().top(bought, RECALL, any -> true);
        double trust = bought.length / (bought.length + PURCHASES_FOR_HALF);
        for (TastePick pick : picks) {
            Candidate candidate = pool.candidate(pick.itemId());
            if (candidate != null) {
                double relative = Math.exp(pick.score() - picks.get(0).score());
                candidate.add(Signal.LONG_TERM, weight * trust * relative, 0, bought.length);
            }
        }
    }
}
