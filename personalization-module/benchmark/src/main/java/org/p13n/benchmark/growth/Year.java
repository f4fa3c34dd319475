package org.p13n.benchmark.growth;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.p13n.engine.event.Interaction;

/** A year of a shop, interaction by interaction and the same for the same seed: visits of shoppers with tastes, some of which end with an order. */
final class Year {
    /*
     * So many visits are open at the same time that a minute passes between two views of a visit. A view is near the one
     * before it (one of the same half category), of the shopper's favourite categories, or of all products by Zipf's law;
     * orders hold what was viewed, what the shopper always buys, and what goes with it. Nothing is held but open visits.
     */
    private static final long LENGTH = TimeUnit.DAYS.toMillis(365);
    private static final long BETWEEN_VIEWS = TimeUnit.MINUTES.toMillis(1);
    private static final int INTERACTIONS_PER_SHOPPER = 25;
    private static final double NEAR = 0.6;
    private static final double FAVOURITE = 0.2;
    private static final int NEIGHBOURHOOD = 50;
    private static final double GOES_ON = 0.78;
    private static final double ORDERS = 0.15;
    private static final double ONE_MORE_LINE = 0.65;
    private static final int MOST_VIEWS = 50;
    private static final int MOST_LINES = 40;

    private final SyntheticShop shop;
    private final long interactions;
    private final SplittableRandom random;
    private final long shoppers;
    private final double logProducts;
    private final long[] shopperOf;
    private final long[] lastViewed;
    private final int[] views;
    private long told;
    private long orders;

    Year(SyntheticShop shop, long interactions, long seed) {
        this.shop = shop;
        this.interactions = interactions;
        random = new SplittableRandom(seed);
        shoppers = Math.max(1, interactions / INTERACTIONS_PER_SHOPPER);
        logProducts = Math.log(shop.products());
        int open = (int) Math.max(1, BETWEEN_VIEWS * interactions / LENGTH);
        shopperOf = new long[open];
        lastViewed = new long[open];
        views = new int[open];
    }

    void tell(Consumer<Interaction> listener) {
        while (told < interactions) {
            int visit = random.nextInt(views.length);
            if (views[visit] == 0) {
                shopperOf[visit] = shopper();
            }
            lastViewed[visit] = next(visit);
            listener.accept(Interaction.productView(shopperOf[visit], lastViewed[visit], now()));
            told++;
            views[visit]++;
            if (views[visit] == MOST_VIEWS || random.nextDouble() > GOES_ON) {
                if (random.nextDouble() < ORDERS) {
                    order(visit, listener);
                }
                views[visit] = 0;
            }
        }
    }

    /** Some come much more often than others. */
    private long shopper() {
        double part = random.nextDouble();
        return 1 + (long) (shoppers * part * part);
    }

    private long next(int visit) {
        double what = random.nextDouble();
        if (views[visit] > 0 && what < NEAR) {
            long first = (lastViewed[visit] - 1) / NEIGHBOURHOOD * NEIGHBOURHOOD;
            return product(first + random.nextInt(NEIGHBOURHOOD));
        }
        return what < NEAR + FAVOURITE ? favourite(visit) : popular();
    }

    private long favourite(int visit) {
        double rank = Math.exp(random.nextDouble() * Math.log(SyntheticShop.CATEGORY)) - 1;
        return product(shop.favourite(shopperOf[visit], random.nextInt(3)) + (long) rank);
    }

    /** Rank r is r times less popular than the first; popular and rare products are mixed in every category. */
    private long popular() {
        long rank = (long) Math.exp(random.nextDouble() * logProducts) - 1;
        return product(rank * 7_919_317 % shop.products());
    }

    private long product(long number) {
        return 1 + Math.min(shop.products() - 1L, number);
    }

    private void order(int visit, Consumer<Interaction> listener) {
        orders++;
        long shopper = shopperOf[visit];
        long[] lines = new long[MOST_LINES];
        int size = 0;
        do {
            double what = random.nextDouble();
            long item = size == 0 ? lastViewed[visit] : favourite(visit);
            if (size > 0 && what < 0.4) {
                item = shop.staple(shopper, random.nextInt(6));
            } else if (size > 0 && what < 0.7) {
                item = product(lines[size - 1] + random.nextInt(4));
            }
            lines[size++] = item;
        } while (size < MOST_LINES && random.nextDouble() < ONE_MORE_LINE);
        long at = now();
        for (long item : Arrays.copyOf(lines, size)) {
            listener.accept(Interaction.purchase(shopper, item, 1, orders, at));
            told++;
        }
    }

    private long now() {
        return SyntheticShop.NOW - LENGTH + (long) ((double) told / interactions * LENGTH);
    }
}
