package org.p13n.engine.model.repeat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.p13n.engine.model.index.LongIndex;

/** What one shopper bought, item by item, as seen at one moment. Lives for one question. */
final class Purchases {
    private static final double DAY = TimeUnit.DAYS.toMillis(1);

    private final PurchaseHistory history;
    private final LongIndex items = new LongIndex();
    private int[] times = new int[16];
    private int[] firstOrders = new int[16];
    private int[] lastOrders = new int[16];
    private double[] byOrder = new double[16];
    private double[] byTaste = new double[16];
    private double[] byTime = new double[16];

    Purchases(PurchaseHistory history, RepeatSettings settings, long now) {
        this.history = history;
        int orders = history.size();
        double halfLife = settings.ownHalfLife().toMillis();
        for (int order = 0; order < orders; order++) {
            int later = orders - 1 - order;
            double orderSay = Math.pow(settings.orderDecay(), later);
            double tasteSay = Math.pow(settings.tasteDecay(), later);
            double age = Math.max(0, now - history.order(order).at());
            double timeSay = Math.exp(-Math.log(2) * age / halfLife);
            for (long itemId : history.order(order).itemIds()) {
                int own = items.findOrAdd(itemId);
                makeRoom(own);
                firstOrders[own] = times[own] == 0 ? order : firstOrders[own];
                lastOrders[own] = order;
                times[own]++;
                byOrder[own] += orderSay;
                byTaste[own] += tasteSay;
                byTime[own] += timeSay;
            }
        }
    }

    /** Number of different items. */
    int size() {
        return items.size();
    }

    /** Number of orders. */
    int orders() {
        return history.size();
    }

    long itemId(int own) {
        return items.keyAt(own);
    }

    /** The item's place among the shopper's own, or -1. */
    int find(long itemId) {
        return items.find(itemId);
    }

    /** In how many orders the item is. */
    int times(int own) {
        return times[own];
    }

    /** How many orders came since, 0 = it is in the last. */
    int ordersSince(int own) {
        return history.size() - 1 - lastOrders[own];
    }

    long lastAt(int own) {
        return history.order(lastOrders[own]).at();
    }

    /** Mean days between purchases; only if there were two. */
    double meanInterval(int own) {
        return (lastAt(own) - history.order(firstOrders[own]).at()) / DAY / (times[own] - 1);
    }

    double daysSince(int own, long now) {
        return Math.max(0, now - lastAt(own)) / DAY;
    }

    /** Number of purchases, earlier orders counting less. */
    double decayedByOrder(int own) {
        return byOrder[own];
    }

    double decayedByTaste(int own) {
        return byTaste[own];
    }

    double decayedByTime(int own) {
        return byTime[own];
    }

    private void makeRoom(int own) {
        if (own == times.length) {
            int capacity = own * 2;
            times = Arrays.copyOf(times, capacity);
            firstOrders = Arrays.copyOf(firstOrders, capacity);
            lastOrders = Arrays.copyOf(lastOrders, capacity);
            byOrder = Arrays.copyOf(byOrder, capacity);
            byTaste = Arrays.copyOf(byTaste, capacity);
            byTime = Arrays.copyOf(byTime, capacity);
        }
    }
}
