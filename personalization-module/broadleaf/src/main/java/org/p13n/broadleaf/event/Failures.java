package org.p13n.broadleaf.event;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What went wrong inside the module without anybody in the shop noticing. Each cause is logged once with its stack
 * trace, every occurrence is counted, and the last one is remembered for the health endpoint and the admin.
 */
public final class Failures {
    private static final Log LOG = LogFactory.getLog(Failures.class);

    /** So many different causes are told apart; beyond that a failure is only counted. */
    private static final int MOST_CAUSES = 200;

    private static final int MOST_NESTED = 5;
    private static final int MOST_FRAMES = 20;

    private final LongSupplier clock;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final LongAdder count = new LongAdder();
    private volatile Failure last = new Failure(null, 0);

    /**
     * What failed last.
     *
     * @param kind where and what, like {@code writer: CannotGetJdbcConnectionException}; null if nothing ever failed
     */
    public record Failure(String kind, long at) {}

    public Failures() {
        this(System::currentTimeMillis);
    }

    public Failures(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Counts the failure, and logs it if it is the first of its kind.
     *
     * @param doing what the module was doing, in a word or two that never hold anything personal
     * @return whether it is the first of its kind
     */
    public boolean report(String doing, Throwable cause) {
        count.increment();
        String kind = doing + ": " + cause.getClass().getSimpleName();
        last = new Failure(kind, clock.getAsLong());
        boolean first = logged.size() < MOST_CAUSES && logged.add(kind);
        if (first) {
            LOG.warn("Personalization failed at " + kind + "; the shop goes on without it. Logged once per cause\n"
                    + trace(cause));
        }
        return first;
    }

    /** The causes and where they were thrown, without their messages: a database's quote the row that it refused. */
    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < MOST_NESTED; cause = cause.getCause(), depth++) {
            trace.append("caused by ").append(cause.getClass().getName());
            if (cause instanceof SQLException refused) {
                trace.append(" (SQLState ").append(refused.getSQLState()).append(')');
            }
            Stream.of(cause.getStackTrace())
                    .limit(MOST_FRAMES)
                    .forEach(frame -> trace.append("\n    at ").append(frame));
            trace.append('\n');
        }
        return trace.toString();
    }

    public Failure last() {
        return last;
    }

    public long count() {
        return count.sum();
    }
}
