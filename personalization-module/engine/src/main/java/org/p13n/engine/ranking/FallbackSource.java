package org.p13n.engine.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.p13n.engine.model.Popularity;
import org.p13n.engine.profile.ItemFacts;

/** Recalls what is popular anywhere and what is new: there is always something to show. */
final class FallbackSource implements CandidateSource {
    private static final int RECALL = 64;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        Popularity popularity = context.model().popularity();
        for (long itemId : popularity.top(RECALL)) {
            pool.candidate(itemId);
        }
        long[] newest = popularity.newest(RECALL);
        offerNew(newest.length > 0 ? newest : newestOfCatalog(context), context, pool);
    }

    /** Reads the whole catalog: only for the moments before the first model. */
    private static long[] newestOfCatalog(RankingContext context) {
        return Arrays.stream(context.catalog().itemIds())
                .mapToObj(context.catalog()::facts)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(ItemFacts::activeSince)
                        .reversed()
                        .thenComparingLong(ItemFacts::itemId))
                .limit(RECALL)
                .mapToLong(ItemFacts::itemId)
                .toArray();
    }

    private static void offerNew(long[] newestFirst, RankingContext context, CandidatePool pool) {
        for (int i = 0; i < newestFirst.length; i++) {
            Candidate candidate = pool.candidate(newestFirst[i]);
            if (candidate != null) {
                candidate.add(Signal.NOVELTY, context.settings().novelty() / (i + 1), 0, 0);
            }
        }
    }
}
