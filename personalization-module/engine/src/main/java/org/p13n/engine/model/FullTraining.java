package org.p13n.engine.model;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.session.SessionModel;
import org.p13n.engine.model.session.SessionSettings;
import org.p13n.engine.model.session.SessionTrainer;
import org.p13n.engine.model.taste.TasteModel;
import org.p13n.engine.model.taste.TasteSettings;
import org.p13n.engine.model.taste.TasteTrainer;
import org.p13n.engine.profile.ItemCatalog;

/**
 * One training from everything stored: takes in every interaction in the order of time, then makes a trainer that has
 * counted all of it and holds what was solved from it. Owned by one thread, used once.
 */
public final class FullTraining {
    private final ModelTrainer counts;
    private final SessionTrainer sessions = new SessionTrainer(SessionSettings.defaults());
    private final OpenVisits visits;
    private final ItemTrainer bought = new ItemTrainer(ItemSettings.defaults());
    private final LongSupplier clock;

    /** @param clock epoch milliseconds; what claims to be later is learned as of now */
    public FullTraining(ItemCatalog catalog, TrainingSettings settings, LongSupplier clock) {
        this.clock = clock;
        counts = new ModelTrainer(catalog, settings, clock);
        visits = new OpenVisits(settings.sessions(), settings.sessionItems(), sessions::add);
    }

    /** Takes in one interaction; they must come in the order of time. */
    public void add(Interaction interaction) {
        counts.add(interaction);
        if (interaction.type() == InteractionType.PRODUCT_VIEW) {
            visits.view(interaction.notAfter(clock.getAsLong()));
        }
    }

    /**
     * The trainer that goes on from here.
     *
     * @param phases is told what begins; may throw to stop
     */
    public ModelTrainer finish(Consumer<String> phases) {
        long now = clock.getAsLong();
        phases.accept("baskets");
        counts.solve();
        phases.accept("sessions");
        visits.endAll();
        SessionModel next = sessions.train();
        phases.accept("taste");
        counts.forEachLine((shopperId, itemId, at) -> bought.add(shopperId, itemId, Touch.PURCHASE, at));
        TasteModel taste = new TasteTrainer(TasteSettings.defaults(), ItemSettings.defaults(), Step.BOUGHT_BOUGHT)
                .train(bought, now);
        counts.adopt(new Solved(next, taste));
        return counts;
    }
}
