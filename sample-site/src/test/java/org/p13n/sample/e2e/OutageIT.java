package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database goes away while shoppers go on, and comes back: everything they did is there, exactly once. */
final class OutageIT {

    /** How long the database stays away; 60 by hand ({@code -Doutage.seconds=60}), shorter in every build. */
    private static final int SECONDS = Integer.getInteger("outage.seconds", 10);

    private static final int SESSIONS = 10;
    private static final int PRODUCTS = 50;
    private static final int NORMAL_SECONDS = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final List<String> TABLES = List.of("P13N_INTERACTION", "P13N_PROFILE", "P13N_CONSENT");
    private static final List<String> PAGES =
            List.of("/", "/grocery/pantry", "/search?q=salt", "/home-luxury/opal-globe-pendant", "/personalization");

    private static final String STORED = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 8";
    private static final String UNEVEN = "SELECT COUNT(*) FROM (SELECT SHOPPER_ID, PRODUCT_ID FROM P13N_INTERACTION"
            + " WHERE TYPE_CODE = 8 GROUP BY SHOPPER_ID, PRODUCT_ID HAVING COUNT(*) <> ";

    private int rounds;

    @Test
    void whatHappensMeanwhileIsStoredExactlyOnce() throws SQLException, InterruptedException {
        try (Postgres postgres = Postgres.fresh("outage-postgres");
                StoreProcess store = StoreProcess.start(StoreCommand.fresh("outage")
                        .with("db", postgres.url())
                        .with("history", "none")
                        .withCrowd())) {
            Readers readers = new Readers(store, SESSIONS, PRODUCTS);
            read(readers, NORMAL_SECONDS);
            postgres.stop();
            try {
                read(readers, SECONDS);
                assertThat(Health.of(store).page().status()).isEqualTo(200);
                assertThat(Health.of(store).number("queueDepth")).isLessThan(2L * SESSIONS * PRODUCTS);
            } finally {
                postgres.start();
            }
            read(readers, NORMAL_SECONDS);
            Polling.until(RECOVERY, () -> new Shopper(store).get("/").status(), status -> status == 200);
            withoutTheModulesTables(store, postgres, readers);

            long all = (long) rounds * SESSIONS * PRODUCTS;
            assertThat(Polling.until(RECOVERY, () -> count(postgres, STORED), count -> count >= all))
                    .as("interactions stored")
                    .isEqualTo(all);
            assertThat(count(postgres, UNEVEN + rounds + ") UNEVEN"))
                    .as("shoppers and products with more or less than was done")
                    .isZero();
            assertThat(Health.of(store).number("dropped")).isZero();
            assertThat(Health.of(store).number("interactions_journaled")).isPositive();
            System.out.printf(
                    "Outage of %d s: %d interactions, %d of them journaled, all stored once%n",
                    SECONDS, all, Health.of(store).number("interactions_journaled"));
        }
    }

    /** The shop's database is well, only the module's own tables are not: the shopper must not notice. */
    private void withoutTheModulesTables(StoreProcess store, Postgres postgres, Readers readers)
            throws SQLException, InterruptedException {
        for (String table : TABLES) {
            postgres.execute("ALTER TABLE " + table + " RENAME TO AWAY_" + table);
        }
        try {
            read(readers, 2);
            Shopper shopper = new Shopper(store);
            for (String page : PAGES) {
                assertThat(shopper.get(page).status()).as("status of %s", page).isEqualTo(200);
            }
            assertThat(shopper.addToCart("/home-luxury/opal-globe-pendant", 1).status())
                    .isEqualTo(200);
        } finally {
            for (String table : TABLES) {
                postgres.execute("ALTER TABLE AWAY_" + table + " RENAME TO " + table);
            }
        }
    }

    private void read(Readers readers, int seconds) throws InterruptedException {
        for (int second = 0; second < seconds; second++) {
            long next = System.nanoTime() + 1_000_000_000L;
            readers.readOn();
            rounds++;
            // a product cannot have been read for longer than it has been open
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
    }

    private static long count(Postgres postgres, String query) {
        try {
            return postgres.count(query);
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL does not answer after its restart", e);
        }
    }
}
