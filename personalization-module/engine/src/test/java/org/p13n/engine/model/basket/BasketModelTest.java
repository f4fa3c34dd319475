package org.p13n.engine.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BasketModelTest {
    private static final BasketModel SHOP = Shop.trainer(1_000).train(Shop.NOW);

    @Test
    void completesACartWithItsTheme() {
        List<BasketItem> completed = SHOP.complete(new long[] {1_010, 1_011, 1_012}, 2, any -> true);
        assertThat(completed).extracting(BasketItem::itemId).containsExactlyInAnyOrder(1_013L, 1_014L);
        assertThat(completed).allSatisfy(item -> assertThat(item.orders()).isGreaterThan(5));
    }

    @Test
    void givesForOneSeedWhatIsBoughtTogetherWithIt() {
        List<BasketItem> bundle = SHOP.bundle(1_010, 4, any -> true);
        assertThat(bundle).extracting(BasketItem::itemId).containsExactlyInAnyOrder(1_011L, 1_012L, 1_013L, 1_014L);
        assertThat(bundle.get(0).orders())
                .isEqualTo(SHOP.together(1_010, bundle.get(0).itemId()));
    }

    @Test
    void givesNothingThatIsInTheCartOrNotAllowed() {
        List<BasketItem> completed = SHOP.complete(new long[] {1_010, 1_010, 99}, 100, item -> item != 1_011);
        assertThat(completed).extracting(BasketItem::itemId).doesNotContain(1_010L, 1_011L, 99L);
    }

    @Test
    void fillsTheListWithPopularItemsWhereNothingIsKnownOfTheCart() {
        List<BasketItem> completed = SHOP.complete(new long[] {99}, 5, any -> true);
        assertThat(completed)
                .hasSize(5)
                .allSatisfy(item -> assertThat(item.orders()).isZero());
    }

    @Test
    void aBundleNeedsTwoOrdersUnlessTheShopIsSmall() {
        BasketTrainer trainer = Shop.trainer(200);
        trainer.add(5_000, 0, 7, Shop.NOW);
        trainer.add(5_000, 0, 8, Shop.NOW);
        assertThat(trainer.train(Shop.NOW).bundle(7, 5, any -> true)).isEmpty();
        trainer.add(5_001, 0, 7, Shop.NOW);
        trainer.add(5_001, 0, 8, Shop.NOW);
        assertThat(trainer.publish(Shop.NOW).bundle(7, 5, any -> true))
                .extracting(BasketItem::itemId)
                .containsExactly(8L);
        BasketTrainer small = new BasketTrainer(BasketSettings.defaults());
        small.add(1, 0, 7, Shop.NOW);
        small.add(1, 0, 8, Shop.NOW);
        assertThat(small.train(Shop.NOW).bundle(7, 5, any -> true)).hasSize(1);
    }

    @Test
    void explainsAScoreByTheItemsOfTheCartAndPopularity() {
        long[] cart = {1_010, 1_011, 1_030};
        for (BasketItem item : SHOP.complete(cart, 10, any -> true)) {
            BasketExplanation why = SHOP.explain(cart, item.itemId());
            double sum = why.popularity()
                    + why.seeds().stream()
                            .mapToDouble(BasketExplanation.Share::share)
                            .sum();
            assertThat(why.score()).isCloseTo(item.score(), within(1e-4));
            assertThat(sum).isCloseTo(why.score(), within(1e-4));
        }
        BasketExplanation theme = SHOP.explain(cart, 1_012);
        assertThat(theme.seeds().get(0).share())
                .isGreaterThan(theme.seeds().get(2).share());
    }

    @Test
    void tellsSubstitutesFromWhatGoesTogether() {
        double together = SHOP.substitution(1_010, 1_011, 0.9);
        double apart = SHOP.substitution(1_010, 1_055, 0.9);
        assertThat(together).isLessThan(0.3);
        assertThat(apart).isGreaterThan(together).isLessThanOrEqualTo(0.9);
        assertThat(SHOP.substitution(1_010, 1_055, 0)).isZero();
        assertThat(SHOP.substitution(98, 99, 0.9)).isEqualTo(0.45);
        assertThatThrownBy(() -> SHOP.substitution(1, 2, Double.NaN)).hasMessageContaining("0 to 1");
    }

    @Test
    void anEmptyShopHasNothingToGive() {
        assertThat(BasketModel.empty().complete(new long[] {1}, 10, any -> true))
                .isEmpty();
        assertThat(BasketModel.empty().explain(new long[] {1}, 2).seeds()).isEmpty();
        assertThat(BasketModel.empty().lift(1, 2)).isEqualTo(1);
        BasketModel trained = new BasketTrainer(BasketSettings.defaults()).train(Shop.NOW);
        assertThat(trained.complete(new long[0], 10, any -> true)).isEmpty();
    }

    @Test
    void saysWhatWeightedItemsSayOfOthers() {
        Association one = SHOP.associate(new long[] {1_010, 99}, new double[] {1, 1});
        Association twice = SHOP.associate(new long[] {1_010}, new double[] {2});
        assertThat(one.weightOf(1_011)).isPositive();
        assertThat(twice.weightOf(1_011)).isCloseTo(2 * one.weightOf(1_011), within(1e-6));
        assertThat(one.weightOf(99)).isZero();
        assertThat(one.weight(0)).isEqualTo(one.weightOf(one.itemId(0)));
    }

    @Nested
    class Storage {
        @Test
        void behavesTheSameAfterARoundTrip() throws IOException {
            BasketModel read = BasketModel.readFrom(new DataInputStream(new ByteArrayInputStream(bytes())));
            long[] cart = {1_010, 1_021};
            assertThat(read.complete(cart, 20, any -> true)).isEqualTo(SHOP.complete(cart, 20, any -> true));
            assertThat(read.bundle(1_010, 20, any -> true)).isEqualTo(SHOP.bundle(1_010, 20, any -> true));
            assertThat(read.explain(cart, 1_011)).isEqualTo(SHOP.explain(cart, 1_011));
            assertThat(read.lift(1_010, 1_011)).isEqualTo(SHOP.lift(1_010, 1_011));
            assertThat(read.orders()).isEqualTo(1_000);
            assertThat(read.publishedAt()).isEqualTo(Shop.NOW);
        }

        @Test
        void refusesImpossibleFigures() throws IOException {
            byte[] bytes = bytes();
            bytes[0] = -1;
            assertThatThrownBy(() -> BasketModel.readFrom(new DataInputStream(new ByteArrayInputStream(bytes))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("number of orders");
        }

        private static byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SHOP.writeTo(new DataOutputStream(bytes));
            return bytes.toByteArray();
        }
    }
}
