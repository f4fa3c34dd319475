package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.p13n.sample.e2e.Running.Which;

/** PostgreSQL goes away while the store runs, and comes back. Stops a shared server, so it comes last. */
@ExtendWith(SharedStores.class)
@Order(RestartIT.LATE + 1)
final class DatabaseDownIT {

    private static final Duration AN_ANSWER = Duration.ofSeconds(15);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final String STORED = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 1";
    private static final String PRODUCT = "/home-luxury/opal-globe-pendant";
    private static final List<String> PAGES =
            List.of("/", "/grocery/pantry", PRODUCT, "/search?q=salt", "/cart", "/login", "/no-such-page");

    private final StoreProcess store;
    private final Postgres postgres;

    DatabaseDownIT(@Running(Which.ON_POSTGRES) StoreProcess store, Postgres postgres) {
        this.store = store;
        this.postgres = postgres;
    }

    @Test
    void theStoreOutlivesAnOutageOfItsDatabase() throws SQLException {
        Shopper shopper = new Shopper(store);
        shopper.agree();
        long before = postgres.count(STORED);
        List<Card> products = shopper.visit("/grocery/pantry").listing().cards().subList(0, 8);
        products.forEach(product -> shopper.visit(product.url()));

        postgres.stop();
        try {
            PAGES.forEach(path -> answersInStyle(shopper, path));
            PAGES.forEach(path -> answersInStyle(new Shopper(store), path));
            Health health = Health.of(store);
            assertThat(health.page().status()).isEqualTo(200);
            assertThat(health.isOn()).isTrue();
        } finally {
            postgres.start();
        }

        for (String path : PAGES.subList(0, 6)) {
            assertThat(Polling.until(
                            RECOVERY, () -> new Shopper(store).get(path).status(), status -> status == 200))
                    .as("status of %s after the outage", path)
                    .isEqualTo(200);
        }
        assertThat(Polling.until(RECOVERY, this::stored, count -> count >= before + products.size()))
                .as("product views stored")
                .isGreaterThanOrEqualTo(before + products.size());
        assertThat(Polling.until(RECOVERY, this::buysAgain, bought -> bought))
                .as("an order after the outage")
                .isTrue();
        assertThat(Health.of(store).number("dropped")).isZero();
    }

    private long stored() {
        try {
            return postgres.count(STORED);
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL does not answer after its restart", e);
        }
    }

    /** The first requests may still be given connections from before the outage. */
    private boolean buysAgain() {
        Shopper shopper = new Shopper(store);
        Page product = shopper.get(PRODUCT);
        return product.status() == 200
                && shopper.submit(product.form("/cart/add"), Map.of()).status() == 200
                && shopper.get("/checkout").hasForm("/checkout")
                && !shopper.placeOrder("later@example.com")
                        .text(Shopper.ORDER_NUMBER)
                        .isEmpty();
    }

    private static void answersInStyle(Shopper shopper, String path) {
        long begin = System.nanoTime();
        Page page = shopper.get(path);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(took).as("answer of %s", path).isLessThan(AN_ANSWER);
        assertThat(page.status()).as("status of %s", path).isIn(200, 404, 503);
        assertThat(page.heading()).as("heading of %s", path).isNotBlank();
        assertThat(page.body()).doesNotContain("Exception", "\tat ", "org.postgresql");
    }
}
