package org.p13n.engine.model.repeat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.p13n.engine.model.basket.Association;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** The candidates of one shopper's next basket with their signals: his own items and what goes with them. */
final class NextBasket {
    /** Items of the shopper that taste is asked from, those with the largest say. */
    private static final int MOST_TASTE_ITEMS = 150;

    private static final double MOST_SAY = 1.5;

    private final RepeatModel model;
    private final Purchases purchases;
    private final long now;
    private final LongIndex candidates = new LongIndex();
    private final float[] signals;

    NextBasket(RepeatModel model, PurchaseHistory history, long now, LongPredicate allowed) {
        this.model = model;
        this.now = now;
        purchases = new Purchases(history, model.settings(), now);
        Association taste = taste();
        for (int own = 0; own < purchases.size(); own++) {
            if (allowed.test(purchases.itemId(own))) {
                candidates.findOrAdd(purchases.itemId(own));
            }
        }
        Likes likes = model.likes(history);
        addCompanions(taste, allowed);
        addLiked(likes, allowed);
        addPopular(allowed);
        signals = new float[candidates.size() * RepeatSignals.COUNT];
        float[] own = new float[RepeatSignals.COUNT];
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            write(candidates.keyAt(candidate), taste, likes, own);
            System.arraycopy(own, 0, signals, candidate * RepeatSignals.COUNT, RepeatSignals.COUNT);
        }
    }

    int size() {
        return candidates.size();
    }

    long itemId(int candidate) {
        return candidates.keyAt(candidate);
    }

    /** In how many of the shopper's orders the candidate is. */
    int purchases(int candidate) {
        int own = purchases.find(itemId(candidate));
        return own < 0 ? 0 : purchases.times(own);
    }

    /** The candidates' signals, one candidate after another. */
    float[] signals() {
        return signals;
    }

    double[] scores(double[] blend) {
        double[] scores = new double[size()];
        for (int candidate = 0; candidate < scores.length; candidate++) {
            for (int k = 0; k < RepeatSignals.COUNT; k++) {
                scores[candidate] += blend[k] * signals[candidate * RepeatSignals.COUNT + k];
            }
        }
        return scores;
    }

    /** Numbers of the best candidates, best first; ties by item id. */
    int[] best(int count, double[] scores) {
        TopItems top = new TopItems(Math.min(count, size()), (a, b) -> {
            if (scores[a] != scores[b]) {
                return scores[a] > scores[b];
            }
            return itemId(a) < itemId(b);
        });
        for (int candidate = 0; candidate < size(); candidate++) {
            top.offer(candidate);
        }
        return top.bestFirst();
    }

    private Association taste() {
        TopItems top = new TopItems(Math.min(MOST_TASTE_ITEMS, purchases.size()), (a, b) -> {
            if (purchases.decayedByTaste(a) != purchases.decayedByTaste(b)) {
                return purchases.decayedByTaste(a) > purchases.decayedByTaste(b);
            }
            return purchases.itemId(a) < purchases.itemId(b);
        });
        for (int own = 0; own < purchases.size(); own++) {
            top.offer(own);
        }
        int[] strongest = top.bestFirst();
        long[] itemIds = new long[strongest.length];
        double[] says = new double[strongest.length];
        for (int i = 0; i < strongest.length; i++) {
            itemIds[i] = purchases.itemId(strongest[i]);
            says[i] = Math.min(MOST_SAY, purchases.decayedByTaste(strongest[i]));
        }
        return model.companions().associate(itemIds, says);
    }

    private void addCompanions(Association taste, LongPredicate allowed) {
        TopItems top = new TopItems(Math.min(model.settings().companions(), taste.size()), (a, b) -> {
            if (taste.weight(a) != taste.weight(b)) {
                return taste.weight(a) > taste.weight(b);
            }
            return taste.itemId(a) < taste.itemId(b);
        });
        for (int number = 0; number < taste.size(); number++) {
            if (purchases.find(taste.itemId(number)) < 0 && allowed.test(taste.itemId(number))) {
                top.offer(number);
            }
        }
        for (int number : top.bestFirst()) {
            candidates.findOrAdd(taste.itemId(number));
        }
    }

    private void addLiked(Likes likes, LongPredicate allowed) {
        TopItems top = new TopItems(Math.min(model.settings().companions(), likes.size()), (a, b) -> {
            if (likes.weight(a) != likes.weight(b)) {
                return likes.weight(a) > likes.weight(b);
            }
            return model.itemId(likes.item(a)) < model.itemId(likes.item(b));
        });
        for (int place = 0; place < likes.size(); place++) {
            if (allowed.test(model.itemId(likes.item(place)))) {
                top.offer(place);
            }
        }
        for (int place : top.bestFirst()) {
            candidates.findOrAdd(model.itemId(likes.item(place)));
        }
    }

    private void addPopular(LongPredicate allowed) {
        for (long itemId : model.popular()) {
            if (allowed.test(itemId)) {
                candidates.findOrAdd(itemId);
            }
        }
    }

    private void write(long itemId, Association taste, Likes likes, float[] own) {
        Arrays.fill(own, 0);
        int place = purchases.find(itemId);
        if (place >= 0) {
            RepeatSignals.write(purchases, place, model.rhythm(purchases, place), model.rate(itemId), now, own);
        }
        RepeatSignals.writeTaste(taste.weightOf(itemId), own);
        RepeatSignals.writeKindred(likes.weightOf(model.number(itemId)), own);
        for (int window = 0; window < RepeatSignals.WINDOW_DAYS.length; window++) {
            long span = TimeUnit.DAYS.toMillis(RepeatSignals.WINDOW_DAYS[window]);
            own[RepeatSignals.SALES + window] = (float) Math.log1p(model.sales(itemId, now, span));
        }
    }
}
