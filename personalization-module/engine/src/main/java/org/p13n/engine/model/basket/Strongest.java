package org.p13n.engine.model.basket;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Which of many values are among the largest; ties by item id. */
final class Strongest {
    private Strongest() {}

    /** Marks the largest values, at most so many. */
    static boolean[] of(float[] values, int most, IntToLongFunction itemIds) {
        boolean[] kept = new boolean[values.length];
        if (most >= values.length) {
            Arrays.fill(kept, true);
            return kept;
        }
        if (most <= 0) {
            return kept;
        }
        float[] ascending = values.clone();
        Arrays.sort(ascending);
        float least = ascending[values.length - most];
        int above = 0;
        int tied = 0;
        for (int i = 0; i < values.length; i++) {
            kept[i] = values[i] > least;
            above += kept[i] ? 1 : 0;
            tied += values[i] == least ? 1 : 0;
        }
        keepTied(values, least, tied, most - above, kept, itemIds);
        return kept;
    }

    private static void keepTied(
            float[] values, float least, int tied, int room, boolean[] kept, IntToLongFunction itemIds) {
        long[] ids = new long[tied];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == least) {
                ids[next++] = itemIds.applyAsLong(i);
            }
        }
        Arrays.sort(ids);
        long last = ids[room - 1];
        for (int i = 0; i < values.length; i++) {
            kept[i] |= values[i] == least && itemIds.applyAsLong(i) <= last;
        }
    }
}
