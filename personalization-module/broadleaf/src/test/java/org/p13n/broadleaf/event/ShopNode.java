package org.p13n.broadleaf.event;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ProfileTable;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;

/** What stores on one node of a shop: queue, writer, journal, tables and profiles; no thread runs unless it is started. */
final class ShopNode implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int CAPACITY = 100_000;
    private static final long JOURNAL_BYTES = 256L << 20;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    final Failures failures = new Failures();
    final Counters counters = new Counters();
    final InteractionQueue queue = new InteractionQueue(CAPACITY);
    final InteractionIds ids = new InteractionIds();
    final InteractionTable table;
    final ShopperProfiles profiles;
    final InteractionWriter writer;
    private final ShopDatabase shop;
    private final Spill spill;
    private final InteractionRecorder recorder;
    private final AtomicLong later = new AtomicLong();

    ShopNode(ShopDatabase shop, Path journal) {
        this.shop = shop;
        table = new InteractionTable(shop.platform(), ids, failures);
        profiles = new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                table,
                new CatalogFacts(shop.platform(), 60_000, failures),
                CAPACITY,
                10_000,
                500,
                () -> true,
                failures);
        spill = new Spill(journal, JOURNAL_BYTES, new ShopId(shop.platform())::get, failures);
        writer = new InteractionWriter(
                queue,
                table,
                spill,
                new LateArrivals(shop.platform()),
                BATCH,
                500,
                counters,
                failures,
                () -> System.currentTimeMillis() + later.get());
        recorder = new InteractionRecorder(queue, List.of(profiles), counters, failures);
        store();
    }

    void record(Interaction interaction) {
        recorder.record(new Shopper(interaction.shopperId(), false), interaction);
    }

    /** One step of the writer, as if it had paused long enough. */
    void store() {
        later.addAndGet(LONGEST_PAUSE_MILLIS);
        writer.write();
    }

    /** All that is due for retention, as of now. */
    void retain(int days) {
        Retention retention =
                new Retention(shop.platform(), table, days, failures, ZoneOffset.UTC, System::currentTimeMillis);
        for (int step = 0; step < 20; step++) {
            retention.step();
        }
    }

    /** As when the process is killed: nothing more is stored. */
    @Override
    public void close() {
        spill.close();
        profiles.stop();
    }
}
