package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.config.NodeStatus;
import org.p13n.broadleaf.config.PersonalizationSettingsStore.Change;

class OverviewTest {
    private static final Strength HALF = Strength.ofShare(0.5);
    private static final PersonalizationTuning.Now UNTOUCHED = now(true, null);

    @Test
    void saysWhoSwitchedPersonalizationOffAndWhen() {
        Change off = new Change("false", Sample.NOW - 180_000, "mara");

        Overview overview = overview(now(false, off));

        assertThat(overview.enabled()).isFalse();
        assertThat(overview.enabledChange().sentence()).isEqualTo("Switched off by mara, 3 min ago.");
        assertThat(overview.enabledChange().exactly()).isEqualTo("Mar 14, 2026, 2:57 PM");
        assertThat(overview.strengthChange().sentence()).isEqualTo("As installed: nobody has changed this yet.");
    }

    @Test
    void describesTheModelOfTheNodeThatLearnedLast() {
        Overview overview =
                overview(UNTOUCHED, Sample.node("early", Sample.NOW - 5_000), Sample.node("late", Sample.NOW));

        assertThat(overview.texts())
                .containsEntry("trained", "12 s ago")
                .containsEntry("version", "version 17")
                .containsEntry("size", "420 products, 1.2 MB")
                .containsEntry("training", "last full training took 45 ms")
                .containsEntry("problem", "None");
        assertThat(overview.values()).containsEntry("modelAgeSeconds", 12L).containsEntry("queueDepth", 6L);
        assertThat(overview.troubled()).isFalse();
    }

    @Test
    void marksANodeThatStoppedReportingAndLeavesItOutOfTheSums() {
        Overview overview = overview(
                UNTOUCHED,
                Sample.node("alive", Sample.NOW - 1_000),
                Sample.troubledNode(
                        "dead", Sample.NOW - 120_000, "writer: QueryTimeoutException", Sample.NOW - 130_000));

        assertThat(overview.nodes()).extracting(Overview.Node::live).containsExactly(true, false);
        assertThat(overview.nodes().get(1).cells()).startsWith("Silent, last seen 2 min ago");
        assertThat(overview.values()).containsEntry("queueDropped", 0L).containsEntry("lastErrorKind", null);
    }

    @Test
    void countsNodesThatHaveBeenSilentForHoursInOneSentence() {
        Overview overview = overview(
                UNTOUCHED,
                Sample.node("alive", Sample.NOW),
                Sample.node("gone", Sample.NOW - 7_200_000),
                Sample.node("gone too", Sample.NOW - 7_300_000));

        assertThat(overview.nodes()).extracting(Overview.Node::name).containsExactly("alive");
        assertThat(overview.goneNodes()).isEqualTo("2 more servers have been silent for over an hour.");
    }

    @Test
    void saysThatAShopWithoutAnyNodeIsAsleep() {
        Overview overview = overview(UNTOUCHED);

        assertThat(overview.running()).isFalse();
        assertThat(overview.nodes()).isEmpty();
        assertThat(overview.texts()).containsEntry("trained", "nothing yet");
    }

    @Test
    void showsNothingLearnedYetForAFreshNode() {
        Overview overview = overview(UNTOUCHED, Sample.untrainedNode("fresh", Sample.NOW));

        assertThat(overview.running()).isTrue();
        assertThat(overview.texts()).containsEntry("trained", "nothing yet");
        assertThat(overview.values()).containsEntry("modelVersion", null);
    }

    @Test
    void drawsAttentionToAProblemOfTheLastMinutesOnly() {
        String kind = "writer: CannotGetJdbcConnectionException";

        Overview fresh = overview(UNTOUCHED, Sample.troubledNode("node", Sample.NOW, kind, Sample.NOW - 30_000));
        Overview old = overview(UNTOUCHED, Sample.troubledNode("node", Sample.NOW, kind, Sample.NOW - 7_200_000));

        assertThat(fresh.troubled()).isTrue();
        assertThat(fresh.texts())
                .containsEntry("problem", "30 s ago")
                .containsEntry("problemDetail", "Storing interactions: the database could not be reached")
                .containsEntry("dropped", "12 lost since the start");
        assertThat(old.troubled()).isFalse();
    }

    @Test
    void becomesJsonWithTheTextsOfThePage() {
        Overview overview = overview(UNTOUCHED, Sample.node("node", Sample.NOW));

        Map<String, Object> json = OverviewJson.of(overview);

        assertThat(json)
                .containsEntry("enabled", true)
                .containsEntry("strength", "50")
                .containsEntry("texts", overview.texts())
                .containsEntry("values", overview.values());
        assertThat((List<?>) json.get("activity"))
                .hasSize(overview.chart().rows().size());
    }

    private static PersonalizationTuning.Now now(boolean enabled, Change change) {
        return new PersonalizationTuning.Now(enabled, change, HALF, null, PersonalizationTuning.NEWEST, null);
    }

    private static Overview overview(PersonalizationTuning.Now set, NodeStatus... nodes) {
        Figures figures = new Figures(
                1_234_567, 2_013, Sample.days(10, 20), List.of(nodes), List.of(Sample.model(3)), Sample.NO_TRAINING);
        NodeList list = NodeList.of(figures.nodes(), Sample.REPORT_MILLIS, Sample.NOW);
        return OverviewReader.overview(set, figures, list, Sample.NOW, Sample.words());
    }
}
