package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BotDetectorTest {
    private static final long SECOND = 1_000_000_000;
    private static final int MOST = 60;

    private final AtomicLong clock = new AtomicLong();
    private final BotDetector detector =
            new BotDetector(MOST, Duration.ofMinutes(1), Duration.ofMinutes(10), 1 << 12, 0x5eed, clock::get);

    @Test
    void recognisesWhoDoesMoreThanAPersonCan() {
        for (int i = 0; i < MOST; i++) {
            assertThat(detector.sees(7)).isFalse();
        }
        assertThat(detector.sees(7)).isTrue();
        assertThat(detector.isBot(7)).isTrue();
        assertThat(detector.sees(8)).isFalse();
    }

    @Test
    void takesABotForOneForAWhile() {
        becomeBot(7);
        clock.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(detector.sees(7)).as("in the ninth minute").isTrue();
        clock.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(detector.isBot(7)).as("nine minutes after its last").isTrue();
        clock.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(detector.sees(7)).as("eleven minutes after its last").isFalse();
    }

    @Test
    void isNotConfusedByAHundredThousandBots() {
        for (long bot = 1; bot <= 100_000; bot++) {
            clock.addAndGet(SECOND);
            becomeBot(bot);
        }
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(detector.sees(-7)).isFalse();
        assertThat(detector.isBot(100_000)).isTrue();
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BotDetector(0, Duration.ofMinutes(1), Duration.ZERO, 16, 1, clock::get));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BotDetector(1, Duration.ZERO, Duration.ZERO, 16, 1, clock::get))
                .withMessageContaining("PT0S");
    }

    @Property(seed = "1")
    void neverTakesAPersonForABot(@ForAll long shopper, @ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        BotDetector fresh =
                new BotDetector(MOST, Duration.ofMinutes(1), Duration.ofMinutes(10), 1 << 12, seed, clock::get);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            clock.addAndGet(SECOND + random.nextInt(1_000));
            assertThat(fresh.sees(shopper)).isFalse();
        }
    }

    private void becomeBot(long shopper) {
        for (int i = 0; i <= MOST; i++) {
            detector.sees(shopper);
        }
    }
}
