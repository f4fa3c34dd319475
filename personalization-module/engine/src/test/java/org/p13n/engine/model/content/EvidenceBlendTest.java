package org.p13n.engine.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class EvidenceBlendTest {
    private final EvidenceBlend blend = new EvidenceBlend(5, 0.2);

    @Property(seed = "1")
    void theScoreLiesBetweenWhatContentLetsExpectAndWhatWasObserved(
            @ForAll @DoubleRange(max = 1) double behaviour,
            @ForAll @DoubleRange(max = 1e6) double evidence,
            @ForAll @DoubleRange(max = 1) double likeness) {
        double expected = 0.2 * likeness;
        assertThat(blend.score(behaviour, evidence, likeness))
                .isBetween(Math.min(behaviour, expected) - 1e-12, Math.max(behaviour, expected) + 1e-12);
        assertThat(blend.contentShare(evidence, likeness)).isBetween(0.0, expected);
    }

    @Property(seed = "2")
    void moreEvidenceBringsTheScoreNearerToWhatWasObserved(
            @ForAll @DoubleRange(max = 1) double behaviour,
            @ForAll @DoubleRange(max = 1000) double evidence,
            @ForAll @DoubleRange(max = 1) double likeness) {
        double less = Math.abs(blend.score(behaviour, evidence, likeness) - behaviour);
        double more = Math.abs(blend.score(behaviour, evidence + 1, likeness) - behaviour);
        assertThat(more).isLessThanOrEqualTo(less + 1e-12);
    }

    @Example
    void thereIsNoJumpWhereEvidenceBegins() {
        assertThat(blend.score(0.9, 1e-9, 0.5)).isCloseTo(blend.score(0.9, 0, 0.5), within(1e-6));
        assertThat(blend.score(Double.NaN, 0, 0.5)).isEqualTo(0.1);
    }

    @Example
    void theScaleIsMeasuredWhereBothAreKnown() {
        EvidenceBlend.Calibration seen = new EvidenceBlend.Calibration();
        seen.add(0.3, 10, 1);
        seen.add(0.15, 20, 0.5);
        seen.add(Double.NaN, 20, 0.5);
        seen.add(9, 0, 0.5);
        assertThat(blend.calibrated(seen).scale()).isCloseTo(0.3, within(1e-12));
        assertThat(blend.calibrated(new EvidenceBlend.Calibration())).isEqualTo(blend);
    }

    @Example
    void refusesImpossibleFigures() {
        assertThatThrownBy(() -> new EvidenceBlend(-1, 1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new EvidenceBlend(1, Double.NaN)).hasMessageContaining("NaN");
    }
}
