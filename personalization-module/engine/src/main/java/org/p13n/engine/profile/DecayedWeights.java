package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A bounded number of keys with exponentially decaying weights and the number of interactions that spoke for each, and
 * the decaying sum of everything that was learned. Immutable; keys that are names stand beside their hashes.
 */
final class DecayedWeights {
    /*
     * Every weight carries the time at which it was right, so nothing ages by being looked at and an interaction that
     * arrives late adds exactly what it would have added in time. Sums of exponentials commute: the order of additions
     * and merges does not matter beyond rounding until the limit evicts. A key with a time in the future keeps its
     * weight until then and disturbs no other key.
     */
    static final DecayedWeights EMPTY =
            new DecayedWeights(new long[0], new String[0], new double[0], new long[0], new int[0], 0, 0);

    final long[] keys;
    final String[] labels;
    final double[] weights;
    final long[] times;
    final int[] evidence;
    final double total;
    final long totalAt;

    DecayedWeights(
            long[] keys, String[] labels, double[] weights, long[] times, int[] evidence, double total, long totalAt) {
        this.keys = keys;
        this.labels = labels;
        this.weights = weights;
        this.times = times;
        this.evidence = evidence;
        this.total = total;
        this.totalAt = totalAt;
    }

    int size() {
        return keys.length;
    }

    boolean isEmpty() {
        return keys.length == 0 && total == 0;
    }

    /** The key's place, negative if it has none. */
    int indexOf(long key) {
        return Arrays.binarySearch(keys, key);
    }

    /** The key's own weight, 0 if it has none. */
    double weight(long key, long now, Decay decay) {
        int index = indexOf(key);
        return index < 0 ? 0 : decay.weightAt(weights[index], times[index], now);
    }

    /** The part of all learned weight that fell on the key, shrunk towards 0 by the prior: 0 to below 1. */
    double share(long key, long now, double prior, Decay decay) {
        int index = indexOf(key);
        return index < 0 ? 0 : shareOf(index, now, prior, decay);
    }

    double shareOf(int index, long now, double prior, Decay decay) {
        double weight = decay.weightAt(weights[index], times[index], now);
        if (!(weight > 0)) {
            return 0;
        }
        return weight / (Math.max(decay.weightAt(total, totalAt, now), weight) + prior);
    }

    /** Indices of the keys with a positive weight, strongest first, ties by key. */
    int[] strongest(Decay decay) {
        double[] strengths = new double[keys.length];
        Arrays.setAll(strengths, index -> weights[index] > 0 ? decay.strength(weights[index], times[index]) : 0);
        return IntStream.range(0, keys.length)
                .filter(index -> weights[index] > 0)
                .boxed()
                .sorted((a, b) -> {
                    int byStrength = Double.compare(strengths[b], strengths[a]);
                    return byStrength != 0 ? byStrength : Long.compare(keys[a], keys[b]);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    DecayedWeights without(long key) {
        return indexOf(key) < 0
                ? this
                : new DecayedWeightsBuilder(this, 0, null).drop(key).build(size());
    }

    DecayedWeights mergedWith(DecayedWeights other, Decay decay, int limit) {
        if (other.isEmpty()) {
            return this;
        }
        DecayedWeightsBuilder builder = new DecayedWeightsBuilder(this, other.size(), decay);
        for (int i = 0; i < other.size(); i++) {
            builder.add(other.keys[i], other.labels[i], other.weights[i], other.times[i], other.evidence[i]);
        }
        return builder.addTotal(other.total, other.totalAt).build(limit);
    }
}
