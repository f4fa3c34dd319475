package org.p13n.engine.model.search;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.p13n.engine.model.index.SparseRows;

/** The scores of one query's window while they arise; for one thread, thrown away with the request. */
final class SearchScores {
    /*
     * text = sum over words of rarity × weight in the item, times coverage^power; agreement and popularity lift it by
     * a share of itself, so that they order what answers equally well and never bring up what does not answer at all.
     */
    private final SearchIndex index;
    private final SearchSettings settings;
    private final int[] wanted;
    private final long[] window;
    private final int[] numbers;
    private final double[] text;
    private final double[] coverage;
    private final double[] popularity;
    private final double[] agreement;

    SearchScores(SearchIndex index, int[] wanted, long[] window) {
        this.index = index;
        this.settings = index.settings();
        this.wanted = wanted;
        this.window = window;
        numbers = new int[window.length];
        text = new double[window.length];
        coverage = new double[window.length];
        popularity = new double[window.length];
        agreement = new double[window.length];
        for (int i = 0; i < window.length; i++) {
            numbers[i] = index.find(window[i]);
            scoreText(i);
        }
    }

    private void scoreText(int i) {
        double all = 0;
        double covered = 0;
        double sum = 0;
        for (int word : wanted) {
            double rarity = index.rarity(word);
            double weight = numbers[i] < 0 ? 0 : index.wordIn(numbers[i], word);
            all += rarity;
            covered += weight > 0 ? rarity : 0;
            sum += rarity * weight;
        }
        coverage[i] = sum > 0 ? Math.pow(covered / all, settings.coverage()) : 0;
        text[i] = sum * coverage[i];
    }

    void addPopularity(LongToDoubleFunction known) {
        for (int i = 0; i < window.length; i++) {
            double value = known.applyAsDouble(window[i]);
            popularity[i] = value > 0 ? text[i] * settings.popularity() * Math.min(1, value) : 0;
        }
    }

    /** Lifts what is of the kind of the best: the mean of their kinds, each weighing its score, against the item's. */
    void addAgreement() {
        int[] best = bestFirst(settings.agreeing());
        KindMean mean = new KindMean();
        for (int i : best) {
            if (text[i] > 0) {
                mean.add(index.kinds(), numbers[i], text[i] + popularity[i]);
            }
        }
        mean.finish();
        for (int i = 0; i < window.length; i++) {
            if (text[i] > 0) {
                agreement[i] = text[i] * settings.agreement() * mean.cosine(index.kinds(), numbers[i]);
            }
        }
    }

    /** The places by score, ties by place: sorted as numbers of which the score is the upper half, counted from above. */
    private int[] bestFirst(int limit) {
        long[] keys = new long[window.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(score(i))) << 32 | i;
        }
        Arrays.sort(keys);
        int[] places = new int[Math.min(limit, keys.length)];
        for (int place = 0; place < places.length; place++) {
            places[place] = (int) keys[place];
        }
        return places;
    }

    /** Never negative, so that its bits are in its order. */
    private float score(int i) {
        return (float) (text[i] + popularity[i] + agreement[i]);
    }

    SearchOrder order(long[] found) {
        long[] items = found.clone();
        float[] scores = new float[found.length];
        int[] from = new int[found.length];
        Arrays.setAll(from, place -> place);
        int place = 0;
        for (int i : bestFirst(window.length)) {
            items[place] = window[i];
            scores[place] = score(i);
            from[place++] = i;
        }
        return new SearchOrder(items, scores, from, this);
    }

    SearchExplanation explain(int i) {
        double[] shares = new double[wanted.length];
        String[] words = new String[wanted.length];
        for (int w = 0; w < wanted.length; w++) {
            words[w] = index.word(wanted[w]);
            shares[w] =
                    numbers[i] < 0 ? 0 : coverage[i] * index.rarity(wanted[w]) * index.wordIn(numbers[i], wanted[w]);
        }
        return SearchExplanation.of(words, shares, popularity[i], agreement[i]);
    }

    int windowSize() {
        return window.length;
    }

    /** The mean of some rows of kinds, as a sorted sparse vector of length 1. */
    private static final class KindMean {
        private int[] kinds = new int[64];
        private double[] weights = new double[64];
        private int size;

        void add(SparseRows rows, int item, double weight) {
            for (int at = rows.begin(item); at < rows.end(item); at++) {
                if (size == kinds.length) {
                    kinds = Arrays.copyOf(kinds, size * 2);
                    weights = Arrays.copyOf(weights, size * 2);
                }
                kinds[size] = rows.column(at);
                weights[size++] = weight * rows.weight(at);
            }
        }

        void finish() {
            long[] order = new long[size];
            Arrays.setAll(order, i -> (long) kinds[i] << 32 | i);
            Arrays.sort(order);
            int[] distinct = new int[size];
            double[] sums = new double[size];
            int count = 0;
            for (long entry : order) {
                int kind = (int) (entry >>> 32);
                if (count == 0 || distinct[count - 1] != kind) {
                    distinct[count++] = kind;
                }
                sums[count - 1] += weights[(int) entry];
            }
            kinds = distinct;
            weights = sums;
            size = count;
            double length = Math.sqrt(
                    Arrays.stream(sums, 0, count).map(sum -> sum * sum).sum());
            for (int i = 0; i < count; i++) {
                weights[i] /= length;
            }
        }

        double cosine(SparseRows rows, int item) {
            double sum = 0;
            int a = 0;
            int at = rows.begin(item);
            while (a < size && at < rows.end(item)) {
                int difference = Integer.compare(kinds[a], rows.column(at));
                if (difference == 0) {
                    sum += weights[a] * rows.weight(at);
                }
                a += difference <= 0 ? 1 : 0;
                at += difference >= 0 ? 1 : 0;
            }
            return sum;
        }
    }
}
