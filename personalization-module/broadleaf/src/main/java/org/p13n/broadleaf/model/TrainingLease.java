package org.p13n.broadleaf.model;

import java.util.function.LongSupplier;

/** This node's right to train, which only one node has at a time. Whoever has it renews it; who dies does not, and loses it. */
final class TrainingLease {
    /*
     * Clocks of nodes differ, so none is compared with another: a node that wants the lease watches the number of
     * renewals, and takes over by compare-and-set when that number has stood still for a whole term of its own clock. The
     * holder renews it six times in a term and stops its work when a renewal is refused.
     */
    private final TrainingDesk desk;
    private final String holder;
    private final long termMillis;
    private final LongSupplier clock;
    private long watchedRenewals = -1;
    private long watchedSince;

    /** How a training ended. */
    enum End {
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * A lease that this node does not have yet.
     *
     * @param holder the node's name, unique among those that run
     * @param termMillis after how long without renewal another node may take over
     */
    TrainingLease(TrainingDesk desk, String holder, long termMillis, LongSupplier clock) {
        this.desk = desk;
        this.holder = holder;
        this.termMillis = termMillis;
        this.clock = clock;
    }

    /** True if nobody trained and this node does now. */
    boolean acquire(String phase) {
        desk.open();
        TrainingDesk.State state = desk.state();
        return (!state.isRunning() || isAbandoned(state)) && desk.take(state, holder, phase);
    }

    /** False if the lease was lost and the work must stop. */
    boolean renew(String phase, long done, long total) {
        return desk.renew(holder, phase, done, total);
    }

    void release(End how) {
        desk.leave(holder, how);
    }

    long renewEveryMillis() {
        return Math.max(1, termMillis / 6);
    }

    private boolean isAbandoned(TrainingDesk.State state) {
        long now = clock.getAsLong();
        if (state.renewals() != watchedRenewals) {
            watchedRenewals = state.renewals();
            watchedSince = now;
        }
        return now - watchedSince >= termMillis;
    }
}
