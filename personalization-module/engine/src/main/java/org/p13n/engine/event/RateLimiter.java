package org.p13n.engine.event;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each of any number of keys, in memory that never grows: one per node, shared by all request
 * threads without a lock.
 */
public final class RateLimiter {
    /*
     * A bucket is one number: the time at which it would be full again (the virtual scheduling form of the leaky bucket,
     * ITU-T I.371, called GCRA). A token costs one interval, and is to be had as long as that time is less than a full
     * bucket ahead. An idle bucket needs no cleaning up: it is full once that time is past.
     *
     * Keys have no bucket of their own but two each, found by two secret hashes, and are let through if either has a
     * token, as the smaller counter of a count-min sketch is believed (Cormode and Muthukrishnan, J. Algorithms 2005).
     * Alone, a key has the same history in both, so it never gets more than its due; it is refused wrongly only if both
     * are emptied by others at that moment: with a hundred keys at their limit in the default 65,536 buckets once in
     * 100,000. Inventing keys gains nothing and takes no memory, and nobody can aim at another's buckets without the
     * secret. 8 bytes per bucket.
     */
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST_BUCKETS = 1 << 26;

    private final AtomicLongArray fullAt;
    private final int mask;
    private final long secret;
    private final long interval;
    private final long burst;
    private final LongSupplier nanoClock;

    /**
     * Full buckets.
     *
     * @param perSecond tokens that each key gets a second; more than 0
     * @param burst tokens in a full bucket, at least 1
     * @param buckets 2 to 67,108,864, rounded up to a power of two
     * @param secret any random number that no stranger knows
     * @param nanoClock like {@link System#nanoTime}
     */
    public RateLimiter(double perSecond, int burst, int buckets, long secret, LongSupplier nanoClock) {
        if (!(perSecond > 0) || perSecond > NANOS_PER_SECOND || burst < 1) {
            throw new IllegalArgumentException(
                    "A rate limit must allow more than 0 (to 1,000,000,000) a second and 1 or" + " more at once but is "
                            + perSecond + " and " + burst + ": correct the setting");
        }
        if (buckets < 2 || buckets > MOST_BUCKETS) {
            throw new IllegalArgumentException(
                    "A rate limit must have 2 to " + MOST_BUCKETS + " buckets but has " + buckets);
        }
        int size = Integer.highestOneBit(buckets - 1) << 1;
        fullAt = new AtomicLongArray(size);
        mask = size - 1;
        this.secret = secret;
        interval = Math.max(1, Math.round(NANOS_PER_SECOND / perSecond));
        this.burst = burst * interval;
        this.nanoClock = nanoClock;
        long now = nanoClock.getAsLong();
        for (int i = 0; i < size; i++) {
            fullAt.setPlain(i, now);
        }
    }

    /** Takes one of the key's tokens; false if there is none. */
    public boolean tryAcquire(long key) {
        long now = nanoClock.getAsLong();
        long hash = Hash.mix(key ^ secret);
        int one = (int) hash & mask;
        int other = (int) (hash >>> 32) & mask;
        boolean first = take(one, now);
        boolean second = take(other == one ? one ^ 1 : other, now);
        return first || second;
    }

    private boolean take(int bucket, long now) {
        while (true) {
            long full = fullAt.get(bucket);
            if (!isLeft(full, now)) {
                return false;
            }
            // clocks of this kind may overflow: only differences are compared
            long from = full - now > 0 ? full : now;
            if (fullAt.compareAndSet(bucket, full, from + interval)) {
                return true;
            }
        }
    }

    private boolean isLeft(long full, long now) {
        return full - now <= burst - interval;
    }
}
