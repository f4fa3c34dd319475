package org.p13n.engine.model.basket;

import java.util.function.IntPredicate;
import org.p13n.engine.model.index.TopItems;

/** The candidates of one cart with their signals: first sieved by evidence, then scored by the blend. */
final class Blended {
    private final BasketModel model;
    private final CartEvidence evidence;
    private final int cartSize;
    private final int[] places;
    private final float[] signals;

    Blended(BasketModel model, CartEvidence evidence, int cartSize, int most, IntPredicate wanted) {
        this.model = model;
        this.evidence = evidence;
        this.cartSize = cartSize;
        places = sieve(most, wanted);
        signals = new float[places.length * Signals.COUNT];
        float[] own = new float[Signals.COUNT];
        for (int i = 0; i < places.length; i++) {
            model.signals(evidence, places[i], cartSize, own);
            System.arraycopy(own, 0, signals, i * Signals.COUNT, Signals.COUNT);
        }
    }

    int size() {
        return places.length;
    }

    int item(int candidate) {
        return evidence.item(places[candidate]);
    }

    int orders(int candidate) {
        return evidence.orders(places[candidate]);
    }

    /** The candidates' signals, each followed by the same ones divided by the root of the cart's size. */
    float[] features() {
        float few = (float) (1 / Math.sqrt(cartSize));
        float[] features = new float[2 * signals.length];
        for (int i = 0; i < places.length; i++) {
            for (int k = 0; k < Signals.COUNT; k++) {
                float signal = signals[i * Signals.COUNT + k];
                features[2 * i * Signals.COUNT + k] = signal;
                features[(2 * i + 1) * Signals.COUNT + k] = signal * few;
            }
        }
        return features;
    }

    /** Numbers of the best candidates, best first; ties by item id. */
    int[] best(int count, double[] scores) {
        TopItems top = new TopItems(Math.min(count, places.length), (a, b) -> {
            if (scores[a] != scores[b]) {
                return scores[a] > scores[b];
            }
            return model.id(item(a)) < model.id(item(b));
        });
        for (int i = 0; i < places.length; i++) {
            top.offer(i);
        }
        return top.bestFirst();
    }

    double[] scores(double[] blend) {
        double[] weights = new double[Signals.COUNT];
        Signals.weights(blend, cartSize, weights);
        double[] scores = new double[places.length];
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < Signals.COUNT; k++) {
                scores[i] += weights[k] * signals[i * Signals.COUNT + k];
            }
        }
        return scores;
    }

    private int[] sieve(int most, IntPredicate wanted) {
        float[] promise = new float[evidence.size()];
        TopItems top = new TopItems(Math.min(most, promise.length), (a, b) -> {
            if (promise[a] != promise[b]) {
                return promise[a] > promise[b];
            }
            return model.id(evidence.item(a)) < model.id(evidence.item(b));
        });
        for (int place = 0; place < promise.length; place++) {
            if (wanted.test(place)) {
                promise[place] = model.promise(evidence, place, cartSize);
                top.offer(place);
            }
        }
        return top.bestFirst();
    }
}
