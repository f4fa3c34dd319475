package org.p13n.broadleaf.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;

/** A place in the growing table of interactions from which only what is new is read, each row once. */
final class InteractionFeed {
    /*
     * Ids rise with the time of storing, but transactions commit in another order and clocks of nodes differ. So every
     * look goes back a little behind the latest row, a wider look follows every few seconds, and the ids of that span
     * are remembered to tell what was read already: a late row is late by seconds but never missed within the span.
     */
    private static final long NARROW_MILLIS = 2_000;

    private static final long WIDE_MILLIS = 30_000;
    private static final long WIDE_LOOK_EVERY_MILLIS = 10_000;
    private static final int MOST_REMEMBERED = 100_000_000;

    private final InteractionTable table;
    private final LongSupplier clock;
    private Set<Long> seen = new HashSet<>();
    private long latestAt;
    private long nextWideLook;
    private long read;

    InteractionFeed(InteractionTable table, LongSupplier clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Begins here, without what is stored by now. */
    void beginNow() {
        latestAt = clock.getAsLong();
        nextWideLook = latestAt + WIDE_LOOK_EVERY_MILLIS;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(latestAt);
        out.writeLong(read);
        out.writeInt(seen.size());
        for (Long id : seen) {
            out.writeLong(id);
        }
    }

    /** A feed that goes on where the one that was written has stopped. */
    static InteractionFeed readFrom(DataInput in, InteractionTable table, LongSupplier clock) throws IOException {
        InteractionFeed feed = new InteractionFeed(table, clock);
        feed.latestAt = in.readLong();
        feed.read = in.readLong();
        int ids = in.readInt();
        if (ids < 0 || ids > MOST_REMEMBERED) {
            throw new IOException("The stored model is refused: it cannot have read " + ids + " interactions of late");
        }
        for (int i = 0; i < ids; i++) {
            feed.seen.add(in.readLong());
        }
        return feed;
    }

    /** Whether the row was read, as far as that is remembered: what is older than the span counts as read. */
    boolean hasRead(long id) {
        return id < InteractionIds.lowestAt(latestAt - WIDE_MILLIS) || seen.contains(id);
    }

    /** Reads everything there is, in the order in which it happened. */
    void readAll(InteractionTable.Reader reader) {
        latestAt = clock.getAsLong();
        long span = InteractionIds.lowestAt(latestAt - WIDE_MILLIS);
        table.readAll((id, interaction) -> {
            if (id >= span) {
                seen.add(id);
            }
            read++;
            reader.read(id, interaction);
        });
        nextWideLook = latestAt + WIDE_LOOK_EVERY_MILLIS;
    }

    /** Reads what was stored since the last time and says how many rows that were. */
    int readNew(InteractionTable.Reader reader) {
        long now = clock.getAsLong();
        boolean wide = now >= nextWideLook;
        long before = read;
        table.readSince(InteractionIds.lowestAt(latestAt - (wide ? WIDE_MILLIS : NARROW_MILLIS)), (id, interaction) -> {
            if (seen.add(id)) {
                read++;
                reader.read(id, interaction);
            }
        });
        latestAt = now;
        if (wide) {
            forgetBefore(InteractionIds.lowestAt(now - 2 * WIDE_MILLIS));
            nextWideLook = now + WIDE_LOOK_EVERY_MILLIS;
        }
        return (int) (read - before);
    }

    /** How many rows were read altogether. */
    long read() {
        return read;
    }

    private void forgetBefore(long id) {
        Set<Long> kept = new HashSet<>();
        for (Long one : seen) {
            if (one >= id) {
                kept.add(one);
            }
        }
        seen = kept;
    }
}
