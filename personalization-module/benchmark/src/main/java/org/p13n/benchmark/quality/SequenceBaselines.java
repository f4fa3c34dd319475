package org.p13n.benchmark.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.p13n.benchmark.quality.LongHistoryProtocol.Histories;
import org.p13n.engine.model.index.TopItems;

/** The plain algorithms of the protocol for long histories, as they are published. Item ids are used as numbers. */
final class SequenceBaselines {
    private static final int LIST = 10;
    private static final double HISTORY_DECAY = 0.7;
    private static final int WINDOW = 8;

    private final Histories histories;

    SequenceBaselines(Histories histories) {
        this.histories = histories;
    }

    long[] popularity(int shopper) {
        double[] scores = new double[histories.ids()];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = histories.touches(item);
        }
        return best(scores, shopper);
    }

    /** Cosine of who touched both, shrink 10. */
    IntFunction<long[]> itemKnn() {
        return lists(counts(Integer.MAX_VALUE, false), 10);
    }

    /** 1/distance forward and half of it backward, cosine, shrink 25. */
    IntFunction<long[]> directional() {
        return lists(counts(WINDOW, true), 25);
    }

    private Map<Integer, double[]> counts(int window, boolean directed) {
        Map<Integer, double[]> counts = new HashMap<>();
        for (int shopper = 0; shopper < histories.size(); shopper++) {
            long[] known = histories.known(shopper);
            for (int later = 1; later < known.length; later++) {
                for (int earlier = Math.max(0, later - window); earlier < later; earlier++) {
                    int a = (int) known[earlier];
                    int b = (int) known[later];
                    double forward = directed ? 1.0 / (later - earlier) : 1;
                    if (a != b) {
                        row(counts, a)[b] += forward;
                        row(counts, b)[a] += directed ? forward / 2 : 1;
                    }
                }
            }
        }
        return counts;
    }

    private double[] row(Map<Integer, double[]> counts, int item) {
        return counts.computeIfAbsent(item, any -> new double[histories.ids()]);
    }

    private IntFunction<long[]> lists(Map<Integer, double[]> counts, double shrink) {
        return shopper -> {
            double[] scores = new double[histories.ids()];
            double fading = 1;
            for (long item : histories.newestFirst(shopper)) {
                double[] row = row(counts, (int) item);
                for (int other = 0; other < scores.length; other++) {
                    if (row[other] > 0) {
                        double mean = Math.sqrt((double) histories.touches(item) * histories.touches(other));
                        scores[other] += fading * row[other] / (mean + shrink);
                    }
                }
                fading *= HISTORY_DECAY;
            }
            return best(scores, shopper);
        };
    }

    private long[] best(double[] scores, int shopper) {
        Set<Long> known = histories.knownSet(shopper);
        TopItems best = new TopItems(LIST, (a, b) -> scores[a] != scores[b] ? scores[a] > scores[b] : a < b);
        for (int item = 0; item < scores.length; item++) {
            if (!known.contains((long) item)) {
                best.offer(item);
            }
        }
        int[] numbers = best.bestFirst();
        long[] list = new long[numbers.length];
        for (int i = 0; i < list.length; i++) {
            list[i] = numbers[i];
        }
        return list;
    }
}
