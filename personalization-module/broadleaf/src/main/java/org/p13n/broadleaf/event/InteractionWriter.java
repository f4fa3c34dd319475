package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/**
 * The background thread that moves interactions from the queue into the database, in batches. While the database is
 * away it keeps the batch it holds and tries again; the queue fills up to its capacity and then drops, which is counted.
 */
public final class InteractionWriter {
    private final InteractionQueue queue;
    private final InteractionTable table;
    private final int batchSize;
    private final Counters counters;
    private final Failures failures;
    private final Worker worker;
    private final List<Interaction> batch = new ArrayList<>();
    private final Queue<Move> moves = new ConcurrentLinkedQueue<>();

    private record Move(long from, long to) {}

    public InteractionWriter(
            InteractionQueue queue,
            InteractionTable table,
            int batchSize,
            long pauseMillis,
            Counters counters,
            Failures failures) {
        this.queue = queue;
        this.table = table;
        this.batchSize = batchSize;
        this.counters = counters;
        this.failures = failures;
        worker = new Worker("writer", pauseMillis, this::write, failures);
    }

    public void start() {
        worker.start();
    }

    /** Stops after one last try to store what is waiting. */
    public void stop() {
        worker.finish();
    }

    /** Gives one shopper's stored interactions to another, after those that still wait have been stored. */
    public void moveShopper(long from, long to) {
        moves.add(new Move(from, to));
        worker.wake();
    }

    void write() {
        // taken before the queue is emptied: what these shoppers did before they were merged is then stored first
        List<Move> due = List.copyOf(moves);
        do {
            queue.drainTo(batch, batchSize - batch.size());
            store();
        } while (queue.depth() > 0);
        for (Move move : due) {
            table.move(move.from(), move.to());
            moves.remove(move);
        }
    }

    private void store() {
        try {
            table.insert(batch);
            counters.add(Counter.INTERACTIONS_WRITTEN, batch.size());
            batch.clear();
        } catch (DuplicateKeyException e) {
            throw e; // the table has drawn new ids: the same batch again
        } catch (DataIntegrityViolationException e) {
            failures.report("storing an interaction", e);
            storeOneByOne();
        }
    }

    /** One row that the database refuses must not hold up all that come after it. */
    private void storeOneByOne() {
        while (!batch.isEmpty()) {
            try {
                table.insert(batch.subList(0, 1));
                counters.add(Counter.INTERACTIONS_WRITTEN, 1);
            } catch (DuplicateKeyException e) {
                throw e;
            } catch (DataIntegrityViolationException e) {
                failures.report("storing an interaction", e);
            }
            batch.remove(0);
        }
    }
}
