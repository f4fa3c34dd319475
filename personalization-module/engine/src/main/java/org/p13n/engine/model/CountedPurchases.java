package org.p13n.engine.model;

import java.util.Arrays;
import org.p13n.engine.event.Hash;

/** Which shopper has already counted for which product in which period, and how many orders stand behind that. */
final class CountedPurchases {
    /*
     * A shopper who orders a product again and again within a period counts once, and counts until the last of these
     * orders is cancelled, so that taking back an order leaves what would be without it (but for the decay within a
     * period). The period is a fixed grid, so that the order of arrival does not matter. 20 to 34 bytes per shopper,
     * product and period; the keys are hashes, of which two of a million agree with a probability of 3 in 100 million.
     */
    private final long periodMillis;
    private final LongIndex keys = new LongIndex();
    private byte[] orders = new byte[16];

    /** @param periodMillis 0 = every order counts */
    CountedPurchases(long periodMillis) {
        this.periodMillis = periodMillis;
    }

    /** Takes note of an order of the item; false if the shopper has counted already. */
    boolean add(long shopperId, int item, long at) {
        if (periodMillis == 0) {
            return true;
        }
        int number = keys.findOrAdd(key(shopperId, item, at));
        if (number >= orders.length) {
            orders = Arrays.copyOf(orders, orders.length * 2);
        }
        if (orders[number] < Byte.MAX_VALUE) {
            orders[number]++;
        }
        return orders[number] == 1;
    }

    /** Takes an order of the item back; true if the shopper no longer counts. */
    boolean remove(long shopperId, int item, long at) {
        if (periodMillis == 0) {
            return true;
        }
        int number = keys.find(key(shopperId, item, at));
        return number >= 0 && --orders[number] == 0;
    }

    private long key(long shopperId, int item, long at) {
        return Hash.mix(Hash.mix(Hash.mix(shopperId) + item) + Math.floorDiv(at, periodMillis));
    }
}
