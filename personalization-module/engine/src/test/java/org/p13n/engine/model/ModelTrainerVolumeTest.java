package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.p13n.engine.model.Learning.NOW;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.MapCatalog;

/** A wholesaler's year: 20,000 orders of 27 lines on average, some of them giants, over 4,000 products. */
class ModelTrainerVolumeTest {
    private static final int ORDERS = 20_000;
    private static final int ITEMS = 4_000;
    private static final int AVERAGE_LINES = 27;
    private static final int GIANT_EVERY = 1_000;
    private static final int GIANT_LINES = 1_000;
    private static final long GENEROUS_MILLIS = 20_000;

    @Test
    void learnsHalfAMillionPurchasesInSecondsAndFollowsInMilliseconds() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= ITEMS; i++) {
            catalog.with(i, "b" + i % 50, i % 40, 1000);
        }
        Learning learning = new Learning(catalog);
        int lines = learnOrders(learning);
        Model first = learning.publish();
        learning.order(1, NOW, 1, 2, 3);
        Model second = learning.publish();

        System.out.printf(
                "%,d lines in %,d ms, model %,d bytes; three more in %,d ms%n",
                lines, first.trainingMillis(), first.sizeBytes(), second.trainingMillis());
        assertThat(lines).isGreaterThan(500_000);
        assertThat(first.trainingMillis()).isLessThan(GENEROUS_MILLIS);
        assertThat(second.trainingMillis()).isLessThan(first.trainingMillis() / 5);
        assertThat(first.sizeBytes()).isLessThan(20_000_000);
    }

    private static int learnOrders(Learning learning) {
        Random random = new Random(42);
        int lines = 0;
        for (int order = 1; order <= ORDERS; order++) {
            int size = order % GIANT_EVERY == 0
                    ? GIANT_LINES
                    : 1 + (int) (-Math.log(1 - random.nextDouble()) * AVERAGE_LINES);
            for (int i = 0; i < size; i++) {
                int item = 1 + (int) (ITEMS * Math.pow(random.nextDouble(), 2));
                learning.add(Interaction.purchase(order % 3000 + 1, item, 1, order, NOW - order * 1_000_000L));
            }
            lines += size;
        }
        return lines;
    }
}
