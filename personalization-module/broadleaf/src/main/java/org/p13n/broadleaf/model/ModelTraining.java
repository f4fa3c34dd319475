package org.p13n.broadleaf.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.LateArrivals;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.model.FullTraining;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.model.TrainingSettings;
import org.p13n.engine.model.snapshot.SnapshotOutputStream;

/**
 * The background thread that trains the shop's model from everything stored and puts it into the database, from where
 * every node takes it. Runs on every node, but a training is done by one at a time.
 */
public final class ModelTraining {
    /** What was erased on a node whose clock is behind by less than this is certainly noticed. */
    private static final long CLOCKS_DIFFER_MILLIS = 30_000;

    private static final long LEAST_REST_MILLIS = 60_000;

    /** A training pauses ten times as long as it took, whatever asks for the next one, except a person. */
    private static final int REST_PER_TRAINING = 10;

    private static final long SOURCES_CHECK_MILLIS = 60_000;
    private static final double GROWTH = 1.25;
    private static final long LEAST_GROWTH = 100;

    private final String node;
    private final PlatformDatabase database;
    private final InteractionTable table;
    private final CatalogFacts catalog;
    private final LateArrivals late;
    private final ModelService models;
    private final ModelStore store;
    private final TrainingDesk desk;
    private final TrainingSettings training;
    private final Schedule schedule;
    private final LongSupplier clock;
    private final TrainingLease lease;
    private final Failures failures;
    private final Worker worker;
    private volatile TrainingProgress running;
    private long nextSourcesCheck;

    /**
     * When the model is trained, and how many are kept.
     *
     * @param every how old what a model was trained on may get, whether anything changed or not
     * @param kept how many trained models are kept to go back to, the newest included; at least 1
     * @param threads how many threads a training may use; at least 1
     * @param lease after how long without a sign of life another node takes over
     * @param look how often a node looks whether a training is due
     */
    public record Schedule(Duration every, int kept, int threads, Duration lease, Duration look) {
        public Schedule {
            if (kept < 1) {
                throw new IllegalArgumentException("At least 1 model must be kept but " + kept + " are");
            }
        }

        /** Looks every second; a lease of 30 seconds. */
        public static Schedule of(int hours, int kept, int threads) {
            return new Schedule(Duration.ofHours(hours), kept, threads, Duration.ofSeconds(30), Duration.ofSeconds(1));
        }
    }

    public ModelTraining(
            String node,
            PlatformDatabase database,
            ModelService models,
            TrainingSettings training,
            Schedule schedule,
            Failures failures) {
        this(node, database, models, training, schedule, failures, System::currentTimeMillis);
    }

    ModelTraining(
            String node,
            PlatformDatabase database,
            ModelService models,
            TrainingSettings training,
            Schedule schedule,
            Failures failures,
            LongSupplier clock) {
        this.node = node;
        this.database = database;
        this.models = models;
        this.training = training;
        this.schedule = schedule;
        this.failures = failures;
        this.clock = clock;
        table = models.table();
        catalog = models.catalog();
        late = new LateArrivals(database);
        store = models.store();
        desk = new TrainingDesk(database, clock);
        lease = new TrainingLease(desk, node, schedule.lease().toMillis(), clock);
        worker = new Worker("training", schedule.look().toMillis(), this::trainIfDue, failures);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        TrainingProgress now = running;
        if (now != null) {
            now.stop(TrainingProgress.Stop.NODE_STOPS);
        }
        worker.stop();
    }

    void trainIfDue() {
        TrainingDesk.State state = desk.state();
        Optional<ModelStore.Stored> newest = store.newest();
        if (isDue(newest.map(ModelStore.Stored::training), state) && lease.acquire("reading")) {
            trainUnderLease();
        }
    }

    private boolean isDue(Optional<ModelStore.Training> newest, TrainingDesk.State state) {
        long now = clock.getAsLong();
        long begun = Math.max(newest.map(ModelStore.Training::beganAt).orElse(0L), state.cancelledAt());
        if (begun == 0 || state.wanted() || now - begun >= schedule.every().toMillis()) {
            return true;
        }
        if (newest.isEmpty() || state.cancelledAt() > newest.get().trainedAt() || rests(newest.get(), now)) {
            return false;
        }
        return hasGrown(newest.get()) || erasedSince(begun, now) || sourcesChanged(newest.get(), now);
    }

    private static boolean rests(ModelStore.Training last, long now) {
        long rest = Math.max(LEAST_REST_MILLIS, REST_PER_TRAINING * (last.trainedAt() - last.beganAt()));
        return now - last.trainedAt() < rest;
    }

    private boolean hasGrown(ModelStore.Training last) {
        return models.get().sessions().isFull() || models.stored() > GROWTH * last.interactions() + LEAST_GROWTH;
    }

    /** Whether somebody was erased whom a training that began then may have known, and that has settled. */
    private boolean erasedSince(long begun, long now) {
        Long erased = database.jdbc()
                .queryForObject(
                        "SELECT MIN(ERASED_AT) FROM P13N_ERASURE WHERE ERASED_AT > ?",
                        Long.class,
                        begun - CLOCKS_DIFFER_MILLIS);
        return erased != null && now >= erased + CLOCKS_DIFFER_MILLIS;
    }

    /** Whether rows came that a running model has missed: imported ones, or out of a journal. */
    private boolean sourcesChanged(ModelStore.Training last, long now) {
        if (now < nextSourcesCheck) {
            return false;
        }
        nextSourcesCheck = now + SOURCES_CHECK_MILLIS;
        return table.imported() != last.imported() || !late.latest().equals(last.lateWord());
    }

    private void trainUnderLease() {
        TrainingProgress progress = new TrainingProgress();
        running = progress;
        progress.begin("reading", 0);
        Worker heartbeat = new Worker("training lease", lease.renewEveryMillis(), () -> beat(progress), failures);
        heartbeat.start();
        TrainingLease.End end = TrainingLease.End.FAILED;
        try {
            train(progress);
            end = TrainingLease.End.DONE;
            models.lookNow();
        } catch (TrainingProgress.Stopped e) {
            end = e.why == TrainingProgress.Stop.CANCELLED ? TrainingLease.End.CANCELLED : TrainingLease.End.FAILED;
        } finally {
            running = null;
            heartbeat.stop();
            lease.release(end);
        }
    }

    private void beat(TrainingProgress progress) {
        if (!lease.renew(progress.phase(), progress.done(), progress.total())) {
            progress.stop(TrainingProgress.Stop.LEASE_LOST);
        } else if (desk.state().cancelAsked()) {
            progress.stop(TrainingProgress.Stop.CANCELLED);
        }
    }

    private void train(TrainingProgress progress) {
        long begun = clock.getAsLong();
        long imported = table.imported();
        String lateWord = late.latest();
        catalog.refresh();
        progress.begin("reading", table.count());
        FullTraining full = new FullTraining(
                catalog, new CatalogTextReader(database, catalog).texts(), training, schedule.threads(), clock);
        InteractionFeed feed = new InteractionFeed(table, clock);
        feed.readAll((id, interaction) -> {
            progress.step();
            full.add(interaction);
        });
        ModelTrainer trainer = full.finish(phase -> progress.begin(phase, 0));
        int items = trainer.publish().items();
        progress.begin("storing", 0);
        ModelStore.Training about =
                new ModelStore.Training(begun, clock.getAsLong(), node, feed.read(), items, imported, lateWord);
        store.write(about, out -> write(feed, trainer, out));
        store.deleteAllBut(schedule.kept(), models.wanted(), lastErasureBefore(begun));
    }

    /** Models that began before the last erasure had settled may know who was erased; they must not come back. */
    private long lastErasureBefore(long begun) {
        Long erased = database.jdbc()
                .queryForObject(
                        "SELECT MAX(ERASED_AT) FROM P13N_ERASURE WHERE ERASED_AT <= ?",
                        Long.class,
                        begun - CLOCKS_DIFFER_MILLIS);
        return erased == null ? 0 : erased + CLOCKS_DIFFER_MILLIS;
    }

    private static void write(InteractionFeed feed, ModelTrainer trainer, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new SnapshotOutputStream(out))) {
            feed.writeTo(data);
            trainer.writeTo(data);
        }
    }
}
