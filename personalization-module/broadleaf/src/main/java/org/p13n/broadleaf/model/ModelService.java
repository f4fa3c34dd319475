package org.p13n.broadleaf.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.p13n.broadleaf.event.ErasureListener;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.LateArrivals;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.model.TrainingSettings;

/**
 * Keeps the current model. A background thread reads all stored interactions once, then what every node adds to them,
 * and publishes a new model whenever something changed. Until the first one is ready the model is empty and the shop
 * shows what it would show without it; after a failure the last good one stays.
 */
public final class ModelService implements Supplier<Model>, ErasureListener {
    /** By when what was just being stored about an erased shopper has been removed as well. */
    private static final long SETTLED_MILLIS = 5_000;

    /** Training from everything stored, for whatever reason, is not repeated sooner. */
    private static final long TRAIN_AGAIN_MILLIS = 60_000;

    /** Imports are looked for this often: their rows do not show among the latest. */
    private static final long IMPORT_CHECK_MILLIS = 60_000;

    private final InteractionTable table;
    private final CatalogFacts catalog;
    private final InteractionRecorder recorder;
    private final LateArrivals late;
    private final TrainingSettings training;
    private final LongSupplier clock;
    private final Worker worker;
    private volatile Model model = Model.empty();
    private volatile long stored;
    private volatile long lastTrainingMillis;
    private ModelTrainer trainer;
    private InteractionFeed feed;
    private boolean changed;
    private long imported;
    private long nextImportCheck;
    private String lateKnown;
    private long trainedAllAt;
    private long trainAllAt = Long.MAX_VALUE;
    private final Queue<LongPredicate> toForget = new ConcurrentLinkedQueue<>();

    public ModelService(
            InteractionTable table,
            CatalogFacts catalog,
            InteractionRecorder recorder,
            LateArrivals late,
            TrainingSettings training,
            long pollMillis,
            Failures failures) {
        this(table, catalog, recorder, late, training, pollMillis, failures, System::currentTimeMillis);
    }

    ModelService(
            InteractionTable table,
            CatalogFacts catalog,
            InteractionRecorder recorder,
            LateArrivals late,
            TrainingSettings training,
            long pollMillis,
            Failures failures,
            LongSupplier clock) {
        this.table = table;
        this.catalog = catalog;
        this.recorder = recorder;
        this.late = late;
        this.training = training;
        this.clock = clock;
        worker = new Worker("model", pollMillis, this::learn, failures);
        recorder.tellOfErasures(this);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop();
    }

    @Override
    public Model get() {
        return model;
    }

    /** How many stored interactions the module knows of; rises with what any node stores. */
    public long stored() {
        return stored;
    }

    /** How long the last training from everything stored took, reading included, in milliseconds; 0 before the first. */
    public long lastTrainingMillis() {
        return lastTrainingMillis;
    }

    /** Open sessions and orders are dropped with the next look, the rest with a training soon after. */
    @Override
    public void forgotten(LongPredicate erased, long until) {
        toForget.add(erased);
        worker.wake();
    }

    void learn() {
        if (trainer == null || importHappened()) {
            learnAll();
            return;
        }
        long now = clock.getAsLong();
        if (forgotAny() || lateCame()) {
            trainAllAt = Math.min(trainAllAt, Math.max(now + SETTLED_MILLIS, trainedAllAt + TRAIN_AGAIN_MILLIS));
        }
        if (now >= trainAllAt) {
            learnAll();
            return;
        }
        List<Interaction> fromOtherNodes = new ArrayList<>();
        changed |= feed.readNew((id, interaction) -> {
                    trainer.add(interaction);
                    if (!table.isOwn(id)) {
                        fromOtherNodes.add(interaction);
                    }
                })
                > 0;
        recorder.stored(fromOtherNodes, false);
        if (changed) {
            publish();
        }
    }

    private void learnAll() {
        long begin = clock.getAsLong();
        long importedBefore = table.imported();
        String lateBefore = late.latest();
        catalog.refresh();
        ModelTrainer fresh = new ModelTrainer(catalog, training, clock);
        InteractionFeed freshFeed = new InteractionFeed(table, clock);
        freshFeed.readAll((id, interaction) -> fresh.add(interaction));
        imported = importedBefore;
        lateKnown = lateBefore;
        trainedAllAt = begin;
        trainAllAt = Long.MAX_VALUE;
        nextImportCheck = clock.getAsLong() + IMPORT_CHECK_MILLIS;
        trainer = fresh;
        feed = freshFeed;
        publish();
        lastTrainingMillis = clock.getAsLong() - begin;
    }

    private void publish() {
        stored = feed.read();
        model = trainer.publish();
        changed = false;
    }

    private boolean forgotAny() {
        boolean any = false;
        for (LongPredicate erased = toForget.poll(); erased != null; erased = toForget.poll()) {
            trainer.forget(erased);
            any = true;
        }
        return any;
    }

    private boolean lateCame() {
        String latest = late.latest();
        boolean came = !latest.equals(lateKnown);
        lateKnown = latest;
        return came;
    }

    private boolean importHappened() {
        if (clock.getAsLong() < nextImportCheck) {
            return false;
        }
        nextImportCheck = clock.getAsLong() + IMPORT_CHECK_MILLIS;
        return table.imported() != imported;
    }
}
