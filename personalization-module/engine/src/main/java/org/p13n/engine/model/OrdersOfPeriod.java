package org.p13n.engine.model;

import java.util.Arrays;
import org.p13n.engine.event.Hash;
import org.p13n.engine.model.basket.BasketTrainer;
import org.p13n.engine.model.index.LongIndex;

/** Each shopper's orders of the same period, by which a shopper counts once for a product in it. */
final class OrdersOfPeriod {
    /*
     * Orders of a shopper and period are linked to each other; a line counts if no other of them has its product. So
     * neither the order of arrival matters nor what is cancelled in between (but for the decay within a period). The
     * period is a fixed grid. About 40 bytes per order; the keys are hashes, of which two of a million agree with a
     * probability of 3 in 100 million.
     */
    private static final int NONE = -1;

    private final BasketTrainer orders;
    private final long periodMillis;
    private final LongIndex periods = new LongIndex();
    private final LongIndex orderIds = new LongIndex();
    private int[] latest = {};
    private int[] earlier = {};

    /** @param periodMillis 0 = every order counts */
    OrdersOfPeriod(BasketTrainer orders, long periodMillis) {
        this.orders = orders;
        this.periodMillis = periodMillis;
    }

    /** Takes note of an order that is known to the trainer; again changes nothing. */
    void add(long orderId) {
        if (periodMillis == 0 || orderIds.find(orderId) >= 0) {
            return;
        }
        int order = orderIds.findOrAdd(orderId);
        int period = periods.findOrAdd(key(orderId));
        latest = roomFor(period, latest);
        earlier = roomFor(order, earlier);
        earlier[order] = latest[period];
        latest[period] = order;
    }

    /** Whether another order of that shopper and period has the item, too. */
    boolean isElsewhere(long orderId, long itemId) {
        int period = periodMillis == 0 ? NONE : periods.find(key(orderId));
        for (int other = period < 0 ? NONE : latest[period]; other != NONE; other = earlier[other]) {
            long otherId = orderIds.keyAt(other);
            if (otherId != orderId && orders.holds(otherId, itemId)) {
                return true;
            }
        }
        return false;
    }

    private long key(long orderId) {
        return Hash.mix(
                Hash.mix(orders.shopper(orderId)) + Math.floorDiv(orders.at(orderId), Math.max(1, periodMillis)));
    }

    private static int[] roomFor(int number, int[] numbers) {
        if (number < numbers.length) {
            return numbers;
        }
        int[] larger = Arrays.copyOf(numbers, Math.max(16, number * 2));
        Arrays.fill(larger, numbers.length, larger.length, NONE);
        return larger;
    }
}
