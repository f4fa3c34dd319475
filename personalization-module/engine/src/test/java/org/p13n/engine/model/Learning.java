package org.p13n.engine.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemCatalog;

/** A trainer with a clock in the hand of the test, for tests of every stage that needs a model. */
public final class Learning {
    public static final long NOW = 1_700_000_000_000L;

    private static final int MANY = 200;

    private final AtomicLong clock = new AtomicLong(NOW);
    private final ModelTrainer trainer;
    private long nextOrder = 1;

    public Learning(ItemCatalog catalog) {
        trainer = new ModelTrainer(catalog, TrainingSettings.defaults(), clock::get);
    }

    public Learning order(long shopperId, long at, long... itemIds) {
        long order = nextOrder++;
        for (long itemId : itemIds) {
            trainer.add(Interaction.purchase(shopperId, itemId, 1, order, at));
        }
        return this;
    }

    public Learning views(long shopperId, long at, long... itemIds) {
        for (int i = 0; i < itemIds.length; i++) {
            trainer.add(Interaction.productView(shopperId, itemIds[i], at + i * 1000L));
        }
        return this;
    }

    public Learning add(Interaction interaction) {
        trainer.add(interaction);
        return this;
    }

    public Learning forget(long shopperId) {
        trainer.forget(shopperId);
        return this;
    }

    public Learning after(Duration time) {
        clock.addAndGet(time.toMillis());
        return this;
    }

    public Model publish() {
        return trainer.publish();
    }

    /** Publishes after everything that takes a full training. */
    public Model solve() {
        trainer.solve();
        return trainer.publish();
    }

    /** What was really bought with the item, as the basket model tells it. */
    public static List<Neighbour> companions(Model model, long itemId) {
        return model.baskets().complete(new long[] {itemId}, MANY, any -> true).stream()
                .filter(companion -> companion.orders() > 0)
                .map(companion -> new Neighbour(companion.itemId(), companion.score(), companion.orders()))
                .toList();
    }

    /** What may be offered as a bundle with the item. */
    public static List<Neighbour> bundle(Model model, long itemId) {
        return model.baskets().bundle(itemId, MANY, any -> true).stream()
                .map(companion -> new Neighbour(companion.itemId(), companion.score(), companion.orders()))
                .toList();
    }

    /** A neighbour as a table tells it. */
    public record Neighbour(long itemId, double score, int evidence) {}

    public static List<Neighbour> neighbours(NeighbourTable table, long itemId) {
        List<Neighbour> found = new ArrayList<>();
        table.neighbours(
                itemId, Integer.MAX_VALUE, (id, score, evidence) -> found.add(new Neighbour(id, score, evidence)));
        return found;
    }
}
