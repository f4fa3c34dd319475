package org.p13n.broadleaf.event.beacon;

import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.p13n.engine.event.RateLimiter;

/** How many beacons are taken, of each shopper and on this node. Memory is fixed, and nobody waits. */
public final class BeaconLimits {
    private static final int SHOPPERS = 1 << 16;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final long NODE = 1;

    private final RateLimiter shoppers;
    private final RateLimiter node;

    /**
     * Full allowances.
     *
     * @param perShopperAndMinute how many of one shopper, all at once if need be; 0 = none
     * @param perSecond how many on this node, all at once if need be; 0 = none
     */
    public BeaconLimits(int perShopperAndMinute, int perSecond) {
        this(perShopperAndMinute, perSecond, System::nanoTime);
    }

    BeaconLimits(int perShopperAndMinute, int perSecond, LongSupplier nanoClock) {
        long secret = new SecureRandom().nextLong();
        boolean none = perShopperAndMinute == 0 || perSecond == 0;
        shoppers = none
                ? null
                : new RateLimiter(
                        perShopperAndMinute / SECONDS_PER_MINUTE, perShopperAndMinute, SHOPPERS, secret, nanoClock);
        node = none ? null : new RateLimiter(perSecond, perSecond, 2, secret, nanoClock);
    }

    boolean allow(long shopperId) {
        return node != null && shoppers.tryAcquire(shopperId) && node.tryAcquire(NODE);
    }
}
