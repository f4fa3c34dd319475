package org.p13n.broadleaf.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.p13n.engine.profile.ItemFacts;

/** Which fifth of its category's prices a price belongs to. Filled once per reading of the catalog, then asked. */
final class PriceBands {
    /*
     * A price is dear or cheap only among its like, and a fifth of few prices means nothing: the nearest category with
     * enough of them decides, then the whole shop. Equal prices share the middle of their ranks, so that a category
     * with one price for all is neither dear nor cheap.
     */
    private static final int ENOUGH_IN_A_CATEGORY = 20;
    private static final int ENOUGH_IN_THE_SHOP = 5;
    private static final int UNKNOWN = 0;

    private final Prices all = new Prices();
    private final Map<Long, Prices> byCategory = new HashMap<>();

    /** Prices in no order until they are asked for the first time. */
    private static final class Prices {
        private double[] values = new double[8];
        private int size;
        private boolean sorted;

        void add(double price) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = price;
        }

        /** The middle rank of that price, from 0 for the cheapest to below 1 for the dearest. */
        double rank(double price) {
            if (!sorted) {
                Arrays.sort(values, 0, size);
                sorted = true;
            }
            return (first(price) + first(Math.nextUp(price))) / 2.0 / size;
        }

        private int first(double atLeast) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] < atLeast) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** @param price 0 = unknown */
    void add(double price, long[] categoryIds) {
        if (price > 0) {
            all.add(price);
            for (long categoryId : categoryIds) {
                byCategory.computeIfAbsent(categoryId, id -> new Prices()).add(price);
            }
        }
    }

    /**
     * The band of that price, 1 to 5, or 0 if it is unknown or there are too few others.
     *
     * @param categoryIds the product's categories, the nearest first
     */
    int of(double price, long[] categoryIds) {
        if (!(price > 0)) {
            return UNKNOWN;
        }
        for (long categoryId : categoryIds) {
            Prices prices = byCategory.get(categoryId);
            if (prices != null && prices.size >= ENOUGH_IN_A_CATEGORY) {
                return band(prices.rank(price));
            }
        }
        return all.size >= ENOUGH_IN_THE_SHOP ? band(all.rank(price)) : UNKNOWN;
    }

    private static int band(double rank) {
        return 1 + (int) Math.min(ItemFacts.PRICE_BANDS - 1, Math.floor(rank * ItemFacts.PRICE_BANDS));
    }
}
