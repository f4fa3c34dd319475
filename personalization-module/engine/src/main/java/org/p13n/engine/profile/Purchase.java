package org.p13n.engine.profile;

import java.util.concurrent.TimeUnit;

/**
 * One purchase of a product by a shopper.
 *
 * @param at epoch milliseconds, to the minute, so that the lines of an order agree
 */
public record Purchase(long itemId, long at) {
    static Purchase of(long itemId, long minute) {
        return new Purchase(itemId, TimeUnit.MINUTES.toMillis(minute));
    }
}
