package org.p13n.broadleaf.profile;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Failures;

/**
 * Reads for requests that cannot wait: in threads of its own, so that a request goes on after its time is over, whatever
 * the connection pool or the database is doing. What comes too late is there for the next request.
 */
final class ProfileLoader {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 64;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 5_000;

    /** One page asks for a profile several times, and must not wait several times. */
    private static final long PAUSE_AFTER_TIMEOUT_MILLIS = 1_000;

    private static final long IDLE_SECONDS = 30;

    private final long mostMillis;
    private final Failures failures;
    private final LongSupplier clock;
    private final ThreadPoolExecutor threads;
    private volatile long notBefore;

    ProfileLoader(long mostMillis, Failures failures, LongSupplier clock) {
        this.mostMillis = mostMillis;
        this.failures = failures;
        this.clock = clock;
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "personalization-load");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Runs it and says whether it was done in time; does not even try for a while after the database failed. */
    boolean done(Runnable read) {
        return done(start(read));
    }

    /** Starts it; null if there is no room, and for a while after the database failed. */
    Future<?> start(Runnable read) {
        if (clock.getAsLong() < notBefore) {
            return null;
        }
        try {
            return threads.submit(read);
        } catch (RejectedExecutionException e) {
            failures.report("loading a profile in time", e);
            notBefore = clock.getAsLong() + PAUSE_AFTER_TIMEOUT_MILLIS;
            return null;
        }
    }

    /** Waits for what was started, not for long, and says whether it was done in time. */
    boolean done(Future<?> reading) {
        if (reading == null) {
            return false;
        }
        try {
            reading.get(mostMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            failures.report("loading a profile in time", e);
            notBefore = clock.getAsLong() + PAUSE_AFTER_TIMEOUT_MILLIS;
        } catch (ExecutionException e) {
            failures.report("loading a profile", e.getCause());
            notBefore = clock.getAsLong() + PAUSE_AFTER_FAILURE_MILLIS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    void stop() {
        threads.shutdownNow();
    }
}
