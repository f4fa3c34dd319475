package org.p13n.sample.e2e;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How many interactions a second the store's own process takes in and stores in PostgreSQL. Reports and asserts nothing;
 * run it with {@code -Dit.test=StorageLoad}.
 */
final class StorageLoad {

    private static final int SESSIONS = Integer.getInteger("storage.load.sessions", 120);
    private static final int PRODUCTS = 50;
    private static final int SECONDS = Integer.getInteger("storage.load.seconds", 30);
    private static final String STORED = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 8";

    @Test
    void intoPostgres() throws Exception {
        try (Postgres postgres = Postgres.fresh("load-postgres");
                StoreProcess store = StoreProcess.start(StoreCommand.fresh("load")
                        .with("db", postgres.url())
                        .with("history", "none")
                        .withCrowd()
                        .withMemory(1024)
                        .atFullSpeed())) {
            Readers readers = new Readers(store, SESSIONS, PRODUCTS);
            long sent = 0;
            long deepest = 0;
            long begin = System.nanoTime();
            for (int second = 1; second <= SECONDS; second++) {
                sent += readers.readOn();
                deepest = Math.max(deepest, Health.of(store).number("queueDepth"));
                pauseUntil(begin + second * 1_000_000_000L);
            }
            double sending = (System.nanoTime() - begin) / 1e9;
            long all = sent;
            long stored = Polling.until(Visitor.PATIENCE, () -> count(postgres), count -> count >= all);
            double storing = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "sent %d in %.1f s (%.0f/s), stored %d after %.1f s (%.0f/s), deepest queue seen %d, dropped %d, journaled %d%n",
                    sent,
                    sending,
                    sent / sending,
                    stored,
                    storing,
                    stored / storing,
                    deepest,
                    Health.of(store).number("dropped"),
                    Health.of(store).number("interactions_journaled"));
        }
    }

    private static void pauseUntil(long time) throws InterruptedException {
        long left = time - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000);
        }
    }

    private static long count(Postgres postgres) {
        try {
            return postgres.count(STORED);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
