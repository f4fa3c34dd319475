package org.p13n.engine.model.basket;

import java.util.ArrayList;
import java.util.List;

/** Divides the score of an item in one cart among the cart's items and the item's popularity. */
final class CartExplainer {
    /*
     * Each signal of evidence f(x) contributes f(0) to everybody and f(x) - f(0) to those who made x: by their part in the
     * sum x; for the strongest weight, all to whose it is. So the shares add up to the score exactly, up to rounding.
     */
    private final BasketModel model;
    private final int[] seeds;
    private final double[] weights = new double[Signals.COUNT];

    CartExplainer(BasketModel model, int[] seeds) {
        this.model = model;
        this.seeds = seeds;
        Signals.weights(model.blend(), seeds.length, weights);
    }

    /** @param item its number, or -1 = unknown */
    BasketExplanation explain(int item) {
        int cartSize = Math.max(1, seeds.length);
        if (item < 0) {
            return new BasketExplanation(0, 0, List.of());
        }
        CartEvidence all = new CartEvidence(companions());
        int whole = all.place(item);
        float[] without = signals(all, whole, cartSize);
        for (int seed : seeds) {
            model.add(seed, all);
        }
        float[] with = signals(all, whole, cartSize);
        double[] shares = shares(all, whole, with, without);
        List<BasketExplanation.Share> perSeed = new ArrayList<>();
        for (int i = 0; i < seeds.length; i++) {
            perSeed.add(
                    new BasketExplanation.Share(model.id(seeds[i]), shares[i], model.ordersTogether(seeds[i], item)));
        }
        return new BasketExplanation(dot(with), dot(without), List.copyOf(perSeed));
    }

    private double[] shares(CartEvidence all, int whole, float[] with, float[] without) {
        double[] shares = new double[seeds.length];
        boolean strongestGiven = false;
        for (int i = 0; i < seeds.length; i++) {
            CartEvidence own = new CartEvidence(model.row(seeds[i]).size() + 1);
            int place = own.place(all.item(whole));
            model.add(seeds[i], own);
            double[] parts = new double[Signals.POPULARITY];
            parts[Signals.LINEAR] = part(own.linear(place), all.linear(whole));
            parts[Signals.LOG_LINEAR] = parts[Signals.LINEAR];
            parts[Signals.CONDITIONAL] = part(own.conditional(place), all.conditional(whole));
            parts[Signals.COSINE] = part(own.halfCosine(place), all.halfCosine(whole));
            boolean strongest = !strongestGiven && own.strongest(place) == all.strongest(whole);
            parts[Signals.STRONGEST] = strongest ? 1 : 0;
            strongestGiven |= strongest;
            for (int k = 0; k < parts.length; k++) {
                shares[i] += weights[k] * parts[k] * (with[k] - without[k]);
            }
        }
        return shares;
    }

    private float[] signals(CartEvidence evidence, int place, int cartSize) {
        float[] signals = new float[Signals.COUNT];
        model.signals(evidence, place, cartSize, signals);
        return signals;
    }

    private double dot(float[] signals) {
        double score = 0;
        for (int k = 0; k < Signals.COUNT; k++) {
            score += weights[k] * signals[k];
        }
        return score;
    }

    private int companions() {
        int companions = 1;
        for (int seed : seeds) {
            companions += model.row(seed).size();
        }
        return companions;
    }

    private static double part(double own, double all) {
        return all == 0 ? 0 : own / all;
    }
}
