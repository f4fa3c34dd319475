package org.p13n.broadleaf.event;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** The positive ids of stored interactions: unique over all nodes and rising with the time of storing. */
public final class InteractionIds {
    /*
     * 41 bits of milliseconds since 2020 (until 2089), 10 bits of node, 12 bits of sequence: the layout of Twitter's
     * Snowflake. The node's part is drawn by lot. If two nodes draw the same one and store in the same millisecond, the
     * primary key refuses the second batch, and that node draws again; nothing has to be configured or coordinated.
     * Imported rows have negative ids and never meet these.
     */
    private static final long EPOCH = 1_577_836_800_000L;

    private static final int SEQUENCE_BITS = 12;
    private static final int NODE_BITS = 10;
    private static final int NODES = 1 << NODE_BITS;
    private static final int SEQUENCES = 1 << SEQUENCE_BITS;

    private final LongSupplier clock;
    private final IntSupplier lot;
    private final Set<Integer> drawn = ConcurrentHashMap.newKeySet();
    /** Milliseconds and sequence of the last id. */
    private final AtomicLong last = new AtomicLong();

    private volatile int node;

    public InteractionIds() {
        this(System::currentTimeMillis, () -> ThreadLocalRandom.current().nextInt(NODES));
    }

    InteractionIds(LongSupplier clock, IntSupplier lot) {
        this.clock = clock;
        this.lot = lot;
        redraw();
    }

    /** The next id; request threads that show a list call it too, so it takes no lock. */
    public long next() {
        long now = (clock.getAsLong() - EPOCH) << SEQUENCE_BITS;
        long next = last.updateAndGet(previous -> Math.max(now, previous + 1));
        return next >> SEQUENCE_BITS << (NODE_BITS + SEQUENCE_BITS)
                | (long) node << SEQUENCE_BITS
                | next & SEQUENCES - 1;
    }

    /** Takes another node part, after the database has refused an id as taken. */
    public void redraw() {
        int lotted = lot.getAsInt() & NODES - 1;
        drawn.add(lotted);
        node = lotted;
    }

    /** Whether this node made the id: certain if not, very likely if so. */
    public boolean isOwn(long id) {
        return id > 0 && drawn.contains((int) (id >> SEQUENCE_BITS) & NODES - 1);
    }

    /** The id of the same moment that the next node would have made, for one that turned out to be taken. */
    static long ofNextNode(long id) {
        long nextNode = (id >> SEQUENCE_BITS) + 1 & NODES - 1;
        return id >> (NODE_BITS + SEQUENCE_BITS) << (NODE_BITS + SEQUENCE_BITS)
                | nextNode << SEQUENCE_BITS
                | id & SEQUENCES - 1;
    }

    /** When the id was made, in epoch milliseconds. */
    static long madeAt(long id) {
        return (id >> (NODE_BITS + SEQUENCE_BITS)) + EPOCH;
    }

    /** The lowest id that can have been made at that time or later. */
    public static long lowestAt(long epochMillis) {
        return Math.max(1, (epochMillis - EPOCH) << (NODE_BITS + SEQUENCE_BITS));
    }
}
