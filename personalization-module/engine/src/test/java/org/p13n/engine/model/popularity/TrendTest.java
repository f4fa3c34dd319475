package org.p13n.engine.model.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.p13n.engine.event.Interaction;

class TrendTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;
    private static final long BEGIN = 20_000 * DAY;

    private PopularityTrainer trainer = trainer();
    private long shopper = 1;

    @Property(seed = "1", tries = 20)
    void steadyTrafficIsNeutralWhateverItsRateAndAge(
            @ForAll @IntRange(min = 1, max = 30) int perDay, @ForAll @IntRange(min = 1, max = 120) int days) {
        trainer = trainer();
        purchases(1, perDay, BEGIN, BEGIN + days * DAY);
        purchases(2, 5, BEGIN, BEGIN + days * DAY);
        Trend trend = trend(BEGIN + days * DAY);
        assertThat(trend.lift(1)).isCloseTo(0, within(0.12));
        assertThat(trend.lift(2)).isCloseTo(0, within(0.12));
    }

    @Example
    void aSeasonInWhichEverythingRisesIsNoTrend() {
        for (long item = 1; item <= 5; item++) {
            purchases(item, 5, BEGIN, BEGIN + 60 * DAY);
            purchases(item, 25, BEGIN + 60 * DAY, BEGIN + 64 * DAY);
        }
        assertThat(trend(BEGIN + 64 * DAY).lift(3)).isCloseTo(0, within(1e-5));
    }

    @Example
    void whatRisesLeadsAndWhatFallsIsNotListed() {
        for (long item = 10; item < 30; item++) {
            purchases(item, 10, BEGIN, BEGIN + 60 * DAY);
        }
        purchases(1, 2, BEGIN, BEGIN + 57 * DAY);
        purchases(1, 20, BEGIN + 57 * DAY, BEGIN + 60 * DAY);
        purchases(2, 10, BEGIN, BEGIN + 57 * DAY);
        Trend trend = trend(BEGIN + 60 * DAY);
        assertThat(trend.rising(5)).startsWith(1).doesNotContain(2);
        assertThat(trend.lift(1)).isGreaterThan(1);
        assertThat(trend.lift(2)).isLessThan(-0.5);
        assertThat(trend.rising(0)).isEmpty();
    }

    @Example
    void whatIsNewOrSeenOnceIsNotTrending() {
        purchases(10, 10, BEGIN, BEGIN + 60 * DAY);
        purchases(1, 10, BEGIN + 59 * DAY, BEGIN + 60 * DAY);
        trainer.learn(Interaction.productView(99, 2, BEGIN + 60 * DAY), BEGIN + 60 * DAY);
        Trend trend = trend(BEGIN + 60 * DAY);
        assertThat(trend.lift(1)).isCloseTo(0, within(0.2));
        assertThat(trend.lift(2)).isCloseTo(0, within(0.1));
    }

    @Property(seed = "2", tries = 30)
    void oneMorePurchaseNeverLowersTheLift(@ForAll @IntRange(max = 30) int before) {
        trainer = trainer();
        purchases(10, 10, BEGIN, BEGIN + 30 * DAY);
        purchases(1, 1, BEGIN, BEGIN + 30 * DAY);
        long now = BEGIN + 30 * DAY;
        for (int i = 0; i < before; i++) {
            trainer.learn(Interaction.purchase(shopper++, 1, 1, 1, now), now);
        }
        double less = trend(now).lift(1);
        trainer.learn(Interaction.purchase(shopper++, 1, 1, 1, now), now);
        assertThat(trend(now).lift(1)).isGreaterThanOrEqualTo(less);
    }

    @Example
    void oneShopperCannotMakeATrend() {
        purchases(10, 10, BEGIN, BEGIN + 30 * DAY);
        long now = BEGIN + 30 * DAY;
        for (int i = 0; i < 10_000; i++) {
            trainer.learn(Interaction.productView(4711, 1, now - i), now);
        }
        assertThat(trend(now).lift(1)).isLessThan(0.1);
    }

    @Example
    void theTrendIsTheSameAfterItWasWrittenAndRead() throws IOException {
        purchases(1, 3, BEGIN, BEGIN + 9 * DAY);
        purchases(2, 5, BEGIN + 5 * DAY, BEGIN + 9 * DAY);
        Trend trend = trend(BEGIN + 9 * DAY);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        trend.writeTo(new DataOutputStream(stored));
        Trend read = Trend.readFrom(new DataInputStream(new ByteArrayInputStream(stored.toByteArray())));
        assertThat(read.lift(1)).isEqualTo(trend.lift(1));
        assertThat(read.rising(9)).containsExactly(trend.rising(9));
        assertThat(read.lift(3)).isZero();
    }

    private static PopularityTrainer trainer() {
        return new PopularityTrainer(PopularitySettings.defaults(), interaction -> List.of(), BEGIN);
    }

    private void purchases(long item, int perDay, long from, long to) {
        for (long at = from; at < to; at += DAY / perDay) {
            trainer.learn(Interaction.purchase(shopper++, item, 1, 1, at), to);
        }
    }

    private Trend trend(long now) {
        return trainer.publish(now).trend();
    }
}
