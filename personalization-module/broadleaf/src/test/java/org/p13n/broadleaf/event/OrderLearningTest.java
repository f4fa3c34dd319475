package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.OrderLearner.Rules;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;

class OrderLearningTest {
    private static final long SHOPPER = 7;
    private static final long DAY = 86_400_000;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final Counters counters = new Counters();
    private final List<Interaction> heard = new ArrayList<>();
    private final InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final Map<Long, Long> agreed = new HashMap<>(Map.of(SHOPPER, SHOPPER));
    private final Buyers buyers = ids -> agreed;
    private final InteractionRecorder recorder = recorder();
    private final OrderLearner learner = learner();
    private final OrderReconciliation reconciliation =
            new OrderReconciliation(learner, 2, 60_000, failures, clock::get);

    OrderLearningTest() {
        for (long product = 1; product <= 5; product++) {
            shop.product(product, "Product " + product, null, 0);
        }
    }

    @Test
    void learnsTheOrdersThatTheShopAlreadyHasOldestFirst() {
        for (long order = 1; order <= 5; order++) {
            shop.order(order, "SUBMITTED", SHOPPER, "2026-01-0" + (6 - order) + " 10:00:00");
            shop.line(order * 10, order, order, 1);
        }
        shop.order(6, "IN_PROCESS", SHOPPER, null);
        shop.line(60, 6, 1, 1);
        reconciliation.reconcile();
        assertThat(stored()).extracting(Interaction::orderId).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(heard).hasSize(5);
        assertThat(counters.of(Counter.ORDERS_LEARNED)).isEqualTo(5);
    }

    @Test
    void countsAnOrderOnceHoweverOftenItIsReported() {
        shop.order(1, "SUBMITTED", SHOPPER, "2026-01-01 10:00:00");
        shop.line(10, 1, 1, 2);
        shop.line(11, 1, 2, 1);
        reconciliation.orderChanged(1);
        reconciliation.orderChanged(1);
        reconciliation.reconcile();
        reconciliation.orderChanged(1);
        reconciliation.reconcile();
        assertThat(stored()).extracting(Interaction::itemId).containsExactlyInAnyOrder(1L, 2L);
        assertThat(stored()).extracting(Interaction::type).containsOnly(InteractionType.PURCHASE);
        assertThat(shop.count("P13N_ORDER")).isEqualTo(1);
    }

    @Test
    void leavesAnOrderThatAnotherNodeHasLearnedAndLearnsTheOthers() {
        for (long order = 1; order <= 3; order++) {
            shop.order(order, "SUBMITTED", SHOPPER, "2026-01-01 10:00:00");
            shop.line(order * 10, order, order, 1);
        }
        List<Long> unlearned = learner.unlearned();
        learner().learn(List.of(2L));
        learner.learn(unlearned);
        assertThat(stored()).extracting(Interaction::orderId).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void learnsTheOthersWhenOneOrderCannotBeLearned() {
        for (long order = 1; order <= 5; order++) {
            shop.order(order, "SUBMITTED", order == 2 ? 13 : SHOPPER, "2026-01-01 10:00:00");
            shop.line(order * 10, order, order, 1);
        }
        OrderLearner picky = learner(ids -> {
            if (ids.contains(13L)) {
                throw new IllegalStateException("Whose order is that?");
            }
            return agreed;
        });
        new OrderReconciliation(picky, 2, 60_000, failures, clock::get).reconcile();
        assertThat(stored()).extracting(Interaction::orderId).containsExactlyInAnyOrder(1L, 3L, 4L, 5L);
        assertThat(failures.last().kind()).startsWith("learning an order");
    }

    @Test
    void leavesOrdersAloneThatHaveNoNumberOfThePlatforms() {
        shop.order(-3, "SUBMITTED", 13, "2026-01-01 10:00:00");
        shop.line(10, -3, 1, 1);
        reconciliation.reconcile();
        assertThat(stored()).isEmpty();
        assertThat(failures.count()).isZero();
    }

    @Test
    void multipliesTheContentsOfABundleByItsQuantity() {
        shop.order(1, "SUBMITTED", SHOPPER, "2026-01-01 10:00:00");
        shop.run("INSERT INTO BLC_ORDER_ITEM VALUES (10, 1, 3)");
        shop.run("INSERT INTO BLC_ORDER_ITEM VALUES (11, NULL, 2)");
        shop.run("INSERT INTO BLC_DISCRETE_ORDER_ITEM VALUES (11, NULL, 1004, 10)");
        reconciliation.reconcile();
        assertThat(stored()).singleElement().satisfies(line -> {
            assertThat(line.itemId()).isEqualTo(4);
            assertThat(line.quantity()).isEqualTo(6);
        });
    }

    @Test
    void takesACancelledOrderBackOnce() {
        shop.order(1, "SUBMITTED", SHOPPER, "2026-01-01 10:00:00");
        shop.line(10, 1, 1, 2);
        reconciliation.reconcile();
        shop.run("UPDATE BLC_ORDER SET ORDER_STATUS = 'CANCELLED'");
        clock.addAndGet(60_000);
        reconciliation.reconcile();
        reconciliation.orderChanged(1);
        reconciliation.reconcile();
        assertThat(stored())
                .extracting(Interaction::type)
                .containsExactly(InteractionType.PURCHASE, InteractionType.CANCELLATION);
        assertThat(counters.of(Counter.ORDERS_CANCELLED)).isEqualTo(1);
    }

    @Test
    void neverLearnsAnOrderThatWasCancelledBeforeAnybodySawIt() {
        shop.order(1, "CANCELLED", SHOPPER, "2026-01-01 10:00:00");
        shop.line(10, 1, 1, 2);
        reconciliation.orderChanged(1);
        reconciliation.reconcile();
        assertThat(stored()).isEmpty();
    }

    @Test
    void storesTheBasketOfABuyerWhoDidNotAgreeUnderTheOrderAndNotThePerson() {
        agreed.clear();
        submit(1);
        reconciliation.reconcile();
        assertThat(stored()).extracting(Interaction::shopperId).containsOnly(ShopperIds.basket(1));
    }

    @Test
    void anOrderThatWasNotedAtTheCheckoutStaysNobodysThoughTheNodeThatTookItIsGone() {
        ApartOrders apart = new ApartOrders(shop.platform(), clock::get);
        apart.note(1);
        apart.note(1);
        submit(1);
        submit(2);
        new OrderReconciliation(learner(), 2, 60_000, failures, clock::get).reconcile();
        assertThat(stored())
                .extracting(Interaction::orderId, Interaction::shopperId)
                .contains(tuple(1L, ShopperIds.basket(1)), tuple(2L, SHOPPER));
        assertThat(shop.platform()
                        .jdbc()
                        .queryForList("SELECT ORDER_ID FROM P13N_ORDER WHERE KEPT_APART = ?", Long.class, true))
                .containsExactly(1L);
        assertThat(shop.count("P13N_ORDER_APART")).isZero();
    }

    private ToldBuyers.Buyer buyer(long shopper) {
        return new ToldBuyers.Buyer(shopper, false, clock.get());
    }

    @Test
    void anOrderOfWhoWasErasedBeforeItWasLearnedIsNobodysForGood() {
        agreed.put(SHOPPER + 1, SHOPPER + 1);
        submit(1);
        submit(2);
        reconciliation.placed(1, buyer(SHOPPER));
        reconciliation.placed(2, buyer(SHOPPER + 1));
        recorder.forget(SHOPPER, clock.get());
        reconciliation.reconcile();
        assertThat(stored()).extracting(Interaction::shopperId).containsExactly(ShopperIds.basket(1), SHOPPER + 1);
        assertThat(keptApart()).containsExactly(1L);
    }

    @Test
    void anOrderOfWhoChangedHisMindBeforeItWasLearnedIsNobodys() {
        submit(1);
        reconciliation.placed(1, buyer(SHOPPER));
        agreed.remove(SHOPPER);
        reconciliation.reconcile();
        assertThat(stored()).extracting(Interaction::shopperId).containsExactly(ShopperIds.basket(1));
    }

    @Test
    void notesAnOrderThatIsToStayNobodys() {
        submit(1);
        submit(2);
        reconciliation.placed(1, new ToldBuyers.Buyer(ShopperIds.session(5), true, clock.get()));
        reconciliation.placed(2, buyer(ShopperIds.session(6)));
        reconciliation.reconcile();
        assertThat(keptApart()).containsExactly(1L);
    }

    private List<Long> keptApart() {
        return shop.platform().jdbc().queryForList("SELECT ORDER_ID FROM P13N_ORDER WHERE KEPT_APART", Long.class);
    }

    @Test
    void believesTheCheckoutMoreThanTheTables() {
        agreed.put(ShopperIds.visitor(5), ShopperIds.visitor(5));
        submit(1);
        submit(2);
        reconciliation.placed(1, buyer(ShopperIds.visitor(5)));
        reconciliation.placed(2, buyer(ShopperIds.session(5)));
        reconciliation.reconcile();
        assertThat(stored())
                .extracting(Interaction::shopperId)
                .containsExactly(ShopperIds.visitor(5), ShopperIds.basket(2));
    }

    @Test
    void joinsAPurchaseToTheLastListThatWasClickedWithinTheWindow() {
        submit(1);
        long bought = shop.platform()
                .jdbc()
                .queryForObject("SELECT SUBMIT_DATE FROM BLC_ORDER", Timestamp.class)
                .getTime();
        table.insert(List.of(
                Interaction.click(SHOPPER, 1, 100, 1, bought - DAY * 8),
                Interaction.click(SHOPPER, 1, 101, 1, bought - DAY * 2),
                Interaction.click(SHOPPER, 1, 102, 1, bought - DAY),
                Interaction.click(SHOPPER, 2, 103, 1, bought - 1),
                Interaction.click(8, 1, 104, 1, bought - 1),
                Interaction.click(SHOPPER, 1, 105, 1, bought + 1)));

        reconciliation.reconcile();

        assertThat(heard).extracting(line -> line.details().impressionId()).containsExactly(102L);
    }

    @Test
    void takesAReturnedOrderBackFromTheListThatLedToIt() {
        submit(1);
        reconciliation.reconcile();
        shop.run("UPDATE P13N_INTERACTION SET IMPRESSION_ID = 100");
        shop.run("UPDATE BLC_ORDER SET ORDER_STATUS = 'RETURNED'");
        clock.addAndGet(60_000);
        reconciliation.reconcile();
        reconciliation.orderChanged(1);
        reconciliation.reconcile();
        assertThat(stored())
                .extracting(Interaction::type)
                .containsExactly(InteractionType.PURCHASE, InteractionType.RETURN);
        assertThat(stored()).allSatisfy(line -> {
            assertThat(line.details().impressionId()).isEqualTo(100);
            assertThat(line.quantity()).isEqualTo(2);
        });
    }

    @Test
    void bringsNothingBackOfAnErasedBuyerWhenHisOrderIsCancelled() {
        submit(1);
        reconciliation.reconcile();
        shop.run("DELETE FROM P13N_INTERACTION");
        shop.run("UPDATE BLC_ORDER SET ORDER_STATUS = 'CANCELLED'");
        clock.addAndGet(60_000);
        reconciliation.reconcile();
        assertThat(stored()).isEmpty();
    }

    private void submit(long order) {
        shop.order(order, "SUBMITTED", SHOPPER, "2026-01-0" + order + " 10:00:00");
        shop.line(order * 10, order, order, 2);
    }

    @Test
    void looksThroughAllOrdersOnlyNowAndThen() {
        reconciliation.reconcile();
        shop.order(1, "SUBMITTED", SHOPPER, "2026-01-01 10:00:00");
        shop.line(10, 1, 1, 1);
        reconciliation.reconcile();
        assertThat(stored()).isEmpty();
        clock.addAndGet(60_000);
        reconciliation.reconcile();
        assertThat(stored()).hasSize(1);
    }

    private InteractionRecorder recorder() {
        InteractionListener ears = new InteractionListener() {
            @Override
            public void happened(Shopper shopper, Interaction interaction) {
                throw new AssertionError("orders are learned in the background");
            }

            @Override
            public void stored(List<Interaction> interactions, boolean byThisNode) {
                heard.addAll(interactions);
            }
        };
        return new InteractionRecorder(new InteractionQueue(8), List.of(ears), counters, failures);
    }

    private OrderLearner learner() {
        return learner(buyers);
    }

    private OrderLearner learner(Buyers buyers) {
        return new OrderLearner(
                shop.platform(), buyers, table, recorder, counters, new Rules("RETURNED", 7), clock::get);
    }

    private List<Interaction> stored() {
        List<Interaction> read = new ArrayList<>();
        table.readAll((id, interaction) -> read.add(interaction));
        return read;
    }
}
