package org.p13n.engine.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    /** What two threads at work hold, roughly: 10 million interactions and 100,000 items do not fit into 2 GB. */
    private static final long BYTES_PER_INTERACTION = 200;

    private static final long BYTES_PER_ITEM = 8_000;

    private final ModelTrainer counts;
    private final SessionTrainer sessions = new SessionTrainer(SessionSettings.defaults());
    private final OpenVisits visits;
    private final ItemTrainer bought = new ItemTrainer(ItemSettings.defaults());
    private final ItemCatalog catalog;
    private final CatalogTexts texts;
    private final int threads;
    private final LongSupplier clock;
    private long interactions;

    /**
     * A training that has read nothing yet.
     *
     * @param threads how many threads may work at once, the caller's included; at least 1
     * @param clock epoch milliseconds; what claims to be later is learned as of now
     */
    public FullTraining(
            ItemCatalog catalog, CatalogTexts texts, TrainingSettings settings, int threads, LongSupplier clock) {
        if (threads < 1) {
            throw new IllegalArgumentException("A training needs 1 thread or more but may have " + threads);
        }
        this.threads = threads;
        this.texts = texts;
        this.catalog = catalog;
        this.clock = clock;
        counts = new ModelTrainer(catalog, settings, clock);
        counts.willBeSolved();
        visits = new OpenVisits(settings.sessions(), settings.sessionItems(), sessions::add);
    }

    /** Takes in one interaction; they must come in the order of time. */
    public void add(Interaction interaction) {
        interactions++;
        counts.add(interaction);
        if (interaction.type() == InteractionType.PRODUCT_VIEW) {
            visits.view(interaction.notAfter(clock.getAsLong()));
        }
    }

    /**
     * The trainer that goes on from here. Where it may and the heap has room, a second thread solves what comes next in
     * sessions meanwhile; stopped from without, it ends when it has done so.
     *
     * @param phases is told what begins; may throw to stop
     */
    public ModelTrainer finish(Consumer<String> phases) {
        long now = clock.getAsLong();
        phases.accept("baskets");
        visits.endAll();
        FutureTask<SessionModel> next = meanwhile(sessions::train);
        BasketModel companions = counts.solve();
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
        phases.accept("sessions");
        counts.adopt(new Solved(resultOf(next), taste, repeats, content));
        return counts;
    }

    private <T> FutureTask<T> meanwhile(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        long needed = BYTES_PER_INTERACTION * interactions + BYTES_PER_ITEM * catalog.itemIds().length;
        if (threads == 1 || needed > Runtime.getRuntime().maxMemory()) {
            task.run();
            return task;
        }
        Thread second = new Thread(task, Thread.currentThread().getName() + " (sessions)");
        second.setDaemon(true);
        second.start();
        return task;
    }

    private static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The training was interrupted while it waited for sessions to be solved", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Sessions could not be solved: see the cause", e.getCause());
        }
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
