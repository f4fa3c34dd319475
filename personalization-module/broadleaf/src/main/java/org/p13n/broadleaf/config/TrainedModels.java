package org.p13n.broadleaf.config;

import java.util.List;
import org.p13n.broadleaf.model.ModelStore;
import org.p13n.broadleaf.model.TrainingDesk;

/** The trained models that are stored, the training that runs, and what a person can ask of it; for the admin. */
public final class TrainedModels {
    private final ModelStore store;
    private final TrainingDesk desk;

    /**
     * A stored model.
     *
     * @param version rises by one with every training of any node
     * @param trainedAt epoch milliseconds
     * @param trainedBy name of the node
     * @param trainingMillis how long the training took, reading included
     * @param sizeBytes packed, as stored
     */
    public record Trained(
            long version,
            long trainedAt,
            String trainedBy,
            long trainingMillis,
            long interactions,
            int products,
            long sizeBytes) {}

    /**
     * The training that runs, if one does.
     *
     * @param node name of the node that trains, or trained last
     * @param phase what it does now; empty while nobody trains
     * @param done of {@code total} pieces of work of that phase
     * @param total 0 if the phase does not say
     * @param wanted whether a training is asked for that has not begun
     * @param stopping whether the running one is asked to stop
     */
    public record Training(String node, String phase, long done, long total, boolean wanted, boolean stopping) {
        /** Whether a node trains, or died while it did. */
        public boolean isRunning() {
            return !phase.isEmpty();
        }
    }

    public TrainedModels(ModelStore store, TrainingDesk desk) {
        this.store = store;
        this.desk = desk;
    }

    /** The stored models, newest first. */
    public List<Trained> list() {
        return store.list().stream().map(TrainedModels::trained).toList();
    }

    public Training training() {
        TrainingDesk.State state = desk.state();
        return new Training(
                state.holder(), state.phase(), state.done(), state.total(), state.wanted(), state.cancelAsked());
    }

    /** Asks for a training of everything stored by now; a node begins within seconds, or after the one that runs. */
    public void learnAnew() {
        desk.askForTraining();
    }

    /** Asks whoever trains to stop; the stored models stay as they are. */
    public void stopLearning() {
        desk.askToCancel();
    }

    private static Trained trained(ModelStore.Stored model) {
        ModelStore.Training training = model.training();
        return new Trained(
                model.version(),
                training.trainedAt(),
                training.trainedBy(),
                Math.max(0, training.trainedAt() - training.beganAt()),
                training.interactions(),
                training.items(),
                model.bytes());
    }
}
