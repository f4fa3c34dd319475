package org.p13n.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final long[] LIST = {5, 3, 9, 1};

    @Test
    void ranksBeginAtOneAndZeroMeansMissing() {
        assertThat(Metrics.rank(LIST, 5)).isEqualTo(1);
        assertThat(Metrics.rank(LIST, 1)).isEqualTo(4);
        assertThat(Metrics.rank(LIST, 7)).isZero();
    }

    @Test
    void countsOnlyWhatIsWithinTheCutoff() {
        assertThat(Metrics.hit(4, 4)).isEqualTo(1);
        assertThat(Metrics.hit(4, 3)).isZero();
        assertThat(Metrics.hit(0, 3)).isZero();
        assertThat(Metrics.reciprocalRank(2, 2)).isEqualTo(0.5);
        assertThat(Metrics.reciprocalRank(2, 1)).isZero();
        assertThat(Metrics.hits(LIST, id -> id < 6, 3)).isEqualTo(2);
        assertThat(Metrics.firstRelevant(LIST, id -> id == 9)).isEqualTo(3);
    }

    @Test
    void ndcgIsOneForTheIdealListAndFallsWithThePlace() {
        assertThat(Metrics.ndcg(LIST, id -> id == 5 || id == 3, 2, 10)).isCloseTo(1, within(1e-12));
        assertThat(Metrics.ndcg(LIST, id -> id == 1, 1, 10)).isCloseTo(Metrics.ndcgOfOne(4, 10), within(1e-12));
        assertThat(Metrics.ndcgOfOne(3, 10)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void splitsMeansByEvidence() {
        Means means = new Means();
        means.add("HR@20", 1, 0, 12);
        means.add("HR@20", 0, 2, 12);
        means.add("HR@20", 0, 9, Means.NOT_APPLICABLE);
        Map<String, Double> all = new LinkedHashMap<>();
        means.forEach((metric, value) -> all.put(metric, value));
        assertThat(all)
                .containsEntry("HR@20 product 0", 1.0)
                .containsEntry("HR@20 product 1-2", 0.0)
                .containsEntry("HR@20 product 3-9", 0.0)
                .containsEntry("HR@20 shopper 10+", 0.5)
                .hasSize(5);
        assertThat(means.mean("HR@20")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(means.mean("unknown")).isNaN();
    }

    @Test
    void exposureComparesWhatIsShownWithWhatIsChosen() {
        Exposure exposure = new Exposure(2, id -> id * 10);
        exposure.addShown(LIST);
        exposure.addShown(new long[] {5, 3});
        exposure.addChosen(2);
        assertThat(exposure.coverage(4)).isEqualTo(0.5);
        assertThat(exposure.popularityBias()).isCloseTo(2, within(1e-12));
    }
}
