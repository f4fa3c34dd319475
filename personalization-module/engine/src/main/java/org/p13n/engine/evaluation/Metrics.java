package org.p13n.engine.evaluation;

import java.util.function.LongPredicate;

/** The field's metrics of one ranked list. Lists are item ids, best first, without repeats. */
public final class Metrics {
    private static final double LOG_2 = Math.log(2);

    private Metrics() {}

    /** The place of the item in the list, 1 = first; 0 = not in it. */
    public static int rank(long[] list, long itemId) {
        for (int i = 0; i < list.length; i++) {
            if (list[i] == itemId) {
                return i + 1;
            }
        }
        return 0;
    }

    /** 1 if the rank is among the first k, else 0. The mean is HR@k. */
    public static double hit(int rank, int k) {
        return rank > 0 && rank <= k ? 1 : 0;
    }

    /** 1/rank if the rank is among the first k, else 0. The mean is MRR@k. */
    public static double reciprocalRank(int rank, int k) {
        return rank > 0 && rank <= k ? 1.0 / rank : 0;
    }

    /** nDCG@k of a list of which one item only is relevant. */
    public static double ndcgOfOne(int rank, int k) {
        return rank > 0 && rank <= k ? LOG_2 / Math.log(rank + 1.0) : 0;
    }

    /** How many of the first k are relevant. */
    public static int hits(long[] list, LongPredicate relevant, int k) {
        int hits = 0;
        for (int i = 0; i < Math.min(k, list.length); i++) {
            hits += relevant.test(list[i]) ? 1 : 0;
        }
        return hits;
    }

    /** The place of the first relevant item, 1 = first; 0 = none is in the list. */
    public static int firstRelevant(long[] list, LongPredicate relevant) {
        for (int i = 0; i < list.length; i++) {
            if (relevant.test(list[i])) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * nDCG@k with relevance 0 or 1; the ideal list has all relevant items first.
     *
     * @param relevantItems how many items are relevant in all, at least 1
     */
    public static double ndcg(long[] list, LongPredicate relevant, int relevantItems, int k) {
        double gained = 0;
        for (int i = 0; i < Math.min(k, list.length); i++) {
            gained += relevant.test(list[i]) ? LOG_2 / Math.log(i + 2.0) : 0;
        }
        double ideal = 0;
        for (int i = 0; i < Math.min(k, relevantItems); i++) {
            ideal += LOG_2 / Math.log(i + 2.0);
        }
        return gained / ideal;
    }
}
