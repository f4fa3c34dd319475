package org.p13n.broadleaf.event.beacon;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many beacons are taken: of one shopper in a minute, and on this node in a second. Memory is fixed, no locks. */
public final class BeaconLimits {
    /*
     * Counts in fixed windows. A cell holds the number of its window in the upper half and the count in the lower one, so
     * that one compare-and-set both counts and starts a new window. Shoppers share 16,384 cells; two who meet in one
     * share a limit, which costs them at worst some confirmations of what the server has recorded anyway.
     */
    private static final int CELLS = 1 << 14;
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long COUNT = (1L << 32) - 1;

    private final int perShopperAndMinute;
    private final int perSecond;
    private final AtomicLongArray shoppers = new AtomicLongArray(CELLS);
    private final AtomicLong node = new AtomicLong();

    public BeaconLimits(int perShopperAndMinute, int perSecond) {
        this.perShopperAndMinute = perShopperAndMinute;
        this.perSecond = perSecond;
    }

    boolean allow(long shopperId, long now) {
        int cell = Long.hashCode(shopperId * 0x9E3779B97F4A7C15L) & CELLS - 1;
        long minute = now / MILLIS_PER_MINUTE;
        long second = now / MILLIS_PER_SECOND;
        return (shoppers.updateAndGet(cell, count -> next(count, minute)) & COUNT) <= perShopperAndMinute
                && (node.updateAndGet(count -> next(count, second)) & COUNT) <= perSecond;
    }

    private static long next(long count, long window) {
        boolean same = count >>> 32 == (window & COUNT);
        return same ? count + ((count & COUNT) == COUNT ? 0 : 1) : window << 32 | 1;
    }
}
