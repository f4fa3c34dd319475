package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.p13n.broadleaf.config.NodeStatus;
import org.p13n.broadleaf.config.PersonalizationSettingsStore.Change;
import org.p13n.broadleaf.config.TrainedModels.Trained;
import org.p13n.broadleaf.config.TrainedModels.Training;

class LearnedModelsTest {
    private static final List<Trained> THREE = List.of(Sample.model(1_003), Sample.model(1_002), Sample.model(1_001));

    @Test
    void marksTheNewestWhileNobodyHasChosenAnother() {
        LearnedModels models = models("newest", null, THREE);

        assertThat(models.newestShown()).isTrue();
        assertThat(models.shown()).startsWith("The newest model is shown.");
        assertThat(models.change().sentence()).isEqualTo("As installed: nobody has changed this yet.");
        assertThat(models.rows()).extracting(LearnedModels.Row::shown).containsExactly(true, false, false);
        assertThat(models.rows()).extracting(LearnedModels.Row::older).containsExactly(false, true, true);
    }

    @Test
    void tellsOfEachWhenByWhomAndFromHowMuchItWasLearned() {
        LearnedModels.Row row = models("newest", null, THREE).rows().get(0);

        assertThat(row.number()).isEqualTo("1003");
        assertThat(row.exactly()).isEqualTo("Mar 14, 2026, 2:00 PM");
        assertThat(row.cells()).containsExactly("60 min ago", "node", "4.2 s", "90,000", "420", "1.2 MB");
    }

    @Test
    void marksAnOlderOneThatIsShownAndSaysWhoChoseIt() {
        LearnedModels models = models("1002", new Change("1002", Sample.NOW - 180_000, "mara"), THREE);

        assertThat(models.newestShown()).isFalse();
        assertThat(models.shown()).startsWith("Model 1002 is shown as it was").contains("Nothing new is learned");
        assertThat(models.change().sentence()).isEqualTo("Chosen by mara, 3 min ago.");
        assertThat(models.problem()).isEmpty();
        assertThat(models.rows()).extracting(LearnedModels.Row::shown).containsExactly(false, true, false);
    }

    @Test
    void warnsOfAChosenOneThatIsNotStoredAnyMore() {
        LearnedModels models = models("7", new Change("7", Sample.NOW, "mara"), THREE);

        assertThat(models.shown()).isEmpty();
        assertThat(models.problem()).startsWith("Model 7 was chosen but is not stored any more");
        assertThat(models.rows()).extracting(LearnedModels.Row::shown).containsExactly(true, false, false);
    }

    @Test
    void hasAnotherKeyWhenAnotherIsShownOrStored() {
        List<String> keys = List.of(
                models("newest", null, THREE).key(),
                models("1003", null, THREE).key(),
                models("1002", null, THREE).key(),
                models("7", null, THREE).key(),
                models("newest", null, THREE.subList(0, 2)).key(),
                models("newest", null, List.of()).key());

        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reading  | 1200 | 5000 | node is learning anew: reading what shoppers did, 1,200 of 5,000.",
                "reading  | 5003 | 5000 | node is learning anew: reading what shoppers did, 5,000 of 5,000.",
                "reading  | 0    | 0    | node is learning anew: reading what shoppers did.",
                "baskets  | 0    | 0    | node is learning anew: finding out what is bought together.",
                "sessions | 0    | 0    | node is learning anew: finding out what is looked at together.",
                "taste    | 0    | 0    | node is learning anew: comparing tastes.",
                "repeats  | 0    | 0    | node is learning anew: finding out what is bought again, and when.",
                "storing  | 0    | 0    | node is learning anew: storing the new model.",
                "dreaming | 0    | 0    | node is learning anew: dreaming."
            })
    void saysInPlainWordsWhatATrainingDoes(String phase, long done, long total, String said) {
        LearnedModels.Progress progress = progress(new Training("node", phase, done, total, false, false));

        assertThat(progress.sentence()).isEqualTo(said);
        assertThat(progress.askable()).isTrue();
        assertThat(progress.stoppable()).isTrue();
    }

    @Test
    void saysThatNothingRunsOrThatATrainingIsAskedFor() {
        assertThat(progress(Sample.NO_TRAINING).sentence()).isEqualTo("No training is running.");
        assertThat(progress(Sample.NO_TRAINING).stoppable()).isFalse();

        LearnedModels.Progress asked = progress(new Training("node", "", 0, 0, true, true));
        assertThat(asked.sentence()).isEqualTo("A training is asked for and begins within seconds.");
        assertThat(asked.askable()).isFalse();
        assertThat(asked.stoppable()).as("asked to stop, but long ago").isFalse();
    }

    @Test
    void saysThatATrainingIsAboutToStopAndThatAnotherFollows() {
        LearnedModels.Progress progress = progress(new Training("node", "taste", 0, 0, true, true));

        assertThat(progress.sentence())
                .isEqualTo("node was asked to stop learning and does so within seconds."
                        + " Another training is asked for and follows.");
        assertThat(progress.stoppable()).isFalse();
    }

    @Test
    void noticesThatTheServerThatTrainedIsSilentOrThatThereIsNone() {
        assertThat(progress(new Training("another", "taste", 0, 0, false, false))
                        .sentence())
                .startsWith("another was learning anew (comparing tastes) but has fallen silent.");
        assertThat(progress(new Training("another", "", 0, 0, true, false), new NodeStatus[0])
                        .sentence())
                .isEqualTo("A training is asked for. It begins when a storefront runs.");
    }

    @Test
    void becomesJsonWithTheTextsOfThePage() {
        Figures figures = figures(THREE, new Training("node", "reading", 3, 9, false, false));
        Overview overview =
                OverviewReader.overview(set("newest", null), figures, nodes(figures), Sample.NOW, Sample.words());

        Map<?, ?> json = (Map<?, ?>) OverviewJson.of(overview).get("models");

        assertThat(json.get("key")).isEqualTo("true:*1003,1002,1001");
        assertThat(json.get("training")).isEqualTo(overview.models().progress().sentence());
        assertThat(List.of(json.get("phase"), json.get("done"), json.get("total")))
                .containsExactly("reading", 3L, 9L);
        assertThat((List<?>) json.get("rows"))
                .first()
                .isEqualTo(Map.of(
                        "version",
                        "1003",
                        "shown",
                        true,
                        "cells",
                        overview.models().rows().get(0).cells()));
    }

    private static LearnedModels models(String chosen, Change change, List<Trained> stored) {
        Figures figures = figures(stored, Sample.NO_TRAINING);
        return LearnedModels.of(set(chosen, change), figures, nodes(figures), Sample.NOW, Sample.words());
    }

    private static LearnedModels.Progress progress(Training training) {
        return progress(training, Sample.node("node", Sample.NOW));
    }

    private static LearnedModels.Progress progress(Training training, NodeStatus... nodes) {
        Figures figures = figures(THREE, training, nodes);
        return LearnedModels.of(set("newest", null), figures, nodes(figures), Sample.NOW, Sample.words())
                .progress();
    }

    private static Figures figures(List<Trained> stored, Training training, NodeStatus... nodes) {
        return new Figures(0, 0, Sample.days(1), List.of(nodes), stored, training);
    }

    private static NodeList nodes(Figures figures) {
        return NodeList.of(figures.nodes(), Sample.REPORT_MILLIS, Sample.NOW);
    }

    private static PersonalizationTuning.Now set(String model, Change change) {
        return new PersonalizationTuning.Now(true, null, Strength.ofShare(0.5), null, model, change);
    }
}
