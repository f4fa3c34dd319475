package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Up to {@value #LIMIT} keys with exponentially decaying weights, and the decaying sum of everything that was learned.
 * Immutable; one for a shopper's categories and one for brands, whose names stand beside their hashed keys.
 */
final class DecayedWeights {
    /*
     * Every weight carries the time at which it was right, so nothing ages by being looked at and an interaction that
     * arrives late adds exactly what it would have added in time. Sums of exponentials commute: the order of additions
     * and merges does not matter beyond rounding until the limit evicts. A key with a time in the future keeps its
     * weight until then and disturbs no other key.
     */
    static final int LIMIT = 64;

    static final DecayedWeights EMPTY =
            new DecayedWeights(new long[0], new String[0], new double[0], new long[0], 0, 0);

    final long[] keys;
    final String[] labels;
    final double[] weights;
    final long[] times;
    final double total;
    final long totalAt;

    DecayedWeights(long[] keys, String[] labels, double[] weights, long[] times, double total, long totalAt) {
        this.keys = keys;
        this.labels = labels;
        this.weights = weights;
        this.times = times;
        this.total = total;
        this.totalAt = totalAt;
    }

    int size() {
        return keys.length;
    }

    /** The part of all learned weight that fell on the key, shrunk towards 0 by the prior: 0 to below 1. */
    double share(long key, long now, double prior, Decay decay) {
        int index = Arrays.binarySearch(keys, key);
        return index < 0 ? 0 : shareOf(index, now, prior, decay);
    }

    double shareOf(int index, long now, double prior, Decay decay) {
        double weight = decay.weightAt(weights[index], times[index], now);
        if (!(weight > 0)) {
            return 0;
        }
        return weight / (Math.max(decay.weightAt(total, totalAt, now), weight) + prior);
    }

    /** Indices of the strongest keys with a positive weight, strongest first, ties by key. */
    int[] strongest(int limit, Decay decay) {
        return IntStream.range(0, keys.length)
                .filter(index -> weights[index] > 0)
                .boxed()
                .sorted((a, b) -> {
                    int byStrength =
                            Double.compare(decay.strength(weights[b], times[b]), decay.strength(weights[a], times[a]));
                    return byStrength != 0 ? byStrength : Long.compare(keys[a], keys[b]);
                })
                .limit(Math.max(0, limit))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    DecayedWeights with(long[] touched, String label, double weight, long at, Decay decay) {
        DecayedWeightsBuilder builder = new DecayedWeightsBuilder(this, touched.length, decay);
        for (int i = 0; i < touched.length; i++) {
            if (isFirst(touched, i)) {
                builder.add(touched[i], label, weight, at);
            }
        }
        return builder.addTotal(weight, at).build();
    }

    DecayedWeights mergedWith(DecayedWeights other, Decay decay) {
        DecayedWeightsBuilder builder = new DecayedWeightsBuilder(this, other.size(), decay);
        for (int i = 0; i < other.size(); i++) {
            builder.add(other.keys[i], other.labels[i], other.weights[i], other.times[i]);
        }
        return builder.addTotal(other.total, other.totalAt).build();
    }

    private static boolean isFirst(long[] keys, int index) {
        for (int i = 0; i < index; i++) {
            if (keys[i] == keys[index]) {
                return false;
            }
        }
        return true;
    }
}
