package org.p13n.admin;

import java.util.List;
import java.util.stream.Collectors;
import org.p13n.admin.Overview.Changed;
import org.p13n.broadleaf.config.TrainedModels.Trained;
import org.p13n.broadleaf.config.TrainedModels.Training;

/**
 * What was learned: the stored models, which of them is shown, and the training that runs, in words.
 *
 * @param newestShown whether the newest is wanted, whichever that is
 * @param shown which one is shown and what that means
 * @param change who chose it and when
 * @param problem what is wrong with the choice and what to do; empty if nothing is
 * @param rows newest first
 */
record LearnedModels(
        boolean newestShown, String shown, Changed change, String problem, List<Row> rows, Progress progress) {

    /**
     * One stored model.
     *
     * @param older whether there is a newer one
     * @param exactly when it was trained
     * @param cells in the order of the table's columns behind the version
     */
    record Row(long version, boolean shown, boolean older, String exactly, List<String> cells) {
        /** As it stands in forms and settings, whatever the language. */
        public String number() {
            return Long.toString(version);
        }
    }

    /**
     * What a training does right now.
     *
     * @param askable whether asking for one changes anything
     * @param stoppable whether there is one to stop that was not asked to
     * @param training the figures behind the sentence
     */
    record Progress(String sentence, boolean askable, boolean stoppable, Training training) {}

    static LearnedModels of(PersonalizationTuning.Now set, Figures figures, NodeList nodes, long now, Words words) {
        List<Trained> stored = figures.models();
        boolean newest = set.model().equals(PersonalizationTuning.NEWEST);
        boolean gone = !newest && stored.stream().noneMatch(one -> isChosen(one, set));
        String shown = newest ? "models.shown.newest" : "models.shown.older";
        return new LearnedModels(
                newest,
                gone ? "" : words.say(shown, set.model()),
                Changed.of("model", set.modelChange(), now, words),
                gone ? words.say("models.shown.gone", set.model()) : "",
                stored.stream()
                        .map(one -> row(
                                one,
                                newest || gone ? one == stored.get(0) : isChosen(one, set),
                                one != stored.get(0),
                                now,
                                words))
                        .toList(),
                progress(figures.training(), nodes, words));
    }

    /** Differs when another model is shown, or others are stored. Public, as is what else templates call. */
    public String key() {
        return rows.stream()
                .map(row -> (row.shown() ? "*" : "") + row.number())
                .collect(Collectors.joining(",", newestShown + ":", problem.isEmpty() ? "" : "!"));
    }

    private static boolean isChosen(Trained one, PersonalizationTuning.Now set) {
        return Long.toString(one.version()).equals(set.model());
    }

    private static Row row(Trained one, boolean shown, boolean older, long now, Words words) {
        return new Row(
                one.version(),
                shown,
                older,
                words.moment(one.trainedAt()),
                List.of(
                        words.ago(one.trainedAt(), now),
                        one.trainedBy(),
                        words.lasting(one.trainingMillis()),
                        words.count(one.interactions()),
                        words.count(one.products()),
                        words.size(one.sizeBytes())));
    }

    private static Progress progress(Training training, NodeList nodes, Words words) {
        boolean running = training.isRunning();
        return new Progress(
                running ? running(training, nodes, words) : waiting(training, nodes, words),
                !training.wanted(),
                running && !training.stopping(),
                training);
    }

    private static String waiting(Training training, NodeList nodes, Words words) {
        if (!training.wanted()) {
            return words.say("training.none");
        }
        return words.say(nodes.live().isEmpty() ? "training.wanted.asleep" : "training.wanted");
    }

    private static String running(Training training, NodeList nodes, Words words) {
        boolean silent = nodes.live().stream().noneMatch(node -> node.name().equals(training.node()));
        String state = silent ? "training.silent" : training.stopping() ? "training.stopping" : "training.running";
        String sentence = words.say(state, training.node(), phase(training, words));
        return training.wanted() ? sentence + " " + words.say("training.next") : sentence;
    }

    private static String phase(Training training, Words words) {
        String phase = words.name("training.phase", training.phase());
        return training.total() == 0
                ? phase
                : words.say(
                        "training.of",
                        phase,
                        words.count(Math.min(training.done(), training.total())),
                        words.count(training.total()));
    }
}
