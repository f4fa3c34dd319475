package org.p13n.engine.event;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

/**
 * Recognises those who do more than a person can: whoever exceeds a rate is a bot, and stays one for a while. One per
 * node, in memory that never grows, shared by all request threads without a lock.
 */
public final class BotDetector {
    /*
     * Rates are kept by a RateLimiter. Who exceeds his is noted in a table in which a later bot may take an earlier
     * one's place: the earlier one is then recognised again after as many interactions as at first. An idle bot is
     * forgotten in time; one that goes on stays a bot.
     */
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final RateLimiter rates;
    private final AtomicReferenceArray<Bot> bots;
    private final long secret;
    private final long howLongNanos;
    private final LongSupplier nanoClock;

    private record Bot(long shopperId, long until) {}

    /**
     * A detector that has seen nobody.
     *
     * @param most so many interactions are still a person's at once, and as many more in each period; at least 1
     * @param period at least 1 millisecond
     * @param howLong how long a bot stays one after its last interaction
     * @param places how many shoppers' rates and how many bots are remembered, more or less; 2 to 67,108,864, rounded up
     *     to a power of two; about 16 bytes each
     * @param secret any random number that no stranger knows
     * @param nanoClock like {@link System#nanoTime}
     */
    public BotDetector(int most, Duration period, Duration howLong, int places, long secret, LongSupplier nanoClock) {
        if (period.toMillis() < 1 || howLong.isNegative()) {
            throw new IllegalArgumentException("A bot must be recognised over 1 ms or more and for 0 or more but it is "
                    + period + " and " + howLong + ": correct the setting");
        }
        double perSecond = most * (double) Duration.ofSeconds(1).toMillis() / period.toMillis();
        rates = new RateLimiter(perSecond, most, places, secret, nanoClock);
        bots = new AtomicReferenceArray<>(Integer.highestOneBit(places - 1) << 1);
        this.secret = secret;
        howLongNanos = howLong.toMillis() * NANOS_PER_MILLI;
        this.nanoClock = nanoClock;
    }

    /** Takes note of one more interaction and says whether the shopper is a bot. */
    public boolean sees(long shopperId) {
        boolean human = rates.tryAcquire(shopperId);
        if (human && !isBot(shopperId)) {
            return false;
        }
        bots.set(place(shopperId), new Bot(shopperId, nanoClock.getAsLong() + howLongNanos));
        return true;
    }

    public boolean isBot(long shopperId) {
        Bot bot = bots.get(place(shopperId));
        return bot != null && bot.shopperId == shopperId && bot.until - nanoClock.getAsLong() > 0;
    }

    private int place(long shopperId) {
        return (int) (Hash.mix(shopperId + secret) >>> 16) & (bots.length() - 1);
    }
}
