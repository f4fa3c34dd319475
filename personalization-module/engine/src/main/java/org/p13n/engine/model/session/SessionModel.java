package org.p13n.engine.model.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongPredicate;
import org.p13n.engine.model.index.LongIndex;

/** Says which products come next in a shopping session. Immutable and safe to share. */
public final class SessionModel {
    private static final int POPULAR = 200;
    private static final int POOL = 16;

    private final LongIndex ids;
    private final LearnedItems learned;
    private final Blend blend;
    private final Increments none;
    private final int[] popular;
    private final AtomicReferenceArray<Lookup> pool = new AtomicReferenceArray<>(POOL);

    /** Puts a model together; items must be numbered by id, so that ties by number are ties by id. */
    SessionModel(LongIndex ids, LearnedItems learned, Blend blend) {
        this.ids = ids;
        this.learned = learned;
        this.blend = blend;
        none = new Increments(learned);
        popular = learned.figures().mostPopular(POPULAR);
    }

    /**
     * The likeliest next products, best first, ties by item id; popular ones where the session's products have too few
     * neighbours. Products of the session may come again.
     *
     * @param session in click order; unknown products are passed over
     * @param allowed what may be in the list
     */
    public List<NextItem> next(long[] session, int limit, LongPredicate allowed) {
        return next(session, limit, allowed, none);
    }

    List<NextItem> next(long[] session, int limit, LongPredicate allowed, Increments increments) {
        Lookup lookup = borrow();
        try {
            lookup.collect(session, increments);
            if (lookup.candidates() < 2 * limit) {
                lookup.include(popular);
            }
            return lookup.best(limit, blend.under(lookup.circumstances()), allowed);
        } finally {
            giveBack(lookup);
        }
    }

    /** Why an item has its score after a session; none for an unknown item. */
    public List<NextShare> explain(long[] session, long itemId) {
        return explain(session, itemId, none);
    }

    List<NextShare> explain(long[] session, long itemId, Increments increments) {
        int item = ids.find(itemId) >= 0 ? ids.find(itemId) : increments.find(itemId);
        if (item < 0) {
            return List.of();
        }
        Lookup lookup = borrow();
        try {
            lookup.collect(session, increments);
            return new Explaining(lookup, itemId, item, blend).shares();
        } finally {
            giveBack(lookup);
        }
    }

    /** Scratch of an earlier look-up, most likely of this thread. */
    private Lookup borrow() {
        Lookup lookup = pool.getAndSet(place(), null);
        return lookup == null ? new Lookup(ids, learned) : lookup;
    }

    private void giveBack(Lookup lookup) {
        pool.set(place(), lookup);
    }

    private static int place() {
        return (int) (Thread.currentThread().getId() % POOL);
    }

    SessionSettings settings() {
        return learned.settings();
    }

    LearnedItems learned() {
        return learned;
    }

    /** The item's number, or -1. */
    int find(long itemId) {
        return ids.find(itemId);
    }

    /** Estimated heap, without scratch. */
    public long bytes() {
        return ids.bytes() + learned.bytes();
    }

    /** Writes everything but the settings of training. */
    public void writeTo(DataOutput out) throws IOException {
        ids.writeTo(out);
        learned.figures().writeTo(out);
        learned.rows().writeTo(out);
        blend.writeTo(out);
    }

    /**
     * Reads what {@link #writeTo} wrote and refuses what no model holds.
     *
     * @param settings with which it was trained
     */
    public static SessionModel readFrom(DataInput in, SessionSettings settings) throws IOException {
        LongIndex ids = LongIndex.readFrom(in);
        ItemFigures figures = ItemFigures.readFrom(in, ids.size());
        NeighbourRows rows = NeighbourRows.readFrom(in, ids.size());
        return new SessionModel(ids, new LearnedItems(settings, figures, rows), Blend.readFrom(in));
    }
}
