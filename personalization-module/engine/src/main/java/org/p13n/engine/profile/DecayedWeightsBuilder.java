package org.p13n.engine.profile;

import java.util.Arrays;

/** The mutable copy in which the next {@link DecayedWeights} are put together; used by one thread and thrown away. */
final class DecayedWeightsBuilder {
    private static final double LATEST = 1e6; // half-lives
    private static final double TAKEN_BACK = 4;

    private final Decay decay;
    private final long[] keys;
    private final String[] labels;
    private final double[] weights;
    private final long[] times;
    private final int[] evidence;
    private int size;
    private double total;
    private long totalAt;

    DecayedWeightsBuilder(DecayedWeights start, int room, Decay decay) {
        this.decay = decay;
        int capacity = start.size() + room;
        keys = Arrays.copyOf(start.keys, capacity);
        labels = Arrays.copyOf(start.labels, capacity);
        weights = Arrays.copyOf(start.weights, capacity);
        times = Arrays.copyOf(start.times, capacity);
        evidence = Arrays.copyOf(start.evidence, capacity);
        size = start.size();
        total = start.total;
        totalAt = start.totalAt;
    }

    void add(long key, String label, double weight, long at, int spoken) {
        int index = Arrays.binarySearch(keys, 0, size, key);
        if (index < 0) {
            insert(-index - 1, key, label, weight, at, spoken);
            return;
        }
        long newer = Math.max(times[index], at);
        weights[index] = decay.weightAt(weights[index], times[index], newer) + decay.weightAt(weight, at, newer);
        times[index] = newer;
        evidence[index] = (int) Math.min(Integer.MAX_VALUE, (long) evidence[index] + spoken);
    }

    DecayedWeightsBuilder drop(long key) {
        int index = Arrays.binarySearch(keys, 0, size, key);
        if (index >= 0) {
            remove(index);
        }
        return this;
    }

    DecayedWeightsBuilder addTotal(double weight, long at) {
        long newer = Math.max(totalAt, at);
        total = decay.weightAt(total, totalAt, newer) + decay.weightAt(weight, at, newer);
        totalAt = newer;
        return this;
    }

    /** @param limit so many keys stay, the strongest */
    DecayedWeights build(int limit) {
        if (size > limit) {
            evict(size - limit);
        }
        return new DecayedWeights(
                Arrays.copyOf(keys, size),
                Arrays.copyOf(labels, size),
                Arrays.copyOf(weights, size),
                Arrays.copyOf(times, size),
                Arrays.copyOf(evidence, size),
                total,
                totalAt);
    }

    private void insert(int index, long key, String label, double weight, long at, int spoken) {
        shift(index, index + 1);
        keys[index] = key;
        labels[index] = label;
        weights[index] = weight;
        times[index] = at;
        evidence[index] = spoken;
        size++;
    }

    private void remove(int index) {
        shift(index + 1, index);
        size--;
    }

    private void shift(int from, int to) {
        int count = size - from;
        System.arraycopy(keys, from, keys, to, count);
        System.arraycopy(labels, from, labels, to, count);
        System.arraycopy(weights, from, weights, to, count);
        System.arraycopy(times, from, times, to, count);
        System.arraycopy(evidence, from, evidence, to, count);
    }

    private void evict(int count) {
        double[] strengths = strengths();
        for (int left = count; left > 0; left--) {
            int weakest = 0;
            for (int i = 1; i < size; i++) {
                weakest = strengths[i] < strengths[weakest] ? i : weakest;
            }
            System.arraycopy(strengths, weakest + 1, strengths, weakest, size - weakest - 1);
            remove(weakest);
        }
    }

    /**
     * What decides who is evicted: never one of the latest while there are others, so that what just happened is always
     * felt; and sooner what was only ever taken back, for it makes no difference to any affinity.
     */
    private double[] strengths() {
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            latest = Math.max(latest, times[i]);
        }
        double[] strengths = new double[size];
        for (int i = 0; i < size; i++) {
            strengths[i] = decay.strength(weights[i], times[i])
                    + (times[i] == latest ? LATEST : 0)
                    - (weights[i] < 0 ? TAKEN_BACK : 0);
        }
        return strengths;
    }
}
