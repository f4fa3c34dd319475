package org.p13n.engine.model.session;

/** Sums per item over dense numbers with a list of those touched, in order of first touch; for training only. */
final class Tally {
    private final float[] sums;
    private final float[] latest;
    private final int[] latestSession;
    private final int[] touched;
    private int size;

    Tally(int items) {
        sums = new float[items];
        latest = new float[items];
        latestSession = new int[items];
        touched = new int[items];
    }

    /** Adds a weight; of one session only the largest counts if its weights come one after the other. */
    void add(int item, float weight, int session) {
        if (sums[item] == 0) {
            touched[size++] = item;
            latestSession[item] = -1;
        }
        boolean again = latestSession[item] == session;
        float more = again ? Math.max(0, weight - latest[item]) : weight;
        latest[item] = again ? Math.max(weight, latest[item]) : weight;
        latestSession[item] = session;
        sums[item] += more;
    }

    void add(int item, float weight) {
        if (sums[item] == 0) {
            touched[size++] = item;
        }
        sums[item] += weight;
    }

    int size() {
        return size;
    }

    int item(int number) {
        return touched[number];
    }

    float of(int item) {
        return sums[item];
    }

    float sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += sums[touched[i]];
        }
        return (float) sum;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            sums[touched[i]] = 0;
        }
        size = 0;
    }
}
