package org.p13n.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.content.CatalogTexts;
import org.p13n.engine.model.content.ContentModel;
import org.p13n.engine.model.content.ContentSettings;
import org.p13n.engine.model.content.ContentTrainer;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.repeat.PurchaseHistory;
import org.p13n.engine.model.repeat.RepeatModel;
import org.p13n.engine.model.repeat.RepeatSettings;
import org.p13n.engine.model.repeat.RepeatTrainer;
import org.p13n.engine.model.session.SessionModel;
import org.p13n.engine.model.session.SessionSettings;
import org.p13n.engine.model.session.SessionTrainer;
import org.p13n.engine.model.taste.TasteModel;
import org.p13n.engine.model.taste.TasteSettings;
import org.p13n.engine.model.taste.TasteTrainer;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;

/**
 * One training from everything stored: takes in every interaction in the order of time, then makes a trainer that has
 * counted all of it and holds what was solved from it. Owned by one thread, used once.
 */
public final class FullTraining {
    private final ModelTrainer counts;
    private final SessionTrainer sessions = new SessionTrainer(SessionSettings.defaults());
    private final OpenVisits visits;
    private final ItemTrainer bought = new ItemTrainer(ItemSettings.defaults());
    private final ItemCatalog catalog;
    private final CatalogTexts texts;
    private final LongSupplier clock;

    /** @param clock epoch milliseconds; what claims to be later is learned as of now */
    public FullTraining(ItemCatalog catalog, CatalogTexts texts, TrainingSettings settings, LongSupplier clock) {
        this.texts = texts;
        this.catalog = catalog;
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
        BasketModel companions = counts.solve();
        phases.accept("sessions");
        visits.endAll();
        SessionModel next = sessions.train();
        phases.accept("taste");
        counts.forEachOrder((shopperId, items, at) -> {
            for (long item : items) {
                bought.add(shopperId, item, Touch.PURCHASE, at);
            }
        });
        TasteModel taste = new TasteTrainer(TasteSettings.defaults(), ItemSettings.defaults(), Step.BOUGHT_BOUGHT)
                .train(bought, now);
        phases.accept("repeats");
        RepeatModel repeats = repeats(companions);
        phases.accept("content");
        ContentModel content = new ContentTrainer(ContentSettings.defaults(), texts.likeness())
                .train(texts.items().get());
        counts.adopt(new Solved(next, taste, repeats, content));
        return counts;
    }

    private RepeatModel repeats(BasketModel companions) {
        RepeatTrainer trainer = new RepeatTrainer(RepeatSettings.defaults(), this::category);
        Map<Long, List<PurchaseHistory.Order>> orders = new LinkedHashMap<>();
        counts.forEachOrder((shopperId, items, at) -> {
            if (ShopperIds.isPerson(shopperId)) {
                orders.computeIfAbsent(shopperId, any -> new ArrayList<>()).add(new PurchaseHistory.Order(at, items));
            } else {
                trainer.addGuest(at, items);
            }
        });
        orders.values().forEach(own -> trainer.add(PurchaseHistory.of(own)));
        return trainer.train(companions);
    }

    /** The main category of an item; 0 if it has none. */
    private long category(long itemId) {
        ItemFacts facts = catalog.facts(itemId);
        return facts == null || facts.categoryIds().length == 0 ? 0 : facts.categoryIds()[0];
    }
}
