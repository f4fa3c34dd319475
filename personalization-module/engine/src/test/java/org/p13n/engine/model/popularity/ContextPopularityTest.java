package org.p13n.engine.model.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;

class ContextPopularityTest {
    private static final long NOW = Duration.ofDays(20_000).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final PopularityTrainer trainer = trainer();

    @Example
    void whatIsLookedAtAfterASearchIsPopularInIt() {
        for (long shopper = 1; shopper <= 10; shopper++) {
            learn(Interaction.search(shopper, "Bluetooth speakers", NOW - 10 * MINUTE));
            learn(Interaction.purchase(shopper, 7, 1, shopper, NOW - 5 * MINUTE));
            learn(Interaction.purchase(shopper + 100, 8, 1, shopper, NOW - 5 * MINUTE));
            learn(Interaction.purchase(shopper + 200, 8, 1, shopper, NOW - 5 * MINUTE));
        }
        ContextPopularity popularity = publish();
        assertThat(popularity.top(Contexts.query("bluetooth speaker"), 2)).containsExactly(7, 8);
        assertThat(popularity.top(Contexts.query("never asked"), 2)).containsExactly(8, 7);
        assertThat(popularity.evidence(Contexts.query("bluetooth speaker"))).isCloseTo(10, within(0.1));
        assertThat(popularity.relativeTo(Contexts.query("bluetooth speaker")).applyAsDouble(7))
                .isEqualTo(1);
        assertThat(popularity.relativeTo(Contexts.query("bluetooth speaker")).applyAsDouble(4711))
                .isZero();
    }

    @Example
    void whatComesLongAfterASearchOrBeforeItIsNotDueToIt() {
        learn(Interaction.productView(1, 7, NOW - 60 * MINUTE));
        learn(Interaction.search(1, "lamp", NOW - 50 * MINUTE));
        learn(Interaction.productView(1, 8, NOW));
        assertThat(publish().evidence(Contexts.query("lamp"))).isZero();
    }

    @Example
    void categoriesAndSegmentsCountApart() {
        for (long shopper = 1; shopper <= 20; shopper++) {
            learn(inCategory(shopper, 1, shopper <= 15 ? 5 : 6));
            learn(inCategory(shopper, 2, shopper <= 5 ? 5 : 6));
        }
        ContextPopularity popularity = publish();
        assertThat(popularity.top(Contexts.category(1), 1)).containsExactly(5);
        assertThat(popularity.top(Contexts.category(2), 1)).containsExactly(6);
        assertThat(popularity.evidence(Contexts.segment("shopper-odd"))).isPositive();
        assertThat(popularity.evidence(Contexts.segment("shopper-green"))).isZero();
    }

    @Example
    void aShopperCountsOnceADay() {
        for (int i = 0; i < 1000; i++) {
            learn(inCategory(1, 1, 5));
        }
        assertThat(publish().evidence(Contexts.category(1))).isCloseTo(0.1, within(1e-3));
    }

    @Example
    void cancelledPurchasesAreTakenBack() {
        learn(Interaction.purchase(1, 5, 1, 77, NOW));
        learn(Interaction.purchase(2, 6, 1, 78, NOW));
        learn(Interaction.cancellation(1, 5, 1, 77, NOW));
        learn(Interaction.cancellation(1, 5, 1, 77, NOW));
        ContextPopularity popularity = publish();
        assertThat(popularity.top(Contexts.category(1), 9)).containsExactly(6);
        assertThat(popularity.score(Contexts.category(1), 5)).isZero();
    }

    @Property(seed = "1", tries = 100)
    void scoresAreSharesAndMoreInteractionsNeverLowerThem(@ForAll long seed) {
        PopularityTrainer mine = trainer();
        Random random = new Random(seed);
        for (long shopper = 1; shopper <= 60; shopper++) {
            mine.learn(inCategory(shopper, random.nextInt(3) + 1, random.nextInt(8) + 1), NOW);
        }
        ContextPopularity before = mine.publish(NOW).contexts();
        mine.learn(inCategory(1000, 1, 3), NOW);
        ContextPopularity after = mine.publish(NOW).contexts();
        double sum = 0;
        for (long item = 1; item <= 8; item++) {
            double score = before.score(Contexts.category(1), item);
            assertThat(score).isBetween(0.0, 1.0);
            assertThat(before.observedShare(Contexts.category(1), item)).isBetween(0.0, score + 1e-9);
            sum += score;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        assertThat(after.score(Contexts.category(1), 3)).isGreaterThanOrEqualTo(before.score(Contexts.category(1), 3));
    }

    @Property(seed = "2", tries = 50)
    void theOrderOfInteractionsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<Interaction> interactions = new ArrayList<>();
        for (long shopper = 1; shopper <= 80; shopper++) {
            long at = NOW - random.nextInt(1000) * 1000L * MINUTE;
            interactions.add(Interaction.productView(shopper, random.nextInt(9) + 1, at));
        }
        PopularityTrainer one = trainer();
        interactions.forEach(interaction -> one.learn(interaction, NOW));
        Collections.shuffle(interactions, random);
        PopularityTrainer other = trainer();
        interactions.forEach(interaction -> other.learn(interaction, NOW));
        for (long item = 1; item <= 9; item++) {
            assertThat(other.publish(NOW).contexts().score(0, item))
                    .isCloseTo(one.publish(NOW).contexts().score(0, item), within(1e-6));
            assertThat(other.publish(NOW).trend().lift(item))
                    .isCloseTo(one.publish(NOW).trend().lift(item), within(1e-5));
        }
    }

    @Example
    void itemsAndContextsBeyondTheLimitsAreForgottenWeakestFirst() {
        ItemWeights weights = new ItemWeights();
        for (int item = 0; item < 100; item++) {
            weights.add(item, item + 1, 10);
        }
        assertThat(weights.size()).isLessThanOrEqualTo(10);
        assertThat(weights.item(0)).isGreaterThan(80);
        weights.add(4711, -1, 10);
        assertThat(weights.total()).isPositive();
    }

    @Property(seed = "3", tries = 30)
    void popularityIsTheSameAfterItWasWrittenAndRead(@ForAll long seed) throws IOException {
        PopularityTrainer mine = trainer();
        Random random = new Random(seed);
        for (long shopper = 1; shopper <= 60; shopper++) {
            mine.learn(inCategory(shopper, random.nextInt(3) + 1, random.nextInt(8) + 1), NOW);
        }
        ContextPopularity popularity = mine.publish(NOW).contexts();
        byte[] stored = written(popularity);
        ContextPopularity read = ContextPopularity.readFrom(stream(stored));
        for (long category = 1; category <= 4; category++) {
            assertThat(read.top(Contexts.category(category), 5))
                    .containsExactly(popularity.top(Contexts.category(category), 5));
        }
        assertThat(read.score(Contexts.category(1), 3))
                .isCloseTo(popularity.score(Contexts.category(1), 3), within(1e-6));
        stored[0] = -1;
        assertThatThrownBy(() -> ContextPopularity.readFrom(stream(stored))).isInstanceOf(IOException.class);
    }

    @Example
    void absurdInteractionsDoNoHarm() {
        learn(Interaction.productView(1, 5, 0));
        learn(Interaction.productView(1, 5, Long.MAX_VALUE));
        learn(Interaction.purchase(1, 5, Integer.MAX_VALUE, 1, NOW));
        learn(Interaction.of(InteractionType.CLICK, 1, 0, InteractionDetails.NONE.withImpression(1), NOW));
        learn(Interaction.of(
                InteractionType.IMPRESSION,
                1,
                0,
                InteractionDetails.NONE.withImpression(1).withText("x|y"),
                NOW));
        assertThat(publish().score(0, 5)).isEqualTo(1);
        assertThat(trainer().publish(NOW).contexts().top(Contexts.category(1), 5))
                .isEmpty();
    }

    private static PopularityTrainer trainer() {
        return new PopularityTrainer(
                PopularitySettings.defaults(),
                interaction -> List.of(interaction.shopperId() % 2 == 0 ? "shopper-even" : "shopper-odd"),
                NOW);
    }

    private static Interaction inCategory(long shopper, long category, long item) {
        return new Interaction(InteractionType.PRODUCT_VIEW, shopper, item, category, null, 0, 0, NOW);
    }

    private void learn(Interaction interaction) {
        trainer.learn(interaction, NOW);
    }

    private ContextPopularity publish() {
        return trainer.publish(NOW).contexts();
    }

    private static DataInputStream stream(byte[] stored) {
        return new DataInputStream(new ByteArrayInputStream(stored));
    }

    private static byte[] written(ContextPopularity popularity) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        popularity.writeTo(new DataOutputStream(stored));
        return stored.toByteArray();
    }
}
