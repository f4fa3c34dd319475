package org.p13n.engine.ranking;

import org.p13n.engine.model.content.ContentModel;

/** Recalls what is alike by name, description, attributes and price; the less is known of what shoppers do, the louder. */
final class ContentSource implements CandidateSource {
    /*
     * A seed on which n decayed purchases rest lets content speak with m / (n + m) of its voice: the prior's part in a
     * shrunken mean. A product that nobody knows yet is judged by content alone, and nothing switches at a threshold.
     */
    private static final int RECALL = 40;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        ContentModel content = context.model().content();
        double weight = context.settings().content();
        double prior = context.settings().contentPrior();
        for (long seed : context.request().seedItemIds()) {
            double known = context.model().popularity().interest(seed);
            double voice = weight * (known + prior == 0 ? 1 : prior / (known + prior));
            if (voice > 0) {
                content.neighbours(seed, RECALL, (itemId, likeness) -> {
                    Candidate candidate = pool.candidate(itemId);
                    if (candidate != null) {
                        candidate.add(Signal.SIMILAR, voice * likeness, seed, 0);
                    }
                });
            }
        }
    }
}
