package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {
    private static final long SECOND = 1_000_000_000;
    private static final long SECRET = 0x5eed;

    private final AtomicLong clock = new AtomicLong(-3 * SECOND);

    @Test
    void letsABurstThroughAndThenTheRate() {
        RateLimiter limiter = limiter(2, 5);
        assertThat(let(limiter, 7, 10)).isEqualTo(5);
        clock.addAndGet(SECOND);
        assertThat(let(limiter, 7, 10)).isEqualTo(2);
        clock.addAndGet(100 * SECOND);
        assertThat(let(limiter, 7, 10))
                .as("a bucket holds no more than a burst")
                .isEqualTo(5);
    }

    @Test
    void keepsKeysApart() {
        RateLimiter limiter = limiter(1, 3);
        let(limiter, 7, 10);
        assertThat(let(limiter, 8, 10)).isEqualTo(3);
    }

    @Test
    void bearsAMillionInventedKeysWithoutHarmToOthers() {
        RateLimiter limiter = limiter(1, 5);
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            limiter.tryAcquire(random.nextLong());
            clock.addAndGet(SECOND / 1_000);
        }
        assertThat(let(limiter, 7, 10)).isEqualTo(5);
    }

    @Test
    void neverLetsMoreThroughWhenThreadsContend() throws InterruptedException {
        int threads = 4;
        RateLimiter limiter = limiter(1, 1_000);
        AtomicLong passed = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        pool.invokeAll(Collections.nCopies(threads, () -> passed.addAndGet(let(limiter, 7, 1_000))));
        pool.shutdown();
        assertThat(passed.get()).isBetween(1_000L, 1_000L + threads);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 16", "-1, 1, 16", "NaN, 1, 16", "1, 0, 16", "1, 1, 1", "1, 1, 67108865"})
    void refusesWhatCannotWork(double perSecond, int burst, int buckets) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimiter(perSecond, burst, buckets, SECRET, clock::get));
    }

    /** In whatever rhythm a key asks, it never gets more than a burst and its rate; alone, never less. */
    @Property(seed = "1")
    void givesAKeyItsDueAndNoMore(
            @ForAll long key,
            @ForAll long rhythm,
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @IntRange(min = 1, max = 50) int burst,
            @ForAll @LongRange(min = 1, max = SECOND) long longestPause) {
        long start = clock.get();
        RateLimiter limiter = limiter(perSecond, burst);
        Random random = new Random(rhythm);
        long passed = 0;
        double tokens = burst;
        for (int i = 0; i < 300; i++) {
            long pause = (long) (random.nextDouble() * longestPause);
            clock.addAndGet(pause);
            tokens = Math.min(burst, tokens + (double) pause * perSecond / SECOND);
            boolean let = limiter.tryAcquire(key);
            if (Math.abs(tokens - 1) > 1e-3) {
                assertThat(let).isEqualTo(tokens > 1);
            }
            tokens -= let ? 1 : 0;
            passed += let ? 1 : 0;
        }
        double seconds = (double) (clock.get() - start) / SECOND;
        assertThat((double) passed).isLessThanOrEqualTo(burst + seconds * perSecond + 1e-3);
    }

    private RateLimiter limiter(double perSecond, int burst) {
        return new RateLimiter(perSecond, burst, 1 << 16, SECRET, clock::get);
    }

    private static int let(RateLimiter limiter, long key, int times) {
        int let = 0;
        for (int i = 0; i < times; i++) {
            let += limiter.tryAcquire(key) ? 1 : 0;
        }
        return let;
    }
}
