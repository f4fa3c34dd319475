package org.p13n.broadleaf.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.p13n.broadleaf.event.ErasureListener;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.model.TrainingSettings;
import org.p13n.engine.model.snapshot.SnapshotInputStream;

/**
 * Keeps the current model of this node. A background thread takes the newest trained model from the database, then goes on
 * with what every node stores, and publishes a new state of it whenever something changed. Until the first one is there
 * the model is empty and the shop shows what it would show without it; after a failure the last good one stays.
 */
public final class ModelService implements Supplier<Model>, ErasureListener {
    /** How often the database is asked for a newer trained model, unless this node has just trained one. */
    private static final long LOOK_MILLIS = 5_000;

    /** An erasure that is told as being so much older than a training's beginning is certainly in it. */
    private static final long CLOCKS_DIFFER_MILLIS = 60_000;

    private final InteractionTable table;
    private final CatalogFacts catalog;
    private final InteractionRecorder recorder;
    private final ModelStore store;
    private final TrainingSettings training;
    private final ModelChoice choice;
    private final Failures failures;
    private final LongSupplier clock;
    private final Worker worker;
    private final Queue<Erased> toForget = new ConcurrentLinkedQueue<>();
    private final Set<Long> refused = new HashSet<>();
    private List<Erased> erased = new ArrayList<>();
    private volatile Model model = Model.empty();
    private volatile long stored;
    private volatile long lastTrainingMillis;
    private volatile long nextLook;
    private ModelTrainer trainer;
    private InteractionFeed feed;
    private long loaded;
    private boolean frozen;
    private boolean changed;

    /** Who is to be forgotten, and everything he did until when. */
    private record Erased(LongPredicate shoppers, long until) {}

    public ModelService(
            InteractionTable table,
            CatalogFacts catalog,
            InteractionRecorder recorder,
            ModelStore store,
            TrainingSettings training,
            ModelChoice choice,
            long pollMillis,
            Failures failures) {
        this(table, catalog, recorder, store, training, choice, pollMillis, failures, System::currentTimeMillis);
    }

    ModelService(
            InteractionTable table,
            CatalogFacts catalog,
            InteractionRecorder recorder,
            ModelStore store,
            TrainingSettings training,
            ModelChoice choice,
            long pollMillis,
            Failures failures,
            LongSupplier clock) {
        this.table = table;
        this.catalog = catalog;
        this.recorder = recorder;
        this.store = store;
        this.training = training;
        this.choice = choice;
        this.failures = failures;
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

    /** How many stored interactions the model knows of; rises with what any node stores. */
    public long stored() {
        return stored;
    }

    /** How long the training of this model took, reading included, in milliseconds; 0 before the first. */
    public long lastTrainingMillis() {
        return lastTrainingMillis;
    }

    /** Open sessions and orders are dropped with the next look, the rest with a training soon after. */
    @Override
    public void forgotten(LongPredicate shoppers, long until) {
        toForget.add(new Erased(shoppers, until));
        worker.wake();
    }

    InteractionTable table() {
        return table;
    }

    CatalogFacts catalog() {
        return catalog;
    }

    ModelStore store() {
        return store;
    }

    /** The version that somebody wants to go back to; 0 = the newest. */
    long wanted() {
        return choice.modelVersion();
    }

    /** Makes the next step ask for a newer trained model. */
    void lookNow() {
        nextLook = 0;
        worker.wake();
    }

    void learn() {
        if (feed == null) {
            feed = new InteractionFeed(table, clock);
            feed.beginNow();
        }
        forget();
        follow();
        if (clock.getAsLong() >= nextLook) {
            nextLook = clock.getAsLong() + LOOK_MILLIS;
            adopt();
        }
        if (changed && trainer != null) {
            publish();
        }
    }

    private void follow() {
        List<Interaction> fromOtherNodes = new ArrayList<>();
        int read = feed.readNew((id, interaction) -> {
            if (trainer != null) {
                trainer.add(interaction);
            }
            if (!table.isOwn(id)) {
                fromOtherNodes.add(interaction);
            }
        });
        changed |= read > 0;
        recorder.stored(fromOtherNodes, false);
    }

    private void forget() {
        for (Erased one = toForget.poll(); one != null; one = toForget.poll()) {
            erased.add(one);
            if (trainer != null) {
                trainer.forget(one.shoppers());
                changed = true;
            }
        }
    }

    private void publish() {
        model = trainer.publish();
        stored = feed.read();
        changed = false;
    }

    /** Takes the model that is wanted; if none is, or it was removed, as an erasure does, the newest that can be used. */
    private void adopt() {
        long wanted = wanted();
        List<ModelStore.Stored> all = store.list();
        if (wanted != 0 && goBackTo(wanted, all)) {
            return;
        }
        for (ModelStore.Stored one : all) {
            if (one.version() == loaded && !frozen || !refused.contains(one.version()) && load(one, true)) {
                return;
            }
        }
    }

    /** False if that model must not be shown. */
    private boolean goBackTo(long wanted, List<ModelStore.Stored> all) {
        for (ModelStore.Stored one : all) {
            if (one.version() == wanted && !refused.contains(wanted)) {
                return loaded == wanted && frozen || load(one, false);
            }
        }
        if (refused.add(wanted)) {
            failures.report(
                    "going back to a model",
                    new IllegalStateException(
                            "Model " + wanted + " is not stored any more: choose another in the admin"));
        }
        return false;
    }

    /**
     * False if the model must not be used.
     *
     * @param goesOn whether it goes on learning
     */
    private boolean load(ModelStore.Stored one, boolean goesOn) {
        ModelTrainer next;
        InteractionFeed nextFeed;
        try (DataInputStream in = new DataInputStream(new SnapshotInputStream(store.read(one)))) {
            nextFeed = InteractionFeed.readFrom(in, table, clock);
            next = ModelTrainer.readFrom(in, catalog, training, clock);
        } catch (IOException e) {
            refused.add(one.version());
            failures.report("model " + one.version(), e);
            return false;
        }
        erased.forEach(shopper -> {
            if (shopper.until() > one.training().beganAt() - CLOCKS_DIFFER_MILLIS) {
                next.forget(shopper.shoppers());
            }
        });
        if (goesOn) {
            catchUp(next, nextFeed);
            feed = nextFeed;
        }
        trainer = next;
        frozen = !goesOn;
        loaded = one.version();
        lastTrainingMillis = one.training().trainedAt() - one.training().beganAt();
        erased = new ArrayList<>(erased.stream()
                .filter(shopper -> shopper.until() > one.training().beganAt() - CLOCKS_DIFFER_MILLIS)
                .toList());
        publish();
        if (frozen) {
            trainer = null;
        }
        return true;
    }

    /** Reads what was stored since the training began; what this node has not heard of yet is passed on. */
    private void catchUp(ModelTrainer next, InteractionFeed nextFeed) {
        List<Interaction> unheard = new ArrayList<>();
        nextFeed.readNew((id, interaction) -> {
            next.add(interaction);
            if (!table.isOwn(id) && !feed.hasRead(id)) {
                unheard.add(interaction);
            }
        });
        recorder.stored(unheard, false);
    }
}
