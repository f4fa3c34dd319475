package org.p13n.sample.e2e;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again, up to a deadline, whether something that takes a moment has come about. */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Polling() {}

    /** The first value that satisfies, or the last one before the deadline, to be asserted upon. */
    static <T> T until(Duration atMost, Supplier<T> look, Predicate<? super T> satisfies) {
        long deadline = System.nanoTime() + atMost.toNanos();
        T seen = look.get();
        while (!satisfies.test(seen) && System.nanoTime() < deadline) {
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the store", e);
        }
    }
}
