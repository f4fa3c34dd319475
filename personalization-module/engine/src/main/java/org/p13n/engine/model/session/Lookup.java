package org.p13n.engine.model.session;

import java.util.function.IntPredicate;
import org.p13n.engine.model.index.TopItems;

/** One look-up of what comes next: collects candidates of a session and scores them. Scratch that is reused; not thread-safe. */
final class Lookup {
    private final Candidates candidates = new Candidates();
    private final Features.Standing standing = new Features.Standing();
    private final float[] features = new float[Features.COUNT];
    private int[] latest = new int[16];
    private int different;
    private float[] circumstances;
    private float[] scores = new float[1 << 9];

    private final LearnedItems learned;

    Lookup(LearnedItems learned) {
        this.learned = learned;
    }

    /**
     * Takes in a session.
     *
     * @param clicks numbers of items, -1 for unknown ones, in click order
     */
    void collect(int[] clicks, int count) {
        candidates.clear();
        findDifferent(clicks, count);
        for (int back = 0; back < different; back++) {
            collectNeighbours(latest[back], back);
        }
        int known = 0;
        for (int i = count - 1; i >= 0; i--) {
            if (clicks[i] >= 0) {
                remember(clicks[i], count - 1 - i);
                known++;
            }
        }
        float evidence = different == 0 ? 0 : learned.figures().clicks[latest[0]];
        circumstances = Blend.circumstances(known, evidence);
    }

    /** The latest different items, latest first. */
    private void findDifferent(int[] clicks, int count) {
        int most = learned.settings().lookBack();
        if (latest.length < most) {
            latest = new int[most];
        }
        different = 0;
        for (int i = count - 1; i >= 0 && different < most; i--) {
            boolean isNew = clicks[i] >= 0;
            for (int j = 0; j < different && isNew; j++) {
                isNew = latest[j] != clicks[i];
            }
            if (isNew) {
                latest[different++] = clicks[i];
            }
        }
    }

    private void collectNeighbours(int item, int back) {
        NeighbourRows rows = learned.rows();
        ItemFigures figures = learned.figures();
        float prior = (float) learned.settings().pairPrior();
        float say = learned.say(back);
        float afterSay = say / (figures.afterSums[item] + prior);
        float beforeSay = say / (figures.beforeSums[item] + prior);
        float cosineSay = say / (float) Math.sqrt(figures.afterSums[item] + figures.beforeSums[item] + prior);
        int group = Math.min(back, Features.GROUPS - 1) * Features.RELATIONS;
        for (int entry = rows.begin(item); entry < rows.end(item); entry++) {
            long relations = rows.relations(entry);
            float after = NeighbourRows.after(relations);
            float before = NeighbourRows.before(relations);
            int at = candidates.offset(rows.neighbour(entry)) + group;
            float[] sums = candidates.sums();
            sums[at + Features.AFTER] += afterSay * after;
            sums[at + Features.BEFORE] += beforeSay * before;
            sums[at + Features.COSINE] += cosineSay * (after + before);
            sums[at + Features.HOP] += say * NeighbourRows.hop(relations);
            sums[at + Features.LIKENESS] += say * NeighbourRows.likeness(relations);
        }
    }

    private void remember(int item, int back) {
        int at = candidates.offset(item);
        if (back == 0) {
            candidates.add(at + Features.IS_LATEST, 1);
        } else {
            candidates.add(at + Features.IS_EARLIER, learned.say(back));
        }
        candidates.add(at + Features.TIMES, 1);
    }

    /** Makes items candidates of which the session says nothing. */
    void include(int[] items) {
        for (int item : items) {
            candidates.offset(item);
        }
    }

    int candidates() {
        return candidates.size();
    }

    int item(int candidate) {
        return candidates.item(candidate);
    }

    float[] circumstances() {
        return circumstances;
    }

    /** The features of one candidate, in an array that the next call overwrites. */
    float[] features(int candidate) {
        int item = candidates.item(candidate);
        ItemFigures figures = learned.figures();
        standing.clicks = figures.clicks[item];
        standing.popularity = figures.popularity[item];
        standing.trend = figures.trend[item];
        standing.age = figures.latest[item] < 0 ? 1 : (float) (figures.size - figures.latest[item]) / figures.size;
        standing.rarity = 1
                / (float) Math.sqrt(figures.afterSums[item]
                        + figures.beforeSums[item]
                        + learned.settings().pairPrior());
        Features.read(candidates.sums(), candidate * Features.SUMS, standing, features);
        return features;
    }

    /** The best candidates, numbers among the candidates, best first; ties by item number. */
    int[] best(int limit, float[] weights, IntPredicate allowed) {
        int size = candidates.size();
        if (scores.length < size) {
            scores = new float[size * 2];
        }
        TopItems best = new TopItems(limit, this::isBefore);
        for (int candidate = 0; candidate < size; candidate++) {
            if (allowed.test(candidates.item(candidate))) {
                scores[candidate] = dot(features(candidate), weights);
                best.offer(candidate);
            }
        }
        return best.bestFirst();
    }

    private boolean isBefore(int a, int b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : candidates.item(a) < candidates.item(b);
    }

    float score(int candidate) {
        return scores[candidate];
    }

    static float dot(float[] features, float[] weights) {
        float sum = 0;
        for (int i = 0; i < Features.COUNT; i++) {
            sum += features[i] * weights[i];
        }
        return sum;
    }
}
