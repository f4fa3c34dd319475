package org.p13n.sample.data;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says how far a load is, at most every two seconds, so that a person who waits sees that it moves. */
final class Progress {
    private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;

    private final Consumer<String> lines;
    private final LongSupplier nanos;
    private String what = "";
    private long total;
    private long done;
    private long saidAt;

    Progress(Consumer<String> lines, LongSupplier nanos) {
        this.lines = lines;
        this.nanos = nanos;
    }

    void start(String newWhat, long newTotal) {
        what = newWhat;
        total = newTotal;
        done = 0;
        saidAt = nanos.getAsLong();
    }

    void step() {
        done++;
        long now = nanos.getAsLong();
        if (now - saidAt >= NANOS_BETWEEN_LINES) {
            saidAt = now;
            say(String.format(
                    Locale.ROOT, "%s: %,d of %,d rows (%d %%)", what, done, total, 100 * done / Math.max(1, total)));
        }
    }

    void say(String line) {
        lines.accept(line);
    }
}
