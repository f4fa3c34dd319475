package org.p13n.benchmark.quality;

import org.p13n.engine.model.index.TopItems;

/** Scores of the few products that a baseline speaks of, over dense numbers; reused from case to case. */
final class SparseScores {
    private final double[] scores;
    private final int[] touched;
    private final boolean[] isTouched;
    private int size;

    SparseScores(int items) {
        scores = new double[items];
        touched = new int[items];
        isTouched = new boolean[items];
    }

    void add(int item, double score) {
        if (!isTouched[item]) {
            isTouched[item] = true;
            touched[size++] = item;
        }
        scores[item] += score;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void remove(int item) {
        if (isTouched[item]) {
            scores[item] = Double.NEGATIVE_INFINITY;
        }
    }

    /** The best, ties by number; those with the score minus infinity are left out. */
    int[] best(int limit) {
        TopItems top = new TopItems(limit, (a, b) -> scores[a] != scores[b] ? scores[a] > scores[b] : a < b);
        for (int i = 0; i < size; i++) {
            if (scores[touched[i]] > Double.NEGATIVE_INFINITY) {
                top.offer(touched[i]);
            }
        }
        return top.bestFirst();
    }

    /** Receives scores. */
    interface Reader {
        void read(int item, double score);
    }

    void forEach(Reader reader) {
        for (int i = 0; i < size; i++) {
            reader.read(touched[i], scores[touched[i]]);
        }
    }

    /** Adds everything from other scores, times a factor. */
    void addAll(SparseScores others, double factor) {
        for (int i = 0; i < others.size; i++) {
            add(others.touched[i], factor * others.scores[others.touched[i]]);
        }
    }

    /** The largest score, 0 if there is none. */
    double largest() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, scores[touched[i]]);
        }
        return largest;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            scores[touched[i]] = 0;
            isTouched[touched[i]] = false;
        }
        size = 0;
    }
}
