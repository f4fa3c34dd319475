package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store's process is killed while shoppers browse and buy, and is started again. */
@ExtendWith(SharedStores.class)
final class CrashIT {

    private static final int SHOPPERS = 4;
    private static final int VIEWS_BEFORE_THE_KILL = 160;

    /** What the documentation allows to be lost: what was seen during the last second. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final String VIEWS = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 1";
    private static final String TWICE = "SELECT COUNT(*) FROM (SELECT SHOPPER_ID, PRODUCT_ID FROM P13N_INTERACTION"
            + " WHERE TYPE_CODE = 1 GROUP BY SHOPPER_ID, PRODUCT_ID HAVING COUNT(*) > 1) TWICE";
    private static final String PURCHASES = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 6";

    private final Postgres postgres;
    private final Queue<Long> answeredAt = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(VIEWS_BEFORE_THE_KILL);

    CrashIT(Postgres postgres) {
        this.postgres = postgres;
    }

    @Test
    void aKilledStoreLosesAtMostTheLastMomentOfBrowsingAndNoPurchase() throws SQLException, InterruptedException {
        String database = postgres.emptyDatabase("crash");
        StoreProcess store = StoreProcess.start(crowded(StoreCommand.fresh("crash"), database));
        List<Thread> shoppers = browsing(store);
        enough.await();
        new Shopper(store).buy("buyer@example.com", "/home-luxury/stoneware-mug-set-of-4");
        long killedAt = System.nanoTime();
        store.kill();
        for (Thread shopper : shoppers) {
            shopper.join();
        }

        try (StoreProcess again = StoreProcess.start(crowded(StoreCommand.on("crash"), database))) {
            assertThat(Polling.until(RECOVERY, () -> count(database, PURCHASES), count -> count > 0))
                    .as("purchases, exactly once")
                    .isEqualTo(1);
            assertThat(new Shopper(again).visit("/").status()).isEqualTo(200);
            // the buyer looked at the product too
            assertThat(count(database, VIEWS))
                    .isBetween(answeredBefore(killedAt - LAST_MOMENT.toNanos()), asked.get() + 1L);
            assertThat(count(database, TWICE)).as("views stored twice").isZero();
            System.out.printf(
                    "Killed: %d views asked for, %d answered, %d stored%n",
                    asked.get(), answeredAt.size(), count(database, VIEWS));
        }
    }

    private static StoreCommand crowded(StoreCommand command, String database) {
        return command.with("db", database).with("history", "none").withCrowd();
    }

    /** Each shopper looks at one product after the other, at none of them twice, until the store is gone. */
    private List<Thread> browsing(StoreProcess store) {
        List<Card> products = Listing.allPages(new Shopper(store), "/search?q=a");
        assertThat(products).hasSizeGreaterThan(VIEWS_BEFORE_THE_KILL);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < SHOPPERS; number++) {
            Thread thread = new Thread(() -> browse(store, products), "shopper-" + number);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void browse(StoreProcess store, List<Card> products) {
        Shopper shopper = new Shopper(store);
        for (Card product : products) {
            asked.incrementAndGet();
            try {
                shopper.visit(product.url());
            } catch (java.io.UncheckedIOException e) {
                // the store was killed
                return;
            }
            answeredAt.add(System.nanoTime());
            enough.countDown();
        }
    }

    private long answeredBefore(long time) {
        return answeredAt.stream().filter(at -> at - time < 0).count();
    }

    private static long count(String database, String query) {
        try {
            return Postgres.count(database, query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
