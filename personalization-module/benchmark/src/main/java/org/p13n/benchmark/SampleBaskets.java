package org.p13n.benchmark;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.p13n.engine.model.basket.BasketTrainer;

/** Made-up orders: products by Zipf's law in themes of twenty, four fifths of an order's lines from its theme. */
final class SampleBaskets {
    static final long NOW = 1_700_000_000_000L;
    private static final int THEME = 20;

    private final int products;
    private final Random random = new Random(7);

    SampleBaskets(int products) {
        this.products = products;
    }

    /** Orders of a year, so many lines on average. */
    void order(BasketTrainer trainer, int orders, int lines) {
        for (int order = 0; order < orders; order++) {
            long at = NOW - (long) ((1 - (double) order / orders) * TimeUnit.DAYS.toMillis(365));
            int theme = popular(products / THEME);
            int count = 1 + random.nextInt(2 * lines - 1);
            for (int line = 0; line < count; line++) {
                boolean ofTheme = random.nextInt(5) > 0;
                trainer.add(order + 1L, 1 + random.nextInt(orders), ofTheme ? item(theme) : popular(products), at);
            }
        }
    }

    /** Distinct items of a theme for a cart. */
    long[] cart(int size) {
        int theme = popular(products / THEME);
        return random.longs(size * 4L, 0, THEME)
                .map(place -> theme * (long) THEME + place)
                .distinct()
                .limit(size)
                .toArray();
    }

    private long item(int theme) {
        return theme * (long) THEME + random.nextInt(THEME);
    }

    /** Zipf with exponent 1, by inversion of its continuous form. */
    private int popular(int below) {
        return (int) Math.min(below - 1.0, Math.exp(random.nextDouble() * Math.log(below + 1.0)) - 1);
    }
}
