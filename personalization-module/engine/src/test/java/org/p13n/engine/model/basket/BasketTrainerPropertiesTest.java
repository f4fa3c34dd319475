package org.p13n.engine.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BasketTrainerPropertiesTest {
    private static final double TOLERANCE = 1e-3;

    @Property(tries = 20)
    void incrementsGiveWhatAFullTrainingGives(@ForAll @IntRange(min = 0, max = 300) int before) {
        BasketTrainer incremental = Shop.counter();
        Shop.order(incremental, 0, before);
        incremental.train(Shop.NOW - 1_000_000);
        Shop.order(incremental, before, 300);
        BasketTrainer whole = Shop.counter();
        Shop.order(whole, 0, 300);
        assertAlike(incremental.publish(Shop.NOW), whole.train(Shop.NOW));
    }

    @Property(tries = 20)
    void whatWasCancelledLeavesNoTrace(@ForAll @IntRange(min = 1, max = 100) int cancelled) {
        BasketTrainer trainer = Shop.counter();
        Shop.order(trainer, 0, 300);
        trainer.train(Shop.NOW);
        for (int order = 300 - cancelled; order < 300; order++) {
            trainer.removeOrder(order);
        }
        BasketTrainer without = Shop.counter();
        Shop.order(without, 0, 300 - cancelled);
        assertAlike(trainer.publish(Shop.NOW), without.train(Shop.NOW));
    }

    @Test
    void forgetsShoppers() {
        BasketTrainer trainer = Shop.counter();
        Shop.order(trainer, 0, 300);
        trainer.add(9_000, 777, 1, Shop.NOW);
        trainer.add(9_000, 777, 2, Shop.NOW);
        trainer.train(Shop.NOW);
        trainer.removeShoppers(shopper -> shopper == 777);
        BasketModel model = trainer.publish(Shop.NOW);
        assertThat(model.together(1, 2)).isZero();
        assertThat(model.orders()).isEqualTo(300);
    }

    @Test
    void countsALineOnceAndTakesOneBack() {
        BasketTrainer trainer = new BasketTrainer(BasketSettings.defaults());
        assertThat(trainer.add(1, 5, 10, Shop.NOW)).isTrue();
        assertThat(trainer.add(1, 5, 10, Shop.NOW)).isFalse();
        assertThat(trainer.add(1, 5, 11, Shop.NOW)).isTrue();
        assertThat(trainer.train(Shop.NOW).together(10, 11)).isEqualTo(1);
        trainer.remove(1, 11);
        trainer.remove(1, 11);
        trainer.remove(2, 10);
        assertThat(trainer.publish(Shop.NOW).together(10, 11)).isZero();
        assertThat(trainer.publish(Shop.NOW).orders()).isEqualTo(1);
    }

    @Test
    void capsWhatOneShopperSays() {
        BasketTrainer trainer = Shop.trainer(300);
        for (int order = 0; order < 1_000; order++) {
            trainer.add(10_000 + order, 4711, 1, Shop.NOW);
            trainer.add(10_000 + order, 4711, 2, Shop.NOW);
        }
        assertThat(trainer.train(Shop.NOW).together(1, 2))
                .isLessThanOrEqualTo(2 * BasketSettings.defaults().ordersPerShopper());
    }

    @Property(tries = 50)
    void copesWithAbsurdEvents(
            @ForAll @Size(max = 60) List<@IntRange(max = 6) Integer> orders,
            @ForAll @LongRange(min = Long.MIN_VALUE / 4, max = Long.MAX_VALUE / 4) long far) {
        BasketTrainer trainer = new BasketTrainer(BasketSettings.defaults());
        for (int i = 0; i < orders.size(); i++) {
            long at = i % 3 == 0 ? far : i % 3 == 1 ? 0 : Shop.NOW;
            trainer.add(orders.get(i), i % 2, (long) (i % 7) - 3, at);
        }
        BasketModel model = trainer.train(Shop.NOW);
        for (BasketItem item : model.complete(new long[] {-3, 0, 1}, 10, any -> true)) {
            assertThat(item.score()).isFinite();
        }
    }

    @Test
    void isTheSameForTheSameOrders() {
        long[] cart = {1_000, 1_020, 1_044};
        assertThat(Shop.trainer(500).train(Shop.NOW).complete(cart, 50, any -> true))
                .isEqualTo(Shop.trainer(500).train(Shop.NOW).complete(cart, 50, any -> true));
    }

    @Test
    void sharesTheRowsOfUntouchedItems() {
        BasketTrainer trainer = Shop.trainer(300);
        BasketModel first = trainer.train(Shop.NOW);
        trainer.add(9_000, 0, 1_000, Shop.NOW);
        trainer.add(9_000, 0, 1_001, Shop.NOW);
        BasketModel second = trainer.publish(Shop.NOW);
        assertThat(second.row(first.index().find(1_030)))
                .isSameAs(first.row(first.index().find(1_030)));
        assertThat(second.together(1_000, 1_001)).isEqualTo(first.together(1_000, 1_001) + 1);
    }

    private static void assertAlike(BasketModel one, BasketModel other) {
        assertThat(one.orders()).isEqualTo(other.orders());
        for (long seed = 1_000; seed < 1_000 + Shop.PRODUCTS; seed += 7) {
            for (BasketItem item : other.complete(new long[] {seed}, 10, any -> true)) {
                assertThat(one.explain(new long[] {seed}, item.itemId()).score())
                        .isCloseTo(item.score(), within(TOLERANCE));
                assertThat(one.together(seed, item.itemId())).isEqualTo(item.orders());
            }
        }
    }
}
