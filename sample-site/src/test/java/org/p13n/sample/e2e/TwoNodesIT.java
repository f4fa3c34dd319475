package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.p13n.sample.e2e.Running.Which;

/** Two stores over one database, as behind a load balancer that sends each request wherever it likes. */
@ExtendWith(SharedStores.class)
@TestInstance(Lifecycle.PER_CLASS)
final class TwoNodesIT {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final String CATEGORY = "/grocery/pantry";
    private static final String VIEWS = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 1";
    private static final String PURCHASES = "SELECT COUNT(*) FROM P13N_INTERACTION WHERE TYPE_CODE = 6";
    private static final int ROUNDS = 5;

    private final StoreProcess one;
    private final StoreProcess other;
    private final Postgres postgres;

    TwoNodesIT(@Running(Which.ON_POSTGRES) StoreProcess one, Postgres postgres) {
        this.one = one;
        this.postgres = postgres;
        other = StoreProcess.start(
                StoreCommand.fresh("other-node").with("db", postgres.url()).with("history", "none"));
    }

    @AfterAll
    void stop() {
        other.close();
    }

    @Test
    void whatAVisitorDoesOnOneNodeTheOtherKnowsAtTheNextRequest() throws SQLException {
        Shopper here = new Shopper(one);
        here.agree();
        Shopper there = new Shopper(other);
        there.bring(Shopper.VISITOR_COOKIE, here.cookie(Shopper.VISITOR_COOKIE));
        List<Card> products = here.visit(CATEGORY).listing().cards();
        long before = postgres.count(VIEWS);

        List<String> lookedAt = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            knows(here, there, products.get(2 * round), lookedAt);
            knows(there, here, products.get(2 * round + 1), lookedAt);
        }

        assertThat(Polling.until(SECONDS, () -> count(VIEWS), count -> count >= before + 2 * ROUNDS))
                .as("views stored, none of them twice")
                .isEqualTo(before + 2 * ROUNDS);
    }

    /** Looks at the product on one node; the very next request, which goes to the other, knows it and all before. */
    private static void knows(Shopper looking, Shopper elsewhere, Card product, List<String> lookedAt) {
        looking.visit(product.url());
        lookedAt.add(0, product.name());
        assertThat(elsewhere.lookedAt()).startsWith(lookedAt.toArray(new String[0]));
    }

    @Test
    void aCustomerIsTheSameOnBothAndBuysOnce() throws SQLException {
        String address = "both-" + System.nanoTime() + "@example.com";
        Shopper here = new Shopper(one);
        here.register(address);
        here.agree();
        Shopper there = new Shopper(other);
        there.logIn(address, Shopper.PASSWORD);
        Card product = here.visit(CATEGORY).listing().cards().get(3);
        long before = postgres.count(PURCHASES);

        here.visit(product.url());
        assertThat(there.lookedAt()).startsWith(product.name());
        there.buy(address, product.url());

        assertThat(Polling.until(SECONDS, () -> count(PURCHASES), count -> count > before))
                .as("purchases, learned by one of the nodes")
                .isEqualTo(before + 1);
    }

    @Test
    void whoSaysNoOnOneNodeIsForgottenOnTheOther() {
        Shopper here = new Shopper(one);
        here.agree();
        String cookie = here.cookie(Shopper.VISITOR_COOKIE);
        Shopper there = new Shopper(other);
        there.bring(Shopper.VISITOR_COOKIE, cookie);
        Card product = here.visit(CATEGORY).listing().cards().get(4);
        here.visit(product.url());
        assertThat(there.lookedAt()).contains(product.name());

        here.answer("no");

        assertThat(here.cookie(Shopper.VISITOR_COOKIE)).isEmpty();
        assertThat(Polling.until(SECONDS, there::lookedAt, List::isEmpty)).isEmpty();
    }

    private long count(String query) {
        try {
            return postgres.count(query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
