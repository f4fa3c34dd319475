package org.p13n.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TunerTest {
    private static final List<Knob> KNOBS =
            List.of(new Knob("half-life", 1, 1_000, true), new Knob("damping", 0, 1, false));
    private static final double[] START = {500, 0.9};

    @Test
    void findsSettingsNearTheBest() {
        Tuner.Outcome outcome = tuner(1, 0.05).tune(START, 200, () -> 0, 1);
        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.values()[0]).isBetween(5.0, 60.0);
        assertThat(outcome.values()[1]).isBetween(0.1, 0.5);
        assertThat(outcome.challengerScore()).isGreaterThan(outcome.incumbentScore());
    }

    @Property(tries = 100)
    void keepsWhatIsInUseWhenTheRestIsLuck(@ForAll long seed) {
        Random luck = new Random(seed);
        Tuner.Judge judge = (values, confirming) ->
                luck.doubles(200).map(score -> confirming ? score : score * 2).toArray();
        assertThat(new Tuner(KNOBS, judge, 4, seed).tune(START, 10, () -> 0, 1).changed())
                .isFalse();
    }

    @Property(tries = 50)
    void neverChoosesWhatDidNotWinOnLaterCases(@ForAll long seed) {
        Tuner.Judge judge = (values, confirming) -> {
            double[] scores = new double[100];
            java.util.Arrays.fill(scores, confirming ? (values[0] == START[0] ? 1 : 0.5) : quality(values));
            return scores;
        };
        Tuner.Outcome outcome = new Tuner(KNOBS, judge, 2, seed).tune(START, 20, () -> 0, 1);
        assertThat(outcome.changed()).isFalse();
        assertThat(outcome.values()).containsExactly(START);
    }

    @Property(tries = 50)
    void staysWithinTheBounds(@ForAll long seed) {
        Tuner.Judge judge = (values, confirming) -> {
            assertThat(values[0]).isBetween(1.0, 1_000.0);
            assertThat(values[1]).isBetween(0.0, 1.0);
            return new double[] {values[0]};
        };
        new Tuner(KNOBS, judge, 2, seed).tune(START, 50, () -> 0, 1);
    }

    @Test
    void stopsWhenTheTimeIsOver() {
        AtomicLong clock = new AtomicLong();
        Tuner.Judge judge = (values, confirming) -> {
            clock.addAndGet(10);
            return new double[] {0};
        };
        assertThat(new Tuner(KNOBS, judge, 2, 1)
                        .tune(START, 1_000, clock::get, 100)
                        .tries())
                .isEqualTo(10);
    }

    @Test
    void doesTheSameAgainWithTheSameSeed() {
        assertThat(tuner(7, 0.2).tune(START, 30, () -> 0, 1).values())
                .containsExactly(tuner(7, 0.2).tune(START, 30, () -> 0, 1).values());
    }

    @Test
    void changesNothingOnAHandfulOfCases() {
        Tuner.Judge judge = (values, confirming) -> new double[] {quality(values), quality(values)};
        assertThat(new Tuner(KNOBS, judge, 2, 1).tune(START, 50, () -> 0, 1).changed())
                .isFalse();
    }

    @Test
    void refusesAScaleThatReachesZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Knob("half-life", 0, 1, true))
                .withMessageContaining("half-life");
    }

    /** Best at a half-life of 20 and a damping of 0.3. */
    private static double quality(double[] values) {
        double distance = Math.log(values[0] / 20);
        return 1 / (1 + distance * distance + 10 * (values[1] - 0.3) * (values[1] - 0.3));
    }

    private static Tuner tuner(long seed, double noise) {
        Tuner.Judge judge = (values, confirming) -> new Random(confirming ? 2 : 1)
                .doubles(500)
                .map(luck -> quality(values) + noise * luck)
                .toArray();
        return new Tuner(KNOBS, judge, 2, seed);
    }
}
