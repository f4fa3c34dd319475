package org.p13n.benchmark.quality;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** Ranks products for a cart. */
interface BasketLists {
    String TUNING =
            "one model with its default settings for one seed and for whole carts. Its blend is learned by the model"
                    + " itself on the last tenth of the training baskets; the other defaults were chosen on baskets 15,796 to"
                    + " 17,795 of the gift shop, the last of the training part, with a model of those before.";

    /** The best products, best first. */
    long[] of(int[] cart);

    static long[] longs(int[] items) {
        return Arrays.stream(items).asLongStream().toArray();
    }

    /** Only products of the training part. */
    static LongPredicate known(BasketData data) {
        return item -> data.frequencies[(int) item] > 0;
    }
}
