package org.p13n.broadleaf.config;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.model.ModelService;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.model.Model;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The background thread that writes this node's status where the admin reads it. */
public final class NodeReporter {
    private static final long FORGOTTEN_AFTER_MILLIS = Duration.ofDays(1).toMillis();
    private static final int KIND_LENGTH = 255;

    private final String name;
    private final PlatformDatabase database;
    private final ModelService models;
    private final ShopperProfiles profiles;
    private final InteractionQueue queue;
    private final Failures failures;
    private final Worker worker;
    private final LongSupplier clock = System::currentTimeMillis;

    public NodeReporter(
            String name,
            PlatformDatabase database,
            ModelService models,
            ShopperProfiles profiles,
            InteractionQueue queue,
            long pauseMillis,
            Failures failures) {
        this.name = name;
        this.database = database;
        this.models = models;
        this.profiles = profiles;
        this.queue = queue;
        this.failures = failures;
        worker = new Worker("node status", pauseMillis, this::report, failures);
    }

    public void start() {
        worker.start();
    }

    /** Stops reporting and signs off, so that only a node that died is shown as silent. */
    public void stop() {
        worker.stop();
        try {
            database.inTransaction(() -> database.jdbc().update("DELETE FROM P13N_NODE WHERE NODE_NAME = ?", name));
        } catch (DataAccessException | TransactionException e) {
            failures.report("node status", e);
        }
    }

    void report() {
        Model model = models.get();
        Failures.Failure last = failures.last();
        Object[] status = {
            clock.getAsLong(),
            model.version(),
            model.trainedAt(),
            models.lastTrainingMillis(),
            model.sizeBytes(),
            model.items(),
            model.interactions(),
            profiles.cached(),
            queue.depth(),
            queue.dropped(),
            cut(last.kind()),
            last.at(),
            name
        };
        database.inTransaction(() -> {
            int updated = database.jdbc()
                    .update(
                            "UPDATE P13N_NODE SET SEEN_AT = ?, MODEL_VERSION = ?, MODEL_TRAINED_AT = ?,"
                                    + " MODEL_TRAINING_MILLIS = ?, MODEL_SIZE_BYTES = ?, MODEL_ITEMS = ?,"
                                    + " INTERACTIONS_LEARNED = ?, SHOPPERS_CACHED = ?, QUEUE_DEPTH = ?,"
                                    + " QUEUE_DROPPED = ?, LAST_ERROR_KIND = ?, LAST_ERROR_AT = ? WHERE NODE_NAME = ?",
                            status);
            return updated == 1 ? updated : appear(status);
        });
    }

    private int appear(Object[] status) {
        database.jdbc().update("DELETE FROM P13N_NODE WHERE SEEN_AT < ?", clock.getAsLong() - FORGOTTEN_AFTER_MILLIS);
        return database.jdbc()
                .update(
                        "INSERT INTO P13N_NODE (SEEN_AT, MODEL_VERSION, MODEL_TRAINED_AT, MODEL_TRAINING_MILLIS,"
                                + " MODEL_SIZE_BYTES, MODEL_ITEMS, INTERACTIONS_LEARNED, SHOPPERS_CACHED, QUEUE_DEPTH,"
                                + " QUEUE_DROPPED, LAST_ERROR_KIND, LAST_ERROR_AT, NODE_NAME)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        status);
    }

    private static String cut(String kind) {
        return kind == null || kind.length() <= KIND_LENGTH ? kind : kind.substring(0, KIND_LENGTH);
    }
}
