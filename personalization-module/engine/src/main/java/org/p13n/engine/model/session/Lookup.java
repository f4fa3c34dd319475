package org.p13n.engine.model.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** One look-up of what comes next: collects candidates of a session and scores them. Scratch that is reused; not thread-safe. */
final class Lookup {
    private final Candidates candidates = new Candidates();
    private final Features.Standing standing = new Features.Standing();
    private final float[] features = new float[Features.COUNT];
    private int[] clicks = new int[16];
    private int[] latest = new int[16];
    private int different;
    private float[] circumstances;
    private float[] scores = new float[1 << 9];
    private float say;
    private float supporter;
    private float afterSay;
    private float beforeSay;
    private float cosineSay;
    private float recencyFading;
    private float popularityFading;
    private float trendFading;

    private final LongIndex ids;
    private final LearnedItems learned;
    private Increments increments;

    Lookup(LongIndex ids, LearnedItems learned) {
        this.ids = ids;
        this.learned = learned;
    }

    /** Takes in a session's latest clicks, those on unknown items left out. */
    void collect(long[] session, Increments increments) {
        int most = Math.min(session.length, learned.settings().sessionClicks());
        if (clicks.length < most) {
            clicks = new int[most];
        }
        int count = 0;
        for (int i = session.length - most; i < session.length; i++) {
            int item = ids.find(session[i]);
            item = item >= 0 ? item : increments.find(session[i]);
            if (item >= 0) {
                clicks[count++] = item;
            }
        }
        collect(clicks, count, increments);
    }

    /** Takes in a session of known items, in click order. */
    void collect(int[] clicks, int count, Increments increments) {
        this.increments = increments;
        recencyFading = (float) increments.fading(learned.settings().recency());
        popularityFading = (float) increments.fading(learned.settings().popularity());
        trendFading = (float) increments.fading(learned.settings().trend());
        candidates.clear();
        findDifferent(clicks, count);
        for (int back = 0; back < different; back++) {
            collectNeighbours(latest[back], back);
        }
        OwnClicks.remember(clicks, count, learned.settings().lookBackDecay(), candidates);
        circumstances = Blend.circumstances(clicks, count, different == 0 ? 0 : clicksOf(latest[0]));
    }

    /** How often the item was clicked. */
    float clicksOf(int item) {
        Increments.ItemChange change = increments.change(item);
        int learnedClicks = item < learned.items() ? learned.figures().clicks[item] : 0;
        return change == null ? learnedClicks : learnedClicks + change.clicks;
    }

    /** The latest different items, latest first. */
    private void findDifferent(int[] clicks, int count) {
        int most = learned.settings().lookBack();
        if (latest.length < most) {
            latest = new int[most];
        }
        different = 0;
        for (int i = count - 1; i >= 0 && different < most; i--) {
            boolean isNew = true;
            for (int j = 0; j < different && isNew; j++) {
                isNew = latest[j] != clicks[i];
            }
            if (isNew) {
                latest[different++] = clicks[i];
            }
        }
    }

    private void collectNeighbours(int item, int back) {
        float prior = (float) learned.settings().pairPrior() / recencyFading;
        float afterSum = prior;
        float beforeSum = prior;
        if (item < learned.items()) {
            afterSum += learned.figures().afterSums[item];
            beforeSum += learned.figures().beforeSums[item];
        }
        Increments.ItemChange change = increments.change(item);
        if (change != null) {
            afterSum += (float) change.after;
            beforeSum += (float) change.before;
        }
        say = learned.say(back);
        supporter = back + 1;
        afterSay = say / afterSum;
        beforeSay = say / beforeSum;
        cosineSay = say / (float) Math.sqrt(afterSum + beforeSum - prior);
        int group = Math.min(back, Features.GROUPS - 1) * Features.RELATIONS;
        if (item < learned.items()) {
            collectLearned(item, group);
        }
        for (int pair = increments.firstPair(item); pair >= 0; pair = increments.nextPair(pair)) {
            direct(increments.other(pair), group, increments.after(pair), increments.before(pair));
        }
    }

    private void collectLearned(int item, int group) {
        NeighbourRows rows = learned.rows();
        int[] others = rows.neighboursOf(item);
        long[] packed = rows.relationsOf(item);
        for (int entry = rows.begin(item); entry < rows.end(item); entry++) {
            long relations = packed[entry];
            int at = direct(others[entry], group, NeighbourRows.after(relations), NeighbourRows.before(relations));
            candidates.add(at + Features.HOP, say * NeighbourRows.hop(relations));
            candidates.add(at + Features.LIKENESS, say * NeighbourRows.likeness(relations));
        }
    }

    private int direct(int other, int group, float after, float before) {
        int at = candidates.offset(other) + group;
        float[] sums = candidates.sums();
        sums[at + Features.AFTER] += afterSay * after;
        sums[at + Features.BEFORE] += beforeSay * before;
        sums[at + Features.COSINE] += cosineSay * (after + before);
        support(sums, at - group);
        return at;
    }

    private void support(float[] sums, int at) {
        if (sums[at + Features.LAST_SUPPORTER] != supporter) {
            sums[at + Features.LAST_SUPPORTER] = supporter;
            sums[at + Features.SUPPORTERS]++;
        }
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
        stand(candidates.item(candidate));
        Features.read(candidates.sums(), candidate * Features.SUMS, standing, features);
        return features;
    }

    /** The features of an item, which becomes a candidate if it is none. */
    float[] featuresOf(int item) {
        return features(candidates.offset(item) / Features.SUMS);
    }

    /** A copy of an item's sums. */
    float[] sumsOf(int item) {
        int at = candidates.offset(item);
        return Arrays.copyOfRange(candidates.sums(), at, at + Features.SUMS);
    }

    /** What each of the session's products, latest first, adds to an item's sums; forgets the candidates. */
    float[][] partsOf(int item) {
        float[][] parts = new float[different][];
        for (int back = 0; back < different; back++) {
            candidates.clear();
            collectNeighbours(latest[back], back);
            parts[back] = sumsOf(item);
        }
        return parts;
    }

    /** The id of one of the session's products, 0 = the latest. */
    long seed(int back) {
        return idOf(latest[back]);
    }

    private void stand(int item) {
        ItemFigures figures = learned.figures();
        boolean isLearned = item < learned.items();
        float pairs = (float) learned.settings().pairPrior() / recencyFading;
        int latestClick = isLearned ? figures.latest[item] : -1;
        standing.clicks = isLearned ? figures.clicks[item] : 0;
        standing.popularity = isLearned ? figures.popularity[item] : 0;
        standing.trend = isLearned ? figures.trend[item] : 0;
        pairs += isLearned ? figures.afterSums[item] + figures.beforeSums[item] : 0;
        Increments.ItemChange change = increments.change(item);
        if (change != null) {
            latestClick = Math.max(latestClick, change.latest);
            standing.clicks += change.clicks;
            standing.popularity += (float) change.popularity;
            standing.trend += (float) change.trend;
            pairs += (float) (change.after + change.before);
        }
        standing.popularity *= popularityFading;
        standing.trend *= trendFading;
        standing.rarity = 1 / (float) Math.sqrt(pairs);
        standing.age = latestClick < 0 ? 1 : (float) (increments.size() - latestClick) / increments.size();
    }

    /** The best candidates, best first; ties by item id. */
    List<NextItem> best(int limit, float[] weights, LongPredicate allowed) {
        int size = candidates.size();
        if (scores.length < size) {
            scores = new float[size * 2];
        }
        TopItems best = new TopItems(limit, this::isBefore);
        for (int candidate = 0; candidate < size; candidate++) {
            if (allowed.test(id(candidate))) {
                stand(candidates.item(candidate));
                scores[candidate] = Features.score(candidates.sums(), candidate * Features.SUMS, standing, weights);
                best.offer(candidate);
            }
        }
        List<NextItem> items = new ArrayList<>(limit);
        for (int candidate : best.bestFirst()) {
            items.add(new NextItem(id(candidate), scores[candidate]));
        }
        return items;
    }

    private long id(int candidate) {
        return idOf(candidates.item(candidate));
    }

    private long idOf(int item) {
        return item < learned.items() ? ids.keyAt(item) : increments.idOfAdded(item);
    }

    private boolean isBefore(int a, int b) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : id(a) < id(b);
    }

    static float dot(float[] features, float[] weights) {
        float sum = 0;
        for (int i = 0; i < Features.COUNT; i++) {
            sum += features[i] * weights[i];
        }
        return sum;
    }
}
