package org.p13n.broadleaf.event;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Work with the database for requests that cannot wait: in threads of its own, so that a request goes on after its time is over, whatever
 * the connection pool or the database is doing. What comes too late is there for the next request.
 */
public final class TimedWork {
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

    /** @param mostMillis how long a request waits for what it reads */
    public TimedWork(long mostMillis, Failures failures) {
        this(mostMillis, failures, System::currentTimeMillis);
    }

    public TimedWork(long mostMillis, Failures failures, LongSupplier clock) {
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
    public boolean done(Runnable read) {
        return done(start(read));
    }

    /** Starts it; null if there is no room, and for a while after the database failed. */
    public Future<?> start(Runnable read) {
        if (clock.getAsLong() < notBefore) {
            return null;
        }
        try {
            return threads.submit(read);
        } catch (RejectedExecutionException e) {
            failures.report("reading for a page in time", e);
            notBefore = clock.getAsLong() + PAUSE_AFTER_TIMEOUT_MILLIS;
            return null;
        }
    }

    /** Waits for what was started, not for long, and says whether it was done in time. */
    public boolean done(Future<?> reading) {
        if (reading == null) {
            return false;
        }
        try {
            reading.get(mostMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            failures.report("reading for a page in time", e);
            notBefore = clock.getAsLong() + PAUSE_AFTER_TIMEOUT_MILLIS;
        } catch (ExecutionException e) {
            failures.report("reading for a page", e.getCause());
            notBefore = clock.getAsLong() + PAUSE_AFTER_FAILURE_MILLIS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    public void stop() {
        threads.shutdownNow();
    }
}
