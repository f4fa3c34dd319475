package org.p13n.broadleaf.event;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A daemon thread that repeats one step: after a fixed pause, sooner when woken, later after failures. A failing step
 * is reported and tried again, at first after the usual pause and then after ever longer ones.
 */
public final class Worker {
    /** The longest pause between two tries while a step keeps failing. */
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private static final long STOP_MILLIS = 5_000;
    private static final int MOST_DOUBLINGS = 10;

    private final String name;
    private final long pauseMillis;
    private final Step step;
    private final Failures failures;
    private final Semaphore wakeUps = new Semaphore(0);
    private int failuresInARow;
    private volatile Thread thread;

    /** What is repeated. */
    public interface Step {
        void run() throws Exception;
    }

    /** @param name a word or two, for the thread's name and the log */
    public Worker(String name, long pauseMillis, Step step, Failures failures) {
        if (pauseMillis < 1) {
            throw new IllegalArgumentException(
                    "The pause of worker " + name + " must be 1 ms or more but is " + pauseMillis);
        }
        this.name = name;
        this.pauseMillis = pauseMillis;
        this.step = step;
        this.failures = failures;
    }

    public synchronized void start() {
        if (thread == null) {
            Thread started = new Thread(this::repeat, "personalization-" + name);
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** Makes the next step start now, or right after the one that is running. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Lets the running step end, waits for it a few seconds, and starts no other. */
    public void stop() {
        ended();
    }

    /** @return false if the running step did not end in time */
    private synchronized boolean ended() {
        Thread stopping = thread;
        thread = null;
        if (stopping == null) {
            return true;
        }
        wake();
        try {
            stopping.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stopping.isAlive()) {
            stopping.interrupt();
            return false;
        }
        return true;
    }

    /** Stops and then runs the step one last time, on the calling thread; not if the running one does not end. */
    public void finish() {
        if (ended()) {
            runOnce();
        }
    }

    private void repeat() {
        while (thread == Thread.currentThread()) {
            long pause = runOnce();
            try {
                if (wakeUps.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Runs the step and says for how many milliseconds to pause after it. */
    long runOnce() {
        try {
            step.run();
            failuresInARow = 0;
            return pauseMillis;
        } catch (Throwable e) {
            // an error must not end the thread silently either
            failures.report(name, e);
            failuresInARow = Math.min(failuresInARow + 1, MOST_DOUBLINGS);
            return Math.max(pauseMillis, Math.min(LONGEST_PAUSE_MILLIS, pauseMillis << (failuresInARow - 1)));
        }
    }
}
