package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.p13n.engine.model.Learning.NOW;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.content.CatalogTexts;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.model.repeat.PurchaseHistory;
import org.p13n.engine.model.session.NextItem;
import org.p13n.engine.model.taste.TastePick;
import org.p13n.engine.profile.MapCatalog;

class FullTrainingTest {
    private static final int ITEMS = 40;
    private static final long MINUTE = 60_000;

    private static final CatalogTexts TEXTS = new CatalogTexts(
            () -> List.of(
                    new ItemText(1, "red lamp"),
                    new ItemText(2, "blue chair"),
                    new ItemText(3, "small red lamp"),
                    new ItemText(4, "green chair")),
            CatalogTexts.NONE.likeness());

    private final MapCatalog catalog = catalog();
    private final List<String> phases = new ArrayList<>();

    @Test
    void knowsWhatComesNextAndWhatFitsWhatWasBought() {
        Model model = trained(history()).publish();
        assertThat(model.sessions().next(new long[] {1}, 3, any -> true))
                .first()
                .extracting(NextItem::itemId)
                .isEqualTo(2L);
        assertThat(model.taste().top(new long[] {11}, 3, item -> item != 11))
                .first()
                .extracting(TastePick::itemId)
                .isEqualTo(12L);
        assertThat(phases).containsExactly("baskets", "taste", "repeats", "content", "sessions");
    }

    @Test
    void aClickAfterTheTrainingCountsForEveryoneAtOnce() {
        ModelTrainer trainer = trained(history());
        Model model = trainer.publish();
        for (int shopper = 0; shopper < 30; shopper++) {
            trainer.add(Interaction.productView(900 + shopper, 30, NOW - 5_000));
            trainer.add(Interaction.productView(900 + shopper, 31, NOW - 4_000));
        }
        assertThat(model.sessions().next(new long[] {30}, 1, item -> item != 30))
                .extracting(NextItem::itemId)
                .containsExactly(31L);
    }

    @Test
    void saysTheSameAfterItWasStoredAndRead() throws IOException {
        ModelTrainer trainer = trained(history());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trainer.writeTo(new DataOutputStream(bytes));
        Model model = trainer.publish();
        Model read = ModelTrainer.readFrom(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                        catalog,
                        TrainingSettings.defaults(),
                        () -> NOW)
                .publish();
        long[] session = {1, 5, 30};
        assertThat(read.sessions().next(session, 20, any -> true))
                .isEqualTo(model.sessions().next(session, 20, any -> true));
        assertThat(read.taste().top(session, 20, any -> true))
                .isEqualTo(model.taste().top(session, 20, any -> true));
        assertThat(read.baskets().complete(session, 20, any -> true))
                .isEqualTo(model.baskets().complete(session, 20, any -> true));
        PurchaseHistory history = PurchaseHistory.of(List.of(
                new PurchaseHistory.Order(NOW - 900 * MINUTE, new long[] {11, 12}),
                new PurchaseHistory.Order(NOW - 90 * MINUTE, new long[] {11})));
        assertThat(read.repeats().next(history, NOW, 20, any -> true))
                .isEqualTo(model.repeats().next(history, NOW, 20, any -> true));
        assertThat(read.repeats().due(history, 11)).isEqualTo(model.repeats().due(history, 11));
        assertThat(read.content().likeness(1, 3)).isEqualTo(model.content().likeness(1, 3));
    }

    @Test
    void knowsWhatIsAlikeByItsName() {
        List<Long> alike = new ArrayList<>();
        trained(List.of()).publish().content().neighbours(1, 1, (itemId, likeness) -> alike.add(itemId));
        assertThat(alike).containsExactly(3L);
    }

    @Test
    void whatWasCancelledFitsNobody() {
        List<Interaction> history = new ArrayList<>(history());
        for (long order = 1; order <= 60; order++) {
            history.add(Interaction.cancellation(order, 12, 1, order, NOW));
        }
        assertThat(trained(history).publish().taste().top(new long[] {11}, 5, item -> item != 11))
                .extracting(TastePick::itemId)
                .doesNotContain(12L);
    }

    @Test
    void trainsOnNothing() {
        Model model = trained(List.of()).publish();
        assertThat(model.sessions().next(new long[] {1}, 3, any -> true)).isEmpty();
        assertThat(model.taste().top(new long[] {1}, 3, any -> true)).isEmpty();
        assertThat(model.baskets().complete(new long[] {1}, 3, any -> true)).isEmpty();
    }

    @Test
    void givesTheSameModelForTheSameHistory() {
        List<NextItem> once = trained(history()).publish().sessions().next(new long[] {1, 5}, 10, any -> true);
        assertThat(trained(history()).publish().sessions().next(new long[] {1, 5}, 10, any -> true))
                .isEqualTo(once);
    }

    private ModelTrainer trained(List<Interaction> history) {
        FullTraining training = new FullTraining(catalog, TEXTS, TrainingSettings.defaults(), 2, () -> NOW);
        history.forEach(training::add);
        return training.finish(phases::add);
    }

    /** Most who look at 1 look at 2 next, and most who buy 11 buy 12; the rest is chance. */
    private static List<Interaction> history() {
        Random random = new Random(3);
        List<Interaction> history = new ArrayList<>();
        for (long shopper = 1; shopper <= 60; shopper++) {
            long at = NOW - (100 - shopper) * 24 * 60 * MINUTE;
            history.add(Interaction.productView(shopper, 1, at));
            history.add(Interaction.productView(shopper, 2, at + MINUTE));
            history.add(Interaction.productView(shopper, 1 + random.nextInt(ITEMS), at + 2 * MINUTE));
            history.add(Interaction.purchase(shopper, 11, 1, shopper, at + 3 * MINUTE));
            history.add(Interaction.purchase(shopper, 12, 1, shopper, at + 3 * MINUTE));
            history.add(Interaction.purchase(shopper, 1 + random.nextInt(ITEMS), 1, shopper, at + 3 * MINUTE));
        }
        return Collections.unmodifiableList(history);
    }

    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= ITEMS; i++) {
            catalog.with(i, "b" + i % 3, (long) i % 4);
        }
        return catalog;
    }
}
