package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.config.ShownListOutcomes;
import org.p13n.broadleaf.config.ShownListOutcomes.Outcome;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.ListOutcome;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShownList;
import org.springframework.dao.DuplicateKeyException;

/** The statements that databases understand differently, on a real PostgreSQL. */
class PostgresTest {
    private static PostgresServer server;
    private static ShopDatabase shop;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = new PostgresServer();
        shop = server.shop();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void storesInteractionsListsAndProfilesAndReplaysItsJournal() {
        long now = System.currentTimeMillis();
        try (ShopNode node = new ShopNode(shop, folder)) {
            node.record(Interaction.productView(1, 11, now));
            node.record(Interaction.search(1, "green \u0000 tea", now + 1));
            node.record(Interaction.impression(
                    1, node.ids.next(), new ShownList("search", "platform", 0, 0, List.of(11L)), now));
            node.store();
            shop.goAway();
            node.record(Interaction.productView(1, 12, now + 2));
            node.store();
        }
        shop.comeBack();
        try (ShopNode node = new ShopNode(shop, folder)) {
            node.store();
            assertThat(node.profiles.profile(new Shopper(1, false)).recentlyViewed())
                    .containsExactlyInAnyOrder(11, 12);
            assertThat(node.table.lastOf(1, 10)).hasSize(3);
            assertThat(shop.count("P13N_IMPRESSION WHERE SHOPPER_ID = 1")).isEqualTo(1);
        }
    }

    @Test
    void tellsARowThatIsThereAlreadyFromOtherFailuresAlsoAfterTheConnectionWasLost() {
        try (ShopNode node = new ShopNode(shop, folder)) {
            shop.goAway();
            node.record(Interaction.productView(2, 11, 1));
            node.store();
            shop.comeBack();
            List<NumberedInteraction> again = List.of(node.table.number(Interaction.productView(2, 12, 2)));
            node.table.insertNumbered(again);
            assertThatThrownBy(() -> node.table.insertNumbered(again)).isInstanceOf(DuplicateKeyException.class);
            node.store();
            assertThat(node.table.lastOf(2, 10)).hasSize(2);
        }
    }

    @Test
    void twoNodesThatStoreForTheSameShoppersLoseNothing() throws Exception {
        int rounds = 40;
        try (ShopNode first = new ShopNode(shop, folder.resolve("a"));
                ShopNode second = new ShopNode(shop, folder.resolve("b"))) {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Object>> work = new ArrayList<>();
                for (ShopNode node : List.of(first, second)) {
                    work.add(() -> {
                        for (int round = 0; round < rounds; round++) {
                            for (long shopper = 31; shopper <= 35; shopper++) {
                                node.record(Interaction.productView(shopper, 11, 1_000 + round));
                            }
                            node.store();
                        }
                        return null;
                    });
                }
                for (Future<Object> done : threads.invokeAll(work)) {
                    done.get();
                }
            } finally {
                threads.shutdown();
            }
        }
        try (ShopNode later = new ShopNode(shop, folder.resolve("c"))) {
            for (long shopper = 31; shopper <= 35; shopper++) {
                assertThat(later.profiles.profile(new Shopper(shopper, false)).interactionCount())
                        .isEqualTo(2L * rounds);
            }
        }
    }

    @Test
    void mergesAVisitorAndDeletesAShopper() {
        long visitor = ShopperIds.visitor(5);
        try (ShopNode node = new ShopNode(shop, folder)) {
            node.record(Interaction.productView(visitor, 11, 1));
            node.record(Interaction.productView(3, 12, 2));
            node.store();
            assertThat(node.table.move(visitor, 3)).isEqualTo(1);
            assertThat(node.profiles.profile(new Shopper(3, false)).interactionCount())
                    .isEqualTo(2);
            assertThat(node.table.deleteOf(3)).isEqualTo(2);
        }
    }

    @Test
    void tellsWhatCameOfTheListsThatWereShown() {
        long now = System.currentTimeMillis();
        try (ShopNode node = new ShopNode(shop, folder)) {
            long list = node.ids.next();
            InteractionDetails because = InteractionDetails.NONE.withImpression(list);
            node.record(Interaction.impression(
                    51, list, new ShownList("front-page", "also-like", 0, 0, List.of(11L, 12L)), now));
            node.record(Interaction.click(51, 11, list, 1, now));
            node.record(Interaction.purchase(51, 11, 3, 5_100, now).with(because));
            node.record(Interaction.cancellation(51, 11, 1, 5_100, now));
            node.store();
            assertThat(new ShownListOutcomes(shop.platform()).ofLast(7))
                    .contains(new Outcome("front-page", "also-like", 1, 0, 1, new ListOutcome(1, 0, 3, 1)));
        }
    }

    @Test
    void rollsUpWhatIsTooOld() {
        long old = System.currentTimeMillis() - Duration.ofDays(100).toMillis();
        try (ShopNode node = new ShopNode(shop, folder)) {
            for (int i = 0; i < 3; i++) {
                shop.run(
                        "INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (?, 1, 9, 4711, 0, 0, 0, ?)",
                        -1 - i,
                        old);
            }
            node.retain(30);
            assertThat(shop.count("P13N_INTERACTION WHERE PRODUCT_ID = 4711")).isZero();
            assertThat(shop.platform()
                            .jdbc()
                            .queryForObject(
                                    "SELECT INTERACTIONS FROM P13N_ROLL_UP WHERE PRODUCT_ID = 4711", Long.class))
                    .isEqualTo(3);
        }
    }
}
