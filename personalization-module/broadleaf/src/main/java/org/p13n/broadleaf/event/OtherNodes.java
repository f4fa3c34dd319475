package org.p13n.broadleaf.event;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether other storefront nodes work with the same database now, looked up in the background. */
public final class OtherNodes implements BooleanSupplier {
    /** A node that has not reported itself for so long runs no more; clocks may differ by as much. */
    private static final long SILENT_AFTER_MILLIS = 30_000;

    private final String thisNode;
    private final PlatformDatabase database;
    private final LongSupplier clock;
    private final Worker worker;
    private volatile boolean exist;

    /** @param thisNode the name under which this node reports itself */
    public OtherNodes(String thisNode, PlatformDatabase database, long pauseMillis, Failures failures) {
        this(thisNode, database, pauseMillis, failures, System::currentTimeMillis);
    }

    OtherNodes(String thisNode, PlatformDatabase database, long pauseMillis, Failures failures, LongSupplier clock) {
        this.thisNode = thisNode;
        this.database = database;
        this.clock = clock;
        worker = new Worker("other nodes", pauseMillis, this::look, failures);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop();
    }

    void look() {
        exist = database.jdbc()
                        .queryForObject(
                                "SELECT COUNT(*) FROM P13N_NODE WHERE NODE_NAME <> ? AND SEEN_AT > ?",
                                Long.class,
                                thisNode,
                                clock.getAsLong() - SILENT_AFTER_MILLIS)
                > 0;
    }

    @Override
    public boolean getAsBoolean() {
        return exist;
    }
}
