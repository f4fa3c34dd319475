package org.p13n.engine.model.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.basket.BasketSettings;
import org.p13n.engine.model.basket.BasketTrainer;

class RepeatModelTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long IN_A_FORTNIGHT = NOW + TimeUnit.DAYS.toMillis(14);
    private static final long COFFEE = 1;
    private static final long FILTERS = 2;
    private static final RepeatModel SHOP = shop();

    @Test
    void expectsWhatTheShopperBuysAgainAndAgain() {
        PurchaseHistory history = every(14, 6, COFFEE, FILTERS);
        List<RepeatItem> next = SHOP.next(history, IN_A_FORTNIGHT, 2, any -> true);
        assertThat(next).extracting(RepeatItem::itemId).containsExactlyInAnyOrder(COFFEE, FILTERS);
        assertThat(next.get(0).purchases()).isEqualTo(6);
    }

    @Test
    void aNewPurchaseCountsAtOnce() {
        List<PurchaseHistory.Order> orders =
                new ArrayList<>(every(14, 3, COFFEE).orders());
        orders.add(order(0, 33));
        PurchaseHistory more = PurchaseHistory.of(orders);
        assertThat(SHOP.explain(more, IN_A_FORTNIGHT, 33).score())
                .isGreaterThan(
                        SHOP.explain(every(14, 3, COFFEE), IN_A_FORTNIGHT, 33).score());
        assertThat(SHOP.next(more, IN_A_FORTNIGHT, 50, any -> true))
                .filteredOn(item -> item.itemId() == 33)
                .extracting(RepeatItem::purchases)
                .containsExactly(1);
    }

    @Test
    void doesNotOfferAgainWhatWasBoughtJustNow() {
        PurchaseHistory history = every(14, 6, COFFEE);
        assertThat(SHOP.explain(history, NOW, COFFEE).rhythm())
                .isLessThan(SHOP.explain(history, IN_A_FORTNIGHT, COFFEE).rhythm());
    }

    @Test
    void givesSomethingToWhoHasBoughtNothing() {
        List<RepeatItem> next = SHOP.next(PurchaseHistory.empty(), NOW, 5, any -> true);
        assertThat(next)
                .hasSize(5)
                .allSatisfy(item -> assertThat(item.purchases()).isZero());
        assertThat(SHOP.nextOrderAt(PurchaseHistory.empty())).isZero();
    }

    @Test
    void givesOnlyWhatIsAllowed() {
        assertThat(SHOP.next(every(14, 6, COFFEE, FILTERS), NOW, 20, item -> item != COFFEE))
                .extracting(RepeatItem::itemId)
                .doesNotContain(COFFEE);
    }

    @Test
    void explainsAScoreByItsParts() {
        PurchaseHistory history = every(20, 5, COFFEE, 40);
        for (RepeatItem item : SHOP.next(history, NOW, 10, any -> true)) {
            RepeatExplanation why = SHOP.explain(history, NOW, item.itemId());
            assertThat(why.score()).isCloseTo(item.score(), within(1e-6));
            assertThat(why.purchases() + why.rhythm() + why.taste() + why.popularity())
                    .isCloseTo(why.score(), within(1e-9));
        }
        assertThat(SHOP.explain(history, NOW, -5).score()).isZero();
    }

    @Nested
    class Replenishment {
        @Test
        void isDueAfterTheShoppersOwnInterval() {
            PurchaseHistory history = every(10, 20, COFFEE);
            Due due = SHOP.due(history, COFFEE);
            assertThat(due.days(NOW)).isBetween(6.0, 14.0);
            assertThat(due.earliestAt()).isLessThan(due.expectedAt());
            assertThat(due.latestAt()).isGreaterThan(due.expectedAt());
            assertThat(due.ownIntervals()).isEqualTo(19);
        }

        @Test
        void followsTheProductWhereTheShopperHasNoRhythmYet() {
            Due due = SHOP.due(every(30, 1, COFFEE), COFFEE);
            assertThat(due.days(NOW)).isBetween(10.0, 18.0);
            assertThat(due.ownIntervals()).isZero();
            assertThat(due.itemIntervals()).isGreaterThan(100);
        }

        @Test
        void followsTheCategoryWhereTheProductHasNoRhythmYet() {
            RepeatTrainer trainer =
                    new RepeatTrainer(RepeatSettings.defaults(), item -> item == COFFEE || item == 500 ? 9 : 0);
            for (int shopper = 0; shopper < 20; shopper++) {
                trainer.add(every(7, 10, COFFEE));
                trainer.add(every(100, 10, FILTERS));
            }
            trainer.add(every(10, 1, 500, 501));
            RepeatModel model = trainer.train(BasketModel.empty());
            assertThat(model.due(every(10, 1, 500), 500).days(NOW)).isBetween(6.0, 10.0);
            assertThat(model.due(every(10, 1, 501), 501).days(NOW)).isGreaterThan(15);
        }

        @Test
        void knowsNothingOfWhatWasNeverBought() {
            assertThat(SHOP.due(every(10, 2, COFFEE), FILTERS)).isNull();
        }

        @Test
        void expectsTheNextOrderAfterTheShoppersUsualGap() {
            long next = SHOP.nextOrderAt(every(7, 20, COFFEE));
            assertThat((next - NOW) / (double) TimeUnit.DAYS.toMillis(1)).isBetween(6.0, 10.0);
            assertThat(SHOP.nextKnownMoment(every(7, 20, COFFEE))).isLessThanOrEqualTo(next);
        }
    }

    @Test
    void behavesTheSameAfterARoundTrip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SHOP.writeTo(new DataOutputStream(bytes));
        RepeatModel read = RepeatModel.readFrom(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                RepeatSettings.defaults(),
                SHOP.companions());
        PurchaseHistory history = every(14, 5, COFFEE, 20, 30);
        assertThat(read.next(history, NOW, 20, any -> true)).isEqualTo(SHOP.next(history, NOW, 20, any -> true));
        assertThat(read.due(history, COFFEE)).isEqualTo(SHOP.due(history, COFFEE));
        assertThat(read.nextOrderAt(history)).isEqualTo(SHOP.nextOrderAt(history));
        assertThat(read.bytes()).isEqualTo(SHOP.bytes());
    }

    @Test
    void refusesImpossibleFigures() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SHOP.writeTo(new DataOutputStream(bytes));
        byte[] bad = bytes.toByteArray();
        int rhythms = 4 + 8 * SHOP.items();
        Arrays.fill(bad, rhythms, rhythms + 8, (byte) 0xff);
        assertThatThrownBy(() -> RepeatModel.readFrom(
                        new DataInputStream(new ByteArrayInputStream(bad)),
                        RepeatSettings.defaults(),
                        BasketModel.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rhythm");
    }

    @Test
    void anEmptyShopHasNothingToGive() {
        assertThat(RepeatModel.empty().next(every(3, 3, COFFEE), NOW, 5, any -> true))
                .extracting(RepeatItem::itemId)
                .containsExactly(COFFEE);
        assertThat(RepeatModel.empty().next(PurchaseHistory.empty(), NOW, 5, any -> true))
                .isEmpty();
    }

    @Test
    void isTheSameForTheSameHistories() {
        PurchaseHistory history = every(9, 4, COFFEE, 12, 55);
        assertThat(shop().next(history, NOW, 30, any -> true)).isEqualTo(SHOP.next(history, NOW, 30, any -> true));
    }

    @Property(tries = 50)
    void copesWithAbsurdTimes(
            @ForAll @LongRange(min = Long.MIN_VALUE / 4, max = Long.MAX_VALUE / 4) long one,
            @ForAll @LongRange(min = Long.MIN_VALUE / 4, max = Long.MAX_VALUE / 4) long other) {
        PurchaseHistory history = PurchaseHistory.of(List.of(
                new PurchaseHistory.Order(one, new long[] {COFFEE, COFFEE, -7}),
                new PurchaseHistory.Order(other, new long[] {COFFEE}),
                new PurchaseHistory.Order(other, new long[0])));
        RepeatTrainer trainer = new RepeatTrainer(RepeatSettings.defaults());
        trainer.add(history);
        trainer.addGuest(one, new long[] {3});
        RepeatModel model = trainer.train(BasketModel.empty());
        for (RepeatItem item : model.next(history, NOW, 10, any -> true)) {
            assertThat(item.score()).isFinite();
        }
        assertThat(model.due(history, COFFEE)).isNotNull();
    }

    @Test
    void settingsRefuseWhatCannotBe() {
        RepeatSettings usual = RepeatSettings.defaults();
        assertThatThrownBy(() -> new RepeatSettings(1, 0.9, 0.7, usual.ownHalfLife(), 1, 1, 1, 1, 1, 1, 1, 1))
                .hasMessage("Repeat setting latestOrders must be 2.0 to 10000.0 but is 1.0");
    }

    /** Forty shoppers who buy coffee every fortnight and other things now and then. */
    private static RepeatModel shop() {
        RepeatTrainer trainer = new RepeatTrainer(RepeatSettings.defaults());
        BasketTrainer baskets = new BasketTrainer(BasketSettings.defaults());
        Random random = new Random(3);
        long orderId = 0;
        for (int shopper = 0; shopper < 40; shopper++) {
            List<PurchaseHistory.Order> orders = new ArrayList<>();
            for (int order = 0; order < 8; order++) {
                long[] items = {COFFEE, FILTERS, 10 + random.nextInt(60)};
                PurchaseHistory.Order each = order(14 * (7 - order) + random.nextInt(3), items);
                orders.add(each);
                orderId++;
                for (long item : items) {
                    baskets.add(orderId, shopper + 1L, item, each.at());
                }
            }
            trainer.add(PurchaseHistory.of(orders));
        }
        trainer.addGuest(NOW, new long[] {70, 71});
        return trainer.train(baskets.train(NOW));
    }

    /** So many orders of the same items, the last one now. */
    private static PurchaseHistory every(int days, int times, long... items) {
        List<PurchaseHistory.Order> orders = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            orders.add(order(days * i, items));
        }
        return PurchaseHistory.of(orders);
    }

    private static PurchaseHistory.Order order(int daysAgo, long... items) {
        return new PurchaseHistory.Order(NOW - TimeUnit.DAYS.toMillis(daysAgo), items);
    }
}
