package org.p13n.engine.model.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ItemTrainerTest {
    private static final long DAY = 24 * 3600 * 1000L;
    private static final long NOW = 1_000 * DAY;

    private final ItemTrainer trainer = new ItemTrainer(ItemSettings.defaults());

    private record Seen(long shopper, long item, Touch touch, long at) {}

    @Test
    void knowsWhatIsBoughtNextBetterThanWhatWasBoughtBefore() {
        buy(1, 10, NOW - 2 * DAY);
        buy(1, 20, NOW - DAY);
        ItemModel model = trainer.train(NOW);
        assertThat(similarity(model, 10, 20))
                .isGreaterThan(similarity(model, 20, 10))
                .isPositive();
    }

    @Test
    void countsNearerStepsMore() {
        buy(1, 10, NOW - 3 * DAY);
        buy(1, 20, NOW - 2 * DAY);
        buy(1, 30, NOW - DAY);
        assertThat(neighbours(trainer.train(NOW), Step.BOUGHT_BOUGHT, 10)).containsExactly(20L, 30L);
    }

    @Test
    void prefersWhatTenShoppersDidToWhatOneDid() {
        for (int shopper = 1; shopper <= 10; shopper++) {
            buy(shopper, 10, NOW - 2 * DAY);
            buy(shopper, 20, NOW - DAY);
        }
        buy(11, 10, NOW - 2 * DAY);
        buy(11, 30, NOW - DAY);
        ItemModel model = trainer.train(NOW);
        assertThat(neighbours(model, Step.BOUGHT_BOUGHT, 10)).containsExactly(20L, 30L);
        model.neighbours(Step.BOUGHT_BOUGHT)
                .forEach(
                        10,
                        1,
                        (item, similarity, evidence) -> assertThat(evidence).isEqualTo(10));
    }

    @Test
    void keepsStepsApart() {
        trainer.add(1, 10, Touch.VIEW, NOW - 3 * DAY);
        trainer.add(1, 20, Touch.VIEW, NOW - 2 * DAY);
        trainer.add(1, 30, Touch.PURCHASE, NOW - DAY);
        ItemModel model = trainer.train(NOW);
        assertThat(neighbours(model, Step.VIEWED_VIEWED, 10)).containsExactly(20L);
        assertThat(neighbours(model, Step.VIEWED_BOUGHT, 10)).containsExactly(30L);
        assertThat(neighbours(model, Step.BOUGHT_BOUGHT, 30)).isEmpty();
    }

    @Test
    void countsAShopperOnceForAPairHoweverOftenHeRepeatsIt() {
        for (int i = 0; i < 100; i++) {
            buy(1, 10 + i % 2 * 10, NOW - DAY + i);
        }
        ItemNeighbours bought = trainer.train(NOW).neighbours(Step.BOUGHT_BOUGHT);
        int slot = bought.begin(bought.number(10));
        assertThat(bought.weight(slot)).isLessThanOrEqualTo(1);
        assertThat(bought.evidence(slot)).isEqualTo(1);
    }

    @Test
    void letsALargeOrderNotOutshoutSmallOnes() {
        buy(1, 10, NOW);
        buy(1, 20, NOW);
        for (int item = 30; item < 80; item++) {
            buy(2, item, NOW);
        }
        ItemModel model = trainer.train(NOW);
        assertThat(similarity(model, 10, 20)).isGreaterThan(10 * similarity(model, 30, 31));
    }

    @Test
    void forgetsWhatIsLongAgo() {
        buy(1, 10, NOW - 2_000 * DAY);
        buy(1, 20, NOW - 2_000 * DAY);
        buy(2, 30, NOW);
        buy(2, 40, NOW);
        ItemModel model = trainer.train(NOW);
        assertThat(similarity(model, 10, 20)).isLessThan(similarity(model, 30, 40) / 10);
    }

    @Test
    void knowsNothingWithoutTouches() {
        ItemModel model = trainer.train(NOW);
        assertThat(neighbours(model, Step.BOUGHT_BOUGHT, 10)).isEmpty();
        assertThat(model.bytes()).isNotNegative();
    }

    @Property(tries = 30)
    void doesNotCareInWhichOrderTouchesCome(@ForAll @IntRange(max = 10_000) int seed) throws IOException {
        List<Seen> touches = random(seed);
        byte[] first = bytes(trained(touches));
        List<Seen> sorted = new ArrayList<>(touches);
        Collections.shuffle(sorted, new Random(seed + 1L));
        ItemModel again = trained(sorted);
        ItemModel read = ItemModel.readFrom(new DataInputStream(new ByteArrayInputStream(first)));
        for (Step step : Step.values()) {
            for (long item = 1; item <= 12; item++) {
                assertThat(neighbours(again, step, item)).isEqualTo(neighbours(read, step, item));
            }
        }
    }

    @Property(tries = 30)
    void keepsSimilaritiesBetweenNothingAndOneAndBestFirst(@ForAll @IntRange(max = 10_000) int seed) {
        ItemModel model = trained(random(seed));
        for (long item = 1; item <= 12; item++) {
            double[] last = {1};
            model.neighbours(Step.BOUGHT_BOUGHT).forEach(item, 100, (other, similarity, evidence) -> {
                assertThat(similarity).isBetween(0.0, last[0] + 1e-9);
                assertThat(evidence).isPositive();
                last[0] = similarity;
            });
        }
    }

    @Test
    void survivesAbsurdTimes() {
        for (long at : new long[] {Long.MIN_VALUE, 0, NOW, Long.MAX_VALUE}) {
            buy(1, 10 + (at & 7), at);
            buy(2, 10, at);
        }
        assertThat(neighbours(trainer.train(NOW), Step.BOUGHT_BOUGHT, 17)).doesNotContain(17L);
    }

    @Nested
    class Refuses {
        @Test
        void aModelOfAnotherFormat() {
            assertThatIOException()
                    .isThrownBy(() -> ItemModel.readFrom(new DataInputStream(new ByteArrayInputStream(new byte[64]))))
                    .withMessageContaining("format");
        }

        @Test
        void aNeighbourThatDoesNotExist() throws IOException {
            buy(1, 10, NOW);
            buy(1, 20, NOW);
            byte[] bytes = bytes(trainer.train(NOW));
            bytes[bytes.length - 5] = -1;
            bytes[bytes.length - 12] = 77;
            assertThatIOException()
                    .isThrownBy(() -> ItemModel.readFrom(new DataInputStream(new ByteArrayInputStream(bytes))));
        }

        @Test
        void settingsThatCannotBe() {
            ItemSettings usual = ItemSettings.defaults();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ItemSettings(
                            usual.window(),
                            usual.partners(),
                            usual.distancePower(),
                            1.5,
                            Duration.ZERO,
                            Duration.ZERO,
                            usual.cartSay(),
                            usual.orderPower(),
                            usual.touchesPerShopper(),
                            usual.shrinkage(),
                            usual.neighbours()))
                    .withMessageContaining("backward");
        }
    }

    @Test
    void isTheSameAfterARoundTrip() throws IOException {
        ItemModel model = trained(random(3));
        ItemModel read = ItemModel.readFrom(new DataInputStream(new ByteArrayInputStream(bytes(model))));
        assertThat(bytes(read)).isEqualTo(bytes(model));
        assertThat(similarity(read, 1, 2)).isCloseTo(similarity(model, 1, 2), within(0.0));
    }

    private void buy(long shopper, long item, long at) {
        trainer.add(shopper, item, Touch.PURCHASE, at);
    }

    private static ItemModel trained(List<Seen> touches) {
        ItemTrainer trainer = new ItemTrainer(ItemSettings.defaults());
        touches.forEach(seen -> trainer.add(seen.shopper, seen.item, seen.touch, seen.at));
        return trainer.train(NOW);
    }

    private static List<Seen> random(int seed) {
        Random random = new Random(seed);
        List<Seen> touches = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Touch touch = Touch.values()[random.nextInt(3)];
            touches.add(new Seen(random.nextInt(5), 1 + random.nextInt(12), touch, NOW - random.nextInt(40) * DAY / 4));
        }
        return touches;
    }

    private static long[] neighbours(ItemModel model, Step step, long item) {
        List<Long> ids = new ArrayList<>();
        model.neighbours(step).forEach(item, 100, (other, similarity, evidence) -> ids.add(other));
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    private static double similarity(ItemModel model, long from, long to) {
        double[] found = {0};
        model.neighbours(Step.BOUGHT_BOUGHT).forEach(from, 1_000, (item, similarity, evidence) -> {
            if (item == to) {
                found[0] = similarity;
            }
        });
        return found[0];
    }

    private static byte[] bytes(ItemModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
