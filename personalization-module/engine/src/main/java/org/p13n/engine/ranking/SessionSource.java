package org.p13n.engine.ranking;

import java.util.Arrays;
import java.util.List;
import org.p13n.engine.model.session.NextItem;

/** Recalls what shoppers looked at next in sessions like the current one; the product beside the list is its last step. */
final class SessionSource implements CandidateSource {
    /*
     * Scores of the session model are log-odds; a candidate's share is its odds relative to the best one's. The best of
     * a session of one view deserves less than that of five: the share is shrunk by the number of views.
     */
    private static final int RECALL = 40;
    private static final double VIEWS_FOR_HALF = 1;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        double weight = context.settings().next();
        long[] session = session(context);
        if (weight <= 0 || session.length == 0) {
            return;
        }
        List<NextItem> next = context.model().sessions().next(session, RECALL, item -> !contains(session, item));
        double trust = session.length / (session.length + VIEWS_FOR_HALF);
        for (NextItem item : next) {
            Candidate candidate = pool.candidate(item.itemId());
            if (candidate != null) {
                double relative = Math.exp(item.score() - next.get(0).score());
                candidate.add(Signal.NEXT_IN_SESSION, weight * trust * relative, 0, session.length);
            }
        }
    }

    /** What was looked at already is no discovery. */
    private static boolean contains(long[] session, long itemId) {
        return Arrays.stream(session).anyMatch(each -> each == itemId);
    }

    /** What was viewed in this session, oldest first, and last the product that is looked at now. */
    private static long[] session(RankingContext context) {
        RecommendationRequest request = context.request();
        long[] newestFirst =
                request.profile().viewedSince(context.settings().sessions().earliest(request.now()));
        long[] seeds = request.seedItemIds();
        boolean seen = seeds.length == 0 || newestFirst.length > 0 && newestFirst[0] == seeds[0];
        long[] session = new long[newestFirst.length + (seen ? 0 : 1)];
        for (int i = 0; i < newestFirst.length; i++) {
            session[newestFirst.length - 1 - i] = newestFirst[i];
        }
        if (!seen) {
            session[session.length - 1] = seeds[0];
        }
        return session;
    }
}
