package org.p13n.benchmark.quality;

import java.util.Arrays;

/** The plain published algorithms of the session protocol that look at products: popularity, own session, co-occurrence. */
final class SessionBaselines {
    private static final double SHRINK = 20;
    private static final double DECAY = 0.8;
    private static final int LAST = 10;
    private static final int POPULAR = 100;

    private final SessionClicks clicks;
    private final SparseScores counts;
    private final int[] popular;

    SessionBaselines(SessionClicks clicks) {
        this.clicks = clicks;
        counts = new SparseScores(clicks.items());
        SparseScores all = new SparseScores(clicks.items());
        for (int item = 0; item < clicks.items(); item++) {
            all.add(item, clicks.clicks[item]);
        }
        popular = all.best(POPULAR);
    }

    void popularity(int[] prefix, SparseScores scores) {
        for (int i = 0; i < popular.length; i++) {
            scores.add(popular[i], 1.0 / (i + 2));
        }
    }

    /** The session's own products, the latest first, before the popular ones. */
    void ownSession(int[] prefix, SparseScores scores) {
        popularity(prefix, scores);
        for (int i = 0; i < prefix.length; i++) {
            scores.add(prefix[i], Math.pow(2, i));
        }
    }

    /** How many pairs of clicks of one session are on the last product and on another. */
    void coOccurrence(int[] prefix, SparseScores scores) {
        int last = prefix[prefix.length - 1];
        for (int session : clicks.sessionsOf[last]) {
            long times = Arrays.stream(clicks.sessions[session])
                    .filter(item -> item == last)
                    .count();
            for (int other : clicks.sessions[session]) {
                scores.add(other, times);
            }
        }
        scores.remove(last);
    }

    /** As published, over the last ten products. */
    void itemKnn(int[] prefix, SparseScores scores) {
        itemKnn(prefix, LAST, scores);
    }

    /** Cosine with shrinkage, summed over the last products with decay; those of the session count 0 for themselves. */
    void itemKnn(int[] prefix, int last, SparseScores scores) {
        for (int back = 1; back <= Math.min(last, prefix.length); back++) {
            int from = prefix[prefix.length - back];
            double weight = Math.pow(DECAY, back - 1);
            counts.clear();
            count(from, counts);
            double norm = clicks.sessionsOf[from].length;
            counts.forEach((item, count) -> {
                if (item != from) {
                    scores.add(item, weight * count / (Math.sqrt(norm * clicks.sessionsOf[item].length) + SHRINK));
                }
            });
        }
    }

    private void count(int item, SparseScores to) {
        for (int session : clicks.sessionsOf[item]) {
            for (int other : clicks.distinct[session]) {
                to.add(other, 1);
            }
        }
    }
}
