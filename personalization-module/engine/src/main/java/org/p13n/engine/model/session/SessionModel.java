package org.p13n.engine.model.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
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
    private final int[] popular;
    private final AtomicReferenceArray<Lookup> pool = new AtomicReferenceArray<>(POOL);

    /** Puts a model together; items must be numbered by id, so that ties by number are ties by id. */
    SessionModel(LongIndex ids, LearnedItems learned, Blend blend) {
        this.ids = ids;
        this.learned = learned;
        this.blend = blend;
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
        int place = (int) (Thread.currentThread().getId() % POOL);
        Lookup lookup = pool.getAndSet(place, null);
        if (lookup == null) {
            lookup = new Lookup(learned);
        }
        try {
            return next(lookup, session, limit, allowed);
        } finally {
            pool.set(place, lookup);
        }
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

    private List<NextItem> next(Lookup lookup, long[] session, int limit, LongPredicate allowed) {
        int count = Math.min(session.length, learned.settings().sessionClicks());
        int[] clicks = new int[count];
        for (int i = 0; i < count; i++) {
            clicks[i] = ids.find(session[session.length - count + i]);
        }
        lookup.collect(clicks, count);
        if (lookup.candidates() < 2 * limit) {
            lookup.include(popular);
        }
        float[] weights = blend.under(lookup.circumstances());
        int[] best = lookup.best(limit, weights, item -> allowed.test(ids.keyAt(item)));
        List<NextItem> items = new ArrayList<>(best.length);
        for (int candidate : best) {
            items.add(new NextItem(ids.keyAt(lookup.item(candidate)), lookup.score(candidate)));
        }
        return items;
    }
}
