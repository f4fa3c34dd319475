package org.p13n.broadleaf.model;

/** How far a training is, and whether it must stop; the training writes it, another thread reads it and may stop it. */
final class TrainingProgress {
    private volatile String phase;
    private volatile long done;
    private volatile long total;
    private volatile Stop stop;

    /** Why a training ends before it is done. */
    enum Stop {
        CANCELLED,
        LEASE_LOST,
        NODE_STOPS
    }

    /** Ends the training from within. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient Stop why;

        Stopped(Stop why) {
            super("The training was stopped: " + why, null, false, false);
            this.why = why;
        }
    }

    /** Begins a phase of that many pieces of work. */
    void begin(String next, long pieces) {
        check();
        done = 0;
        total = pieces;
        phase = next;
    }

    /** Counts a piece of work; called by one thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void step() {
        check();
        done++;
    }

    void check() {
        Stop why = stop;
        if (why != null) {
            throw new Stopped(why);
        }
    }

    void stop(Stop why) {
        stop = why;
    }

    String phase() {
        return phase;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }
}
