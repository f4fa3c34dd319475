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
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShownList;

class ExplorationTest {
    private static final long NOW = Duration.ofDays(20_000).toMillis();
    private static final long[] ARRIVALS = {101, 102, 103, 104, 105};

    private final PopularityTrainer trainer =
            new PopularityTrainer(PopularitySettings.defaults(), interaction -> List.of(), NOW);

    @Property(seed = "1")
    void theRateLiesBetweenTheShopsAndTheObservedOne(
            @ForAll @IntRange(max = 300) int shown, @ForAll @DoubleRange(max = 1) double share) {
        PopularityTrainer mine = new PopularityTrainer(PopularitySettings.defaults(), interaction -> List.of(), NOW);
        int clicks = (int) (shown * share);
        for (int shopper = 1; shopper <= shown; shopper++) {
            show(mine, shopper, shopper <= clicks, 7);
        }
        ClickRates rates = mine.publish(NOW).clicks();
        double observed = rates.impressions(7) > 0 ? rates.clicks(7) / rates.impressions(7) : rates.shopRate();
        assertThat(rates.rate(7))
                .isBetween(Math.min(observed, rates.shopRate()) - 1e-9, Math.max(observed, rates.shopRate()) + 1e-9);
    }

    @Property(seed = "2", tries = 50)
    void oneMoreClickRaisesTheRate(@ForAll @IntRange(min = 1, max = 100) int shown) {
        PopularityTrainer mine = new PopularityTrainer(PopularitySettings.defaults(), interaction -> List.of(), NOW);
        for (int shopper = 1; shopper <= shown; shopper++) {
            show(mine, shopper, false, 7);
        }
        double before = mine.publish(NOW).clicks().rate(7);
        mine.learn(Interaction.click(1, 7, 1, 1, NOW), NOW);
        assertThat(mine.publish(NOW).clicks().rate(7)).isGreaterThan(before);
    }

    @Example
    void anImpressionFarDownCountsLessThanOneAtTheTop() {
        long[] list = LongStream.rangeClosed(1, 20).toArray();
        show(trainer, 1, false, list);
        ClickRates rates = trainer.publish(NOW).clicks();
        assertThat(rates.impressions(1)).isEqualTo(1);
        assertThat(rates.impressions(20)).isBetween(0.2, 0.25);
        assertThat(rates.impressions(4711)).isZero();
    }

    @Property(seed = "3")
    void theShareIsBoundedNothingRepeatsAndTheFirstPlaceStays(
            @ForAll @IntRange(max = 60) int length,
            @ForAll @DoubleRange(max = 0.5) double share,
            @ForAll long shopper,
            @ForAll @IntRange(max = 1000) int hour) {
        long[] list = LongStream.rangeClosed(1, length).toArray();
        Exploration exploration = new Exploration(share, Duration.ofHours(1), 3);
        long now = NOW + Duration.ofHours(hour).toMillis();
        ExploredList explored = exploration.explore(list, ARRIVALS, ClickRates.UNKNOWN, shopper, now);
        long[] items = explored.items();
        assertThat(items).hasSize(length).doesNotHaveDuplicates();
        long places = 0;
        for (int place = 0; place < length; place++) {
            assertThat(explored.isExplored(place)).isEqualTo(items[place] > 100);
            places += explored.isExplored(place) ? 1 : 0;
        }
        assertThat(places).isLessThanOrEqualTo((long) Math.ceil(share * length));
        if (length > 0) {
            assertThat(items[0]).isEqualTo(1);
        }
        long[] rest = Arrays.stream(items).filter(item -> item <= 100).toArray();
        assertThat(rest).containsExactly(Arrays.copyOf(list, rest.length));
        assertThat(exploration
                        .explore(list, ARRIVALS, ClickRates.UNKNOWN, shopper, now)
                        .items())
                .containsExactly(items);
    }

    @Example
    void onAverageTheShareIsExactlyWhatIsSet() {
        long[] list = LongStream.rangeClosed(1, 12).toArray();
        Exploration exploration = new Exploration(0.1, Duration.ofHours(1), 0);
        long places = 0;
        for (long shopper = 1; shopper <= 5000; shopper++) {
            ExploredList explored = exploration.explore(list, ARRIVALS, ClickRates.UNKNOWN, shopper, NOW);
            places += Arrays.stream(explored.items()).filter(item -> item > 100).count();
        }
        assertThat(places / 5000.0).isCloseTo(1.2, within(0.05));
    }

    @Example
    void whatIsClickedIsTriedOutMoreOftenAndWhatIsNotLess() {
        for (int shopper = 1; shopper <= 400; shopper++) {
            show(trainer, shopper, shopper % 5 == 0, 101);
            show(trainer, shopper, false, 102);
        }
        ClickRates rates = trainer.publish(NOW).clicks();
        int[] tried = new int[106];
        long[] list = LongStream.rangeClosed(1, 10).toArray();
        Exploration exploration = new Exploration(0.1, Duration.ofHours(1), 0);
        for (long shopper = 1; shopper <= 2000; shopper++) {
            for (long item :
                    exploration.explore(list, ARRIVALS, rates, shopper, NOW).items()) {
                tried[(int) item]++;
            }
        }
        assertThat(tried[101]).isGreaterThan(1000);
        assertThat(tried[102]).isLessThan(tried[103]);
        assertThat(tried[103]).as("what nobody has seen keeps its chance").isPositive();
    }

    @Example
    void aNewHourAndAnotherShopperSeeOtherArrivals() {
        long[] list = LongStream.rangeClosed(1, 10).toArray();
        Exploration exploration = Exploration.DEFAULTS;
        long distinct = LongStream.rangeClosed(1, 50)
                .flatMap(shopper -> Arrays.stream(exploration
                        .explore(list, ARRIVALS, ClickRates.UNKNOWN, shopper, NOW)
                        .items()))
                .filter(item -> item > 100)
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(5);
    }

    @Property(seed = "5", tries = 40)
    void drawsHaveTheMeanAndSpreadOfTheirDistribution(
            @ForAll @DoubleRange(min = 0.05, max = 40) double a, @ForAll @DoubleRange(min = 0.05, max = 40) double b) {
        int draws = 4000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double draw = BetaDraw.draw(a, b, i * 31L + 7);
            assertThat(draw).isBetween(0.0, 1.0);
            sum += draw;
            squares += draw * draw;
        }
        double mean = a / (a + b);
        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        assertThat(sum / draws).isCloseTo(mean, within(5 * Math.sqrt(variance / draws)));
        assertThat(squares / draws - sum / draws * sum / draws).isCloseTo(variance, within(0.15 * variance + 1e-3));
    }

    @Example
    void ratesAreTheSameAfterTheyWereWrittenAndRead() throws IOException {
        show(trainer, 1, true, 5, 6, 7);
        ClickRates rates = trainer.publish(NOW).clicks();
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        rates.writeTo(new DataOutputStream(stored));
        ClickRates read = ClickRates.readFrom(new DataInputStream(new ByteArrayInputStream(stored.toByteArray())));
        assertThat(read.rate(6)).isEqualTo(rates.rate(6));
        assertThat(read.draw(5, 3)).isEqualTo(rates.draw(5, 3));
        byte[] wrong = stored.toByteArray();
        Arrays.fill(wrong, wrong.length - 8, wrong.length, (byte) -1); // the prior
        assertThatThrownBy(() -> ClickRates.readFrom(new DataInputStream(new ByteArrayInputStream(wrong))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("NaN");
    }

    @Example
    void refusesAShareThatWouldTakeTheListOver() {
        assertThatThrownBy(() -> new Exploration(0.7, Duration.ofHours(1), 0)).hasMessageContaining("0.7");
        assertThatThrownBy(() -> new Exploration(0.1, Duration.ZERO, 0)).hasMessageContaining("PT0S");
    }

    private static void show(PopularityTrainer trainer, long shopper, boolean clicked, long... items) {
        List<Long> list = Arrays.stream(items).boxed().toList();
        trainer.learn(Interaction.impression(shopper, 1, new ShownList("page", "new", 1, 0, list), NOW), NOW);
        if (clicked) {
            trainer.learn(Interaction.click(shopper, items[0], 1, 1, NOW), NOW);
        }
    }
}
