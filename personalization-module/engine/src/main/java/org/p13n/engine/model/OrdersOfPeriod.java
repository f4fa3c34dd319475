package org.p13n.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.p13n.engine.event.Hash;
import org.p13n.engine.model.index.LongIndex;

/** Each shopper's orders of the same period, by which a shopper counts once for a product in it. */
final class OrdersOfPeriod {
    /*
     * Orders of a shopper and period are linked to each other; a line counts if no other of them has its product. So
     * neither the order of arrival matters nor what is cancelled in between (but for the decay within a period). The
     * period is a fixed grid. About 30 bytes per order; the keys are hashes, of which two of a million agree with a
     * probability of 3 in 100 million.
     */
    private final long periodMillis;
    private final LongIndex keys = new LongIndex();
    private final List<Basket> latest = new ArrayList<>();

    /** @param periodMillis 0 = every order counts */
    OrdersOfPeriod(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    /** Takes note of an order; again changes nothing. */
    void add(Basket basket) {
        if (periodMillis == 0 || basket.linked) {
            return;
        }
        basket.linked = true;
        int number = keys.findOrAdd(key(basket));
        if (number == latest.size()) {
            latest.add(basket);
        } else {
            basket.earlier = latest.set(number, basket);
        }
    }

    /** Whether another order of that shopper and period has the item, too. */
    boolean isElsewhere(Basket basket, int item) {
        int number = periodMillis == 0 ? -1 : keys.find(key(basket));
        for (Basket other = number < 0 ? null : latest.get(number); other != null; other = other.earlier) {
            if (other != basket && other.contains(item)) {
                return true;
            }
        }
        return false;
    }

    private long key(Basket basket) {
        return Hash.mix(Hash.mix(basket.shopperId) + Math.floorDiv(basket.at, periodMillis));
    }
}
