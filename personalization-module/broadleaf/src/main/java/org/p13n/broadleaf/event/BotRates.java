package org.p13n.broadleaf.event;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.p13n.engine.event.BotDetector;

/** Tells by their number of pages those who look at more than a person can, whatever they say about themselves. */
public final class BotRates {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration HOW_LONG = Duration.ofHours(1);
    private static final int PLACES = 1 << 16;

    private final BotDetector detector;

    /** @param pagesPerMinute more than these in a minute are a bot's; 0 = any number is a person's */
    public BotRates(int pagesPerMinute) {
        this(pagesPerMinute, System::nanoTime);
    }

    BotRates(int pagesPerMinute, LongSupplier nanoClock) {
        detector = pagesPerMinute == 0
                ? null
                : new BotDetector(pagesPerMinute, PERIOD, HOW_LONG, PLACES, new SecureRandom().nextLong(), nanoClock);
    }

    /** Counts one more page of the shopper. */
    boolean isBot(long shopperId) {
        return detector != null && detector.sees(shopperId);
    }
}
