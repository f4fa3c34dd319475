package org.p13n.engine.model.basket;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A small made-up shop: products come in themes of five, orders draw most lines from one theme. */
final class Shop {
    static final long NOW = 1_700_000_000_000L;
    static final int PRODUCTS = 60;

    private Shop() {}

    /** Adds orders from..to-1; each is the same whenever it is added. */
    static void order(BasketTrainer trainer, int from, int to) {
        for (int order = from; order < to; order++) {
            Random random = new Random(order * 31L);
            long at = NOW - TimeUnit.HOURS.toMillis(6L * (1_000 - order));
            int theme = random.nextInt(PRODUCTS / 5);
            int lines = 2 + random.nextInt(5);
            for (int line = 0; line < lines; line++) {
                boolean stray = random.nextInt(4) == 0;
                long item = stray ? random.nextInt(PRODUCTS) : theme * 5L + random.nextInt(5);
                trainer.add(order, 1 + order % 50, 1_000 + item, at);
            }
        }
    }

    static BasketTrainer trainer(int orders) {
        BasketTrainer trainer = new BasketTrainer(BasketSettings.defaults());
        order(trainer, 0, orders);
        return trainer;
    }

    /** Counts only: no weights and no blend that wait for a full training. */
    static BasketTrainer counter() {
        BasketSettings usual = BasketSettings.defaults();
        return new BasketTrainer(new BasketSettings(
                usual.pairHalfLife(),
                usual.sizeExponent(),
                usual.mostLines(),
                usual.ordersPerShopper(),
                usual.rowCandidates(),
                usual.companionsPerItem(),
                0,
                0,
                usual.ridge(),
                usual.ridgeShare(),
                0,
                0,
                usual.priorChoices(),
                usual.leastEvidence(),
                usual.smallShopOrders()));
    }
}
