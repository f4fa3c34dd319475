package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;

class ModelTrainerStoredTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final int ITEMS = 12;
    private static final ItemCatalog CATALOG = new ItemCatalog() {
        @Override
        public ItemFacts facts(long itemId) {
            return itemId <= ITEMS
                    ? new ItemFacts(itemId, "item", "brand", new long[] {7}, itemId, List.of(), 1)
                    : null;
        }

        @Override
        public long[] itemIds() {
            return new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        }
    };

    @Property(tries = 50)
    void goesOnAsIfNothingHadHappened(
            @ForAll long seed, @ForAll @IntRange(max = 300) int before, @ForAll @IntRange(max = 100) int after)
            throws IOException {
        Random random = new Random(seed);
        ModelTrainer trainer = new ModelTrainer(CATALOG, TrainingSettings.defaults(), () -> NOW);
        for (int i = 0; i < before; i++) {
            trainer.add(any(random));
        }
        ModelTrainer other = read(written(trainer));
        assertThat(told(other.publish())).isEqualTo(told(trainer.publish()));
        for (int i = 0; i < after; i++) {
            Interaction next = any(random);
            trainer.add(next);
            other.add(next);
        }
        long erased = 1 + random.nextInt(5);
        trainer.forget(erased);
        other.forget(erased);
        assertThat(told(other.publish())).isEqualTo(told(trainer.publish()));
        assertThat(written(other)).hasSameSizeAs(written(trainer));
    }

    @Property(tries = 100)
    void refusesEveryTornEnd(@ForAll @IntRange(max = 100_000) int length) throws IOException {
        ModelTrainer trainer = new ModelTrainer(CATALOG, TrainingSettings.defaults(), () -> NOW);
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            trainer.add(any(random));
        }
        byte[] whole = written(trainer);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, length % whole.length)))
                .isInstanceOf(IOException.class);
    }

    private static Interaction any(Random random) {
        long shopper = 1 + random.nextInt(5);
        long item = 1 + random.nextInt(ITEMS);
        long at = NOW - random.nextInt(20) * 24L * 3_600_000 - random.nextInt(3_600_000);
        long order = 1 + random.nextInt(20);
        return switch (random.nextInt(5)) {
            case 0, 1 -> Interaction.productView(shopper, item, at);
            case 4 -> Interaction.cancellation(shopper, item, 1, order, at);
            default -> Interaction.purchase(1 + order % 5, item, 1, order, NOW - order * 3_600_000);
        };
    }

    private static byte[] written(ModelTrainer trainer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        trainer.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static ModelTrainer read(byte[] bytes) throws IOException {
        return ModelTrainer.readFrom(
                new DataInputStream(new ByteArrayInputStream(bytes)), CATALOG, TrainingSettings.defaults(), () -> NOW);
    }

    /** All that a model says. */
    private static List<String> told(Model model) {
        List<String> told = new ArrayList<>();
        told.add(model.version() + " " + model.interactions() + " " + model.items());
        for (long item = 1; item <= ITEMS; item++) {
            long from = item;
            NeighbourVisitor visitor =
                    (to, score, evidence) -> told.add(from + ">" + to + " " + score + " " + evidence);
            told.add(model.baskets()
                    .complete(new long[] {item, 1}, 100, any -> true)
                    .toString());
            model.alsoViewed().neighbours(item, 100, visitor);
            told.add(model.baskets().bundle(item, 100, any -> true).toString());
            told.add(item + " " + model.popularity().interest(item));
        }
        told.add(Arrays.toString(model.popularity().top(100)));
        return told;
    }
}
