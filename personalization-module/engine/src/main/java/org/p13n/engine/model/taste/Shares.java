package org.p13n.engine.model.taste;

import java.util.ArrayList;
import java.util.List;
import org.p13n.engine.model.item.ItemNeighbours;
import org.p13n.engine.model.learning.AdditiveModel;

/** Takes a score apart by the products of the history. */
final class Shares {
    private Shares() {}

    static List<TasteShare> of(
            ItemNeighbours neighbours, TasteSettings settings, AdditiveModel curves, long[] newestFirst, long itemId) {
        int target = neighbours.number(itemId);
        int seeds = Math.min(newestFirst.length, settings.historyItems());
        double[][] parts = new double[seeds][];
        int[] evidence = new int[seeds];
        double[] sums = new double[Walk.SUMS];
        for (int i = 0; i < seeds; i++) {
            int number = neighbours.number(newestFirst[i]);
            int slot = number < 0 || target < 0 ? -1 : slot(neighbours, settings, number, target);
            if (slot >= 0) {
                parts[i] = parts(neighbours, settings, number, slot, i);
                evidence[i] = neighbours.evidence(slot);
                for (int feature = 0; feature < sums.length; feature++) {
                    sums[feature] += parts[i][feature];
                }
            }
        }
        List<TasteShare> shares = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            if (parts[i] != null) {
                shares.add(new TasteShare(newestFirst[i], amount(parts[i], sums, curves), evidence[i]));
            }
        }
        if (!shares.isEmpty()) {
            double shoppers = neighbours.shoppersTo(target);
            double own = curves.share(Walk.SUMS, (float) Math.log(1.0 + shoppers));
            for (int feature = 0; feature < Walk.SUMS; feature++) {
                own += sums[feature] > 0 ? 0 : curves.share(feature, 0);
            }
            shares.add(new TasteShare(0, own, (int) Math.round(shoppers)));
        }
        return shares;
    }

    private static int slot(ItemNeighbours neighbours, TasteSettings settings, int number, int target) {
        int end = Math.min(neighbours.end(number), neighbours.begin(number) + settings.neighbours());
        for (int slot = neighbours.begin(number); slot < end; slot++) {
            if (neighbours.neighbour(slot) == target) {
                return slot;
            }
        }
        return -1;
    }

    private static double[] parts(ItemNeighbours neighbours, TasteSettings settings, int number, int slot, int place) {
        double[] parts = new double[Walk.SUMS];
        for (int feature = 0; feature < parts.length; feature++) {
            TasteFeature each = TasteFeature.values()[feature];
            parts[feature] = Walk.fading(each, place) * Walk.say(each, neighbours, settings, number, slot);
        }
        return parts;
    }

    private static double amount(double[] parts, double[] sums, AdditiveModel curves) {
        double amount = 0;
        for (int feature = 0; feature < parts.length; feature++) {
            if (sums[feature] > 0) {
                amount += curves.share(feature, TasteFeature.of(sums[feature])) * parts[feature] / sums[feature];
            }
        }
        return amount;
    }
}
