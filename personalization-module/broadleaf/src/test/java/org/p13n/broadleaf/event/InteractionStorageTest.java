package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShownList;
import org.springframework.dao.DataAccessException;

class InteractionStorageTest {
    private static final long NOW = 1_800_000_000_000L;

    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final Counters counters = new Counters();
    private final InteractionQueue queue = new InteractionQueue(64);
    private final InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final AtomicLong clock = new AtomicLong(NOW);
    private final InteractionWriter writer = writer(Spill.none(failures));

    @Test
    void readsBackWhatWasStoredInTheOrderOfHappening() {
        List<Interaction> happened = List.of(
                Interaction.productView(1, 11, NOW),
                Interaction.categoryView(1, 5, NOW + 1),
                Interaction.search(2, "blue \"shirt\" <b>", NOW + 2),
                Interaction.cartChange(2, 12, -3, NOW + 3),
                Interaction.purchase(1, 11, 2, 77, NOW + 4));
        table.insert(List.of(happened.get(4), happened.get(1)));
        table.insert(List.of(happened.get(3), happened.get(0), happened.get(2)));
        assertThat(all()).isEqualTo(happened);
    }

    @Test
    void cutsATermThatIsTooLongForItsColumn() {
        table.insert(List.of(Interaction.search(1, "x".repeat(400), NOW)));
        assertThat(all().get(0).query()).hasSize(255);
    }

    @Test
    void storesATermWithoutTheCharactersThatADatabaseMayRefuse() {
        table.insert(List.of(Interaction.search(1, "blue\u0000 shirt\ud83d", NOW)));
        assertThat(all().get(0).query()).isEqualTo("blue  shirt ");
    }

    @Test
    void cutsATermBetweenCharactersAndNotWithinOne() {
        table.insert(List.of(Interaction.search(1, "x".repeat(254) + "\ud83d\udc57", NOW)));
        assertThat(all().get(0).query()).isEqualTo("x".repeat(254));
    }

    @Test
    void givesTheLastThingsAShopperDidOldestFirst() {
        table.insert(List.of(
                Interaction.productView(1, 11, NOW),
                Interaction.productView(2, 99, NOW),
                Interaction.productView(1, 12, NOW + 1),
                Interaction.productView(1, 13, NOW + 2)));
        assertThat(table.lastOf(1, 2)).extracting(Interaction::itemId).containsExactly(12L, 13L);
    }

    @Test
    void writesEverythingThatWaitsInBatches() {
        for (int i = 1; i <= 25; i++) {
            queue.offer(Interaction.productView(1, i, NOW + i));
        }
        writer.write();
        assertThat(all()).hasSize(25);
        assertThat(counters.of(Counter.INTERACTIONS_WRITTEN)).isEqualTo(25);
    }

    @Test
    void storesForTheCustomerWhatAVisitorDidWhoIsKnownToBeHim() {
        long visitor = ShopperIds.visitor(5);
        shop.run("INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (?, 2, ?)", visitor, NOW);
        queue.offer(Interaction.productView(visitor, 12, NOW + 1));
        writer.write();
        assertThat(all()).extracting(Interaction::shopperId).containsExactly(2L);
    }

    @Test
    void keepsAListThatWasShownInATableOfItsOwn() {
        ShownList list = new ShownList("product-page", "also-like", 17, 5, List.of(11L, 12L));
        table.insert(List.of(Interaction.impression(1, 4711, list, NOW), Interaction.productView(1, 11, NOW)));
        assertThat(all()).hasSize(1);
        assertThat(shop.platform().jdbc().queryForMap("SELECT * FROM P13N_IMPRESSION"))
                .containsEntry("IMPRESSION_ID", 4711L)
                .containsEntry("PLACEMENT", "product-page")
                .containsEntry("STRATEGY", "also-like")
                .containsEntry("MODEL_VERSION", 17L)
                .containsEntry("CATEGORY_ID", 5L)
                .containsEntry("PRODUCT_IDS", "11,12")
                .containsEntry("SHOWN_AT", NOW);
    }

    @Test
    void givesAndDeletesWhatAShopperDidTogetherWithWhatHeWasShown() {
        ShownList list = new ShownList("search", "platform", 0, 0, List.of(11L));
        table.insert(List.of(Interaction.impression(1, 4711, list, NOW), Interaction.productView(1, 11, NOW)));
        table.insert(List.of(Interaction.productView(3, 11, NOW)));
        table.move(1, 2);
        assertThat(table.deleteOf(1)).isZero();
        assertThat(table.deleteOf(2)).isEqualTo(2);
        assertThat(shop.count("P13N_IMPRESSION")).isZero();
        assertThat(all()).extracting(Interaction::shopperId).containsExactly(3L);
    }

    @Test
    void storesNothingOfWhoSaidNoOnAnotherNodeNorOfTheVisitorHeWas() {
        long visitor = ShopperIds.visitor(5);
        shop.run("INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (?, 1, ?)", visitor, NOW);
        shop.run("INSERT INTO P13N_CONSENT (SHOPPER_ID, CONSENT_STATE, TEXT_VERSION, CHANGED_AT)"
                + " VALUES (1, 'WITHDRAWN', '1', 1), (2, 'DENIED', '1', 1), (3, 'GRANTED', '1', 1)");
        for (long shopper : new long[] {1, 2, 3, 4, visitor}) {
            queue.offer(Interaction.productView(shopper, 12, NOW));
        }
        writer.write();
        assertThat(all()).extracting(Interaction::shopperId).containsExactly(3L, 4L);
        assertThat(counters.of(Counter.INTERACTIONS_WRITTEN)).isEqualTo(2);
    }

    @Test
    void forgetsWhatItStoredForTheCustomerWhomAVisitorTurnedOutToBe() {
        long visitor = ShopperIds.visitor(5);
        shop.run("INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (?, 2, ?)", visitor, NOW);
        queue.offer(Interaction.productView(visitor, 12, NOW));
        writer.write();
        writer.forgotten(id -> id == 2, NOW);
        writer.write();
        assertThat(all()).isEmpty();
    }

    @Test
    void keepsTheRecordOfAWithdrawalWhenItDeletesWhatCameLate() {
        Interaction withdrawal =
                Interaction.of(InteractionType.CONSENT_WITHDRAWN, 1, 0, InteractionDetails.NONE.withText("2"), NOW);
        table.insert(List.of(Interaction.productView(1, 11, NOW), withdrawal));
        table.deleteUntil(1, NOW);
        assertThat(all()).containsExactly(withdrawal);
    }

    @Test
    void refusesToStoreWhatASessionWithoutConsentDid() {
        table.insert(
                List.of(Interaction.productView(ShopperIds.session(5), 11, NOW), Interaction.productView(1, 12, NOW)));
        assertThat(all()).extracting(Interaction::itemId).containsExactly(12L);
        assertThat(failures.last().kind()).startsWith("storing without consent");
    }

    @Test
    void recordsWhatASessionWithoutConsentDoesForThoseWhoListenOnly() {
        List<Interaction> heard = new ArrayList<>();
        InteractionRecorder recorder = new InteractionRecorder(queue, List.of(listener(heard)), counters, failures);
        Shopper session = new Shopper(ShopperIds.session(5), false);
        Interaction view = Interaction.productView(session.id(), 11, NOW);
        recorder.record(session, view);
        assertThat(heard).containsExactly(view);
        assertThat(queue.depth()).isZero();
    }

    @Nested
    class WhenSomethingFails {
        @Test
        void keepsTheBatchWhileTheDatabaseIsAwayAndStoresItOnce() {
            queue.offer(Interaction.productView(1, 11, NOW));
            shop.goAway();
            writer.write();
            clock.addAndGet(5_000);
            writer.write();
            queue.offer(Interaction.productView(1, 12, NOW + 1));
            shop.comeBack();
            clock.addAndGet(5_000);
            writer.write();
            assertThat(failures.last().kind()).startsWith("writer");
            assertThat(all()).extracting(Interaction::itemId).containsExactly(11L, 12L);
        }

        @Test
        void aRowThatTheDatabaseRefusesDoesNotHoldUpTheOthers() {
            shop.platform().jdbc().execute("ALTER TABLE P13N_INTERACTION ADD CHECK (PRODUCT_ID <> 12)");
            for (long product = 11; product <= 13; product++) {
                queue.offer(Interaction.productView(1, product, NOW + product));
            }

            writer.write();

            assertThat(all()).extracting(Interaction::itemId).containsExactly(11L, 13L);
            assertThat(failures.last().kind()).contains("storing an interaction");
            assertThat(queue.depth()).isZero();
        }

        @Test
        void countsWhatTheFullQueueDropsAndStoresTheRest() {
            for (int i = 1; i <= 100; i++) {
                queue.offer(Interaction.productView(1, i, NOW + i));
            }
            writer.write();
            assertThat(all()).hasSize(64);
            assertThat(queue.dropped()).isEqualTo(36);
        }

        @Test
        void drawsOtherIdsWhenAnotherNodeHasTakenThem() {
            List<Integer> lots = new ArrayList<>(List.of(3, 3, 4));
            InteractionTable first = new InteractionTable(
                    shop.platform(), new InteractionIds(() -> NOW, () -> lots.remove(0)), failures);
            InteractionTable second = new InteractionTable(
                    shop.platform(), new InteractionIds(() -> NOW, () -> lots.remove(0)), failures);
            List<Interaction> view = List.of(Interaction.productView(1, 11, NOW));
            first.insert(view);
            assertThatThrownBy(() -> second.insert(view)).isInstanceOf(DataAccessException.class);
            second.insert(view);
            assertThat(all()).hasSize(2);
        }

        @Test
        void skipsARowThatMakesNoSense() {
            shop.run("INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                    + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (5, 99, 1, 1, 1, 1, 1, 1)");
            table.insert(List.of(Interaction.productView(1, 11, NOW)));
            assertThat(all()).hasSize(1);
            assertThat(failures.last().kind()).startsWith("reading a stored interaction");
        }
    }

    private InteractionWriter writer(Spill spill) {
        LateArrivals late = new LateArrivals(shop.platform(), clock::get);
        return new InteractionWriter(queue, table, spill, late, 10, 500, counters, failures, clock::get);
    }

    private static InteractionListener listener(List<Interaction> heard) {
        return new InteractionListener() {
            @Override
            public void happened(Shopper shopper, Interaction interaction) {
                heard.add(interaction);
            }

            @Override
            public void stored(List<Interaction> interactions, boolean byThisNode) {
                heard.addAll(interactions);
            }
        };
    }

    private List<Interaction> all() {
        List<Interaction> read = new ArrayList<>();
        table.readAll((id, interaction) -> read.add(interaction));
        return read;
    }
}
