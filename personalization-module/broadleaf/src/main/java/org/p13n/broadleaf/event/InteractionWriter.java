package org.p13n.broadleaf.event;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.NumberedInteraction;

/**
 * The background thread that moves interactions from the queue into the database, in batches and each exactly once.
 * While nothing waits it sleeps until the next one is offered, so that what a killed process loses is milliseconds old.
 * While the database is slow or away they go into the journal, and from there into the database when it is back, in
 * order, before newer ones.
 */
public final class InteractionWriter implements ErasureListener {
    /** The longest pause between two tries while the database is away; the journal is written all the time. */
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private static final int MOST_DOUBLINGS = 10;
    private static final long ADOPT_EVERY_MILLIS = 60_000;

    /** Whoever reads new interactions by their ids looks back this far at least. */
    private static final long LATE_AFTER_MILLIS = 15_000;

    /** However much waits, after so many batches the writer looks at what else is to be done. */
    private static final int MOST_BATCHES = 50;

    private final InteractionQueue queue;
    private final InteractionTable table;
    private final Spill spill;
    private final LateArrivals late;
    private final Intake intake;
    private final ForgetRequests forgetting;
    private final RecentShoppers recent = new RecentShoppers();
    private final BatchWriter batches;
    private final int batchSize;
    private final long pauseMillis;
    private final Counters counters;
    private final Failures failures;
    private final LongSupplier clock;
    private final Worker worker;
    private final Worker watch;
    private long tryAgainAt;
    private int failuresInARow;
    private long adoptAt;
    private boolean storedLate;

    /** @param pauseMillis how long a batch may take before everything goes into the journal, and the pause after a failure */
    public InteractionWriter(
            InteractionQueue queue,
            InteractionTable table,
            Spill spill,
            LateArrivals late,
            int batchSize,
            long pauseMillis,
            Counters counters,
            Failures failures) {
        this(queue, table, spill, late, batchSize, pauseMillis, counters, failures, System::currentTimeMillis);
    }

    InteractionWriter(
            InteractionQueue queue,
            InteractionTable table,
            Spill spill,
            LateArrivals late,
            int batchSize,
            long pauseMillis,
            Counters counters,
            Failures failures,
            LongSupplier clock) {
        this.queue = queue;
        this.table = table;
        this.spill = spill;
        this.late = late;
        this.batchSize = batchSize;
        this.pauseMillis = pauseMillis;
        this.counters = counters;
        this.failures = failures;
        this.clock = clock;
        forgetting = new ForgetRequests(table, spill);
        intake = new Intake(queue, table, spill, forgetting, batchSize, counters);
        batches = new BatchWriter(table, counters, failures);
        worker = new Worker("writer", pauseMillis, this::write, failures);
        watch = new Worker("journal", pauseMillis, this::spillIfSlow, failures);
        counters.watch("journal_records", spill::waiting);
        counters.watch("journal_bytes", spill::bytes);
        queue.wakeConsumerBy(worker::wake);
    }

    public void start() {
        worker.start();
        watch.start();
    }

    /** Stops after one last try to store what is waiting; what cannot be stored stays in the journal. */
    public void stop() {
        watch.stop();
        tryAgainAt = 0;
        worker.finish();
        intake.notStored();
        spill.close();
    }

    @Override
    public void forgotten(LongPredicate erased, long until) {
        forgetting.add(erased, until, clock.getAsLong());
        worker.wake();
    }

    void write() {
        if (clock.getAsLong() < tryAgainAt) {
            intake.notStored();
            return;
        }
        try {
            spill.open(clock.getAsLong());
            boolean more;
            do {
                more = storeWhatWaits();
                forgetting.forgetEverywhere(recent, clock.getAsLong());
                failuresInARow = 0;
            } while (more || !queue.idleIfEmpty());
        } catch (RuntimeException e) {
            failures.report("writer", e);
            intake.notStored();
            failuresInARow = Math.min(failuresInARow + 1, MOST_DOUBLINGS);
            tryAgainAt = clock.getAsLong() + Math.min(LONGEST_PAUSE_MILLIS, pauseMillis << (failuresInARow - 1));
        }
    }

    /** The database may take long without failing; then what waits is safer on disk than in memory. */
    void spillIfSlow() {
        intake.spillIfGivenBefore(clock.getAsLong() - pauseMillis);
    }

    /** @return whether there is more than is stored in one go */
    private boolean storeWhatWaits() {
        adoptIfDue();
        List<NumberedInteraction> batch = intake.next(clock.getAsLong());
        for (int stored = 0; stored < MOST_BATCHES && (!batch.isEmpty() || !spill.isEmpty()); stored++) {
            if (batch.isEmpty()) {
                replay();
            } else {
                store(batch);
                intake.stored();
            }
            batch = intake.next(clock.getAsLong());
        }
        intake.resting();
        if (storedLate && spill.isEmpty()) {
            late.announce();
            storedLate = false;
        }
        return !batch.isEmpty() || !spill.isEmpty();
    }

    private void replay() {
        List<NumberedInteraction> first = spill.first(batchSize);
        if (first.isEmpty() && !spill.isEmpty()) {
            throw new IllegalStateException("The journal cannot be read now");
        }
        List<NumberedInteraction> rest = forgetting.rest(first);
        store(rest);
        counters.add(Counter.INTERACTIONS_REPLAYED, rest.size());
        spill.remove(first);
    }

    private void store(List<NumberedInteraction> some) {
        List<NumberedInteraction> stored = batches.store(some);
        long now = clock.getAsLong();
        recent.add(some, now);
        recent.add(stored, now); // a visitor's perhaps as the customer's whom he turned out to be
        storedLate |= some.stream().anyMatch(one -> InteractionIds.madeAt(one.id()) < now - LATE_AFTER_MILLIS);
    }

    private void adoptIfDue() {
        long now = clock.getAsLong();
        if (now >= adoptAt) {
            spill.adopt();
            adoptAt = now + ADOPT_EVERY_MILLIS;
        }
    }
}
