package org.p13n.engine.model.repeat;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** Sums by item number, for one question. */
final class Likes {
    private final LongIndex items = new LongIndex();
    private float[] sums = new float[64];

    void add(int item, float weight) {
        int place = items.findOrAdd(item);
        if (place == sums.length) {
            sums = Arrays.copyOf(sums, place * 2);
        }
        sums[place] += weight;
    }

    int size() {
        return items.size();
    }

    int item(int place) {
        return (int) items.keyAt(place);
    }

    float weight(int place) {
        return sums[place];
    }

    /** 0 = nothing. */
    float weightOf(int item) {
        int place = item < 0 ? -1 : items.find(item);
        return place < 0 ? 0 : sums[place];
    }
}
