package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.NumberedInteraction;

/**
 * What has left the queue and is not stored yet: one batch in memory while the database answers, the journal while it
 * does not. Here every interaction gets its id. Used by the writer's thread and by the one that watches it.
 */
final class Intake {
    private final InteractionQueue queue;
    private final InteractionTable table;
    private final Spill spill;
    private final ForgetRequests forgetting;
    private final int batchSize;
    private final Counters counters;
    private List<NumberedInteraction> batch = List.of();
    private boolean batchIsJournaled;
    /** What the journal had no room for. */
    private List<NumberedInteraction> behind = List.of();

    private long givenAt;

    Intake(
            InteractionQueue queue,
            InteractionTable table,
            Spill spill,
            ForgetRequests forgetting,
            int batchSize,
            Counters counters) {
        this.queue = queue;
        this.table = table;
        this.spill = spill;
        this.forgetting = forgetting;
        this.batchSize = batchSize;
        this.counters = counters;
    }

    /**
     * The next batch to store that is not in the journal; the same one until it is {@linkplain #stored stored} or
     * {@linkplain #notStored put into the journal}. Empty while the journal holds something: what is new then goes
     * behind it.
     */
    synchronized List<NumberedInteraction> next(long now) {
        if (batch.isEmpty() && !spill.isEmpty()) {
            spillQueue();
        } else if (batch.isEmpty()) {
            batch = behind.isEmpty() ? drain() : behind;
            behind = List.of();
        }
        batch = forgetting.rest(batch);
        givenAt = now;
        return batch;
    }

    synchronized void stored() {
        batch = List.of();
        batchIsJournaled = false;
        givenAt = 0;
    }

    /** Nothing is being stored now, whatever is waiting. */
    synchronized void resting() {
        givenAt = 0;
    }

    /** The batch could not be stored: it goes into the journal, and what waits in the queue behind it. */
    synchronized void notStored() {
        givenAt = 0;
        if (spillBatch()) {
            batch = List.of();
            batchIsJournaled = false;
            spillQueue();
        }
    }

    /**
     * Puts everything into the journal if the batch was given to be stored before that time and is not stored yet; it
     * is recognised by its ids if both come to the database.
     */
    synchronized void spillIfGivenBefore(long time) {
        if (givenAt != 0 && givenAt < time && spillBatch()) {
            spillQueue();
        }
    }

    private boolean spillBatch() {
        if (batch.isEmpty()) {
            return spill.isOpen();
        }
        if (!batchIsJournaled && spill.take(batch)) {
            batchIsJournaled = true;
            counters.add(Counter.INTERACTIONS_JOURNALED, batch.size());
        }
        return batchIsJournaled;
    }

    /** What the journal has no room for stays in memory; then the queue fills up to its bound and drops. */
    private void spillQueue() {
        while (!behind.isEmpty() || queue.depth() > 0) {
            if (behind.isEmpty()) {
                behind = drain();
            }
            behind = forgetting.rest(behind);
            if (!spill.take(behind)) {
                return;
            }
            counters.add(Counter.INTERACTIONS_JOURNALED, behind.size());
            behind = List.of();
        }
    }

    private List<NumberedInteraction> drain() {
        List<Interaction> drained = new ArrayList<>();
        queue.drainTo(drained, batchSize);
        return forgetting.rest(drained.stream().map(table::number).toList());
    }
}
