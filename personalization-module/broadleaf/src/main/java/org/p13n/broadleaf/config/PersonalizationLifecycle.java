package org.p13n.broadleaf.config;

import org.p13n.broadleaf.event.InteractionWriter;
import org.p13n.broadleaf.event.OrderReconciliation;
import org.p13n.broadleaf.event.OtherNodes;
import org.p13n.broadleaf.event.Retention;
import org.p13n.broadleaf.event.beacon.BeaconReader;
import org.p13n.broadleaf.event.identity.IdentityWorker;
import org.p13n.broadleaf.model.ModelService;
import org.p13n.broadleaf.model.ModelTraining;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the module's background threads when the shop's context is complete, so that the tables exist, and stops them
 * before it is closed, so that the database is still there to store what waits.
 */
public final class PersonalizationLifecycle implements SmartLifecycle {
    private final PersonalizationSettings settings;
    private final IdentityWorker identities;
    private final CatalogFacts catalog;
    private final BeaconReader beacons;
    private final InteractionWriter writer;
    private final ShopperProfiles profiles;
    private final OtherNodes otherNodes;
    private final OrderReconciliation orders;
    private final ModelService models;
    private final ModelTraining training;
    private final Retention retention;
    private final NodeReporter reporter;
    private volatile boolean running;

    public PersonalizationLifecycle(
            PersonalizationSettings settings,
            IdentityWorker identities,
            CatalogFacts catalog,
            BeaconReader beacons,
            InteractionWriter writer,
            ShopperProfiles profiles,
            OtherNodes otherNodes,
            OrderReconciliation orders,
            ModelService models,
            ModelTraining training,
            Retention retention,
            NodeReporter reporter) {
        this.settings = settings;
        this.identities = identities;
        this.catalog = catalog;
        this.beacons = beacons;
        this.writer = writer;
        this.profiles = profiles;
        this.otherNodes = otherNodes;
        this.orders = orders;
        this.models = models;
        this.training = training;
        this.retention = retention;
        this.reporter = reporter;
    }

    @Override
    public void start() {
        settings.start();
        identities.start();
        catalog.start();
        writer.start();
        beacons.start();
        otherNodes.start();
        profiles.start();
        orders.start();
        models.start();
        training.start();
        retention.start();
        reporter.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        reporter.stop();
        retention.stop();
        training.stop();
        models.stop();
        orders.stop();
        beacons.stop();
        writer.stop();
        profiles.stop();
        otherNodes.stop();
        catalog.stop();
        identities.stop();
        settings.stop();
    }

    @Override
    public void stop(Runnable callback) {
        stop();
        callback.run();
    }

    @Override
    public boolean isAutoStartup() {
        return true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to start and first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
