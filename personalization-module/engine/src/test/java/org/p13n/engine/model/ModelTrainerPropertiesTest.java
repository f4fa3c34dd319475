package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.p13n.engine.model.Learning.NOW;
import static org.p13n.engine.model.Learning.bundle;
import static org.p13n.engine.model.Learning.companions;
import static org.p13n.engine.model.Learning.neighbours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.Learning.Neighbour;
import org.p13n.engine.profile.MapCatalog;

class ModelTrainerPropertiesTest {
    private static final int ITEMS = 30;

    private final MapCatalog catalog = catalog();

    @Property(seed = "1", tries = 25)
    void publishingAllTheTimeEndsInTheModelOfPublishingOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int step) {
        List<Interaction> history = history(new Random(seed));
        Learning whole = new Learning(catalog);
        Learning stepwise = new Learning(catalog);
        for (int i = 0; i < history.size(); i++) {
            whole.add(history.get(i));
            stepwise.add(history.get(i));
            if (i % step == 0) {
                stepwise.publish();
            }
        }
        assertSame(stepwise.solve(), whole.solve());
    }

    @Property(seed = "2", tries = 25)
    void cancellingAnOrderIsNeverHavingSeenIt(@ForAll long seed, @ForAll boolean publishedBefore) {
        List<Interaction> history = orders(new Random(seed));
        long cancelled = 1;
        Learning without = new Learning(catalog);
        Learning with = new Learning(catalog);
        for (Interaction line : history) {
            with.add(line);
            if (line.orderId() != cancelled) {
                without.add(line);
            }
        }
        if (publishedBefore) {
            with.publish();
        }
        with.add(Interaction.cancellation(1, 0, 0, cancelled, NOW));
        assertSame(with.solve(), without.solve());
    }

    @Property(seed = "3", tries = 10)
    void aModelNeverChangesOnceItIsPublished(@ForAll long seed) {
        List<Interaction> history = history(new Random(seed));
        Learning learning = new Learning(catalog);
        history.forEach(learning::add);
        Model model = learning.publish();
        List<List<Neighbour>> before = snapshot(model);
        history(new Random(seed + 1)).forEach(learning::add);
        learning.publish();
        assertThat(snapshot(model)).isEqualTo(before);
    }

    @Property(seed = "4", tries = 10)
    void scoresAreConfidencesInDescendingOrder(@ForAll long seed) {
        Learning learning = new Learning(catalog);
        history(new Random(seed)).forEach(learning::add);
        Model model = learning.publish();
        for (long item = 1; item <= ITEMS; item++) {
            List<Neighbour> row = neighbours(model.alsoViewed(), item);
            assertThat(row).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
            assertThat(row).allSatisfy(neighbour -> {
                assertThat(neighbour.score()).isBetween(0.0, 1.0);
                assertThat(neighbour.evidence()).isPositive();
            });
        }
    }

    private static void assertSame(Model actual, Model expected) {
        for (long item = 1; item <= ITEMS; item++) {
            assertSame(companions(actual, item), companions(expected, item));
            assertSame(neighbours(actual.alsoViewed(), item), neighbours(expected.alsoViewed(), item));
            assertSame(bundle(actual, item), bundle(expected, item));
            assertThat(actual.popularity().interest(item))
                    .isCloseTo(expected.popularity().interest(item), within(1e-6));
        }
    }

    private static void assertSame(List<Neighbour> actual, List<Neighbour> expected) {
        List<Neighbour> some = byItem(actual);
        List<Neighbour> others = byItem(expected);
        assertThat(some).hasSameSizeAs(others);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.get(i).itemId()).isEqualTo(others.get(i).itemId());
            assertThat(some.get(i).evidence()).isEqualTo(others.get(i).evidence());
            assertThat(some.get(i).score()).isCloseTo(others.get(i).score(), within(1e-3));
        }
    }

    private static List<Neighbour> byItem(List<Neighbour> neighbours) {
        return neighbours.stream()
                .sorted(Comparator.comparingLong(Neighbour::itemId))
                .toList();
    }

    private static List<List<Neighbour>> snapshot(Model model) {
        List<List<Neighbour>> rows = new ArrayList<>();
        for (long item = 1; item <= ITEMS; item++) {
            rows.add(companions(model, item));
            rows.add(neighbours(model.alsoViewed(), item));
        }
        return rows;
    }

    private static List<Interaction> history(Random random) {
        List<Interaction> history = orders(random);
        for (int i = 0; i < 150; i++) {
            long at = NOW - random.nextLong(100_000_000);
            history.add(
                    random.nextInt(history.size()), Interaction.productView(1 + random.nextLong(5), item(random), at));
        }
        for (int i = 0; i < 5; i++) {
            history.add(Interaction.cancellation(1, i % 2 == 0 ? 0 : item(random), 0, 1 + random.nextLong(20), NOW));
        }
        return history;
    }

    private static List<Interaction> orders(Random random) {
        List<Interaction> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            long order = 1 + random.nextLong(20);
            lines.add(Interaction.purchase(order, item(random), 1, order, NOW - order * 1_000_000_000L));
        }
        return lines;
    }

    private static long item(Random random) {
        return 1 + random.nextLong(ITEMS);
    }

    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= ITEMS; i++) {
            catalog.with(i, "b" + i % 3, (long) i % 4);
        }
        return catalog;
    }
}
