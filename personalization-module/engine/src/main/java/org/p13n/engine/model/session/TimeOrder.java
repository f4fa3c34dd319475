package org.p13n.engine.model.session;

import java.util.Arrays;

/** The numbers 0, 1, 2… in the order of their times, of the same time in their own order; nothing boxed. */
final class TimeOrder {
    private TimeOrder() {}

    static int[] of(long[] times, int count) {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        int[] order = new int[count];
        int[] placed = new int[count];
        for (int number = 0; number < count; number++) {
            int first = firstPlace(sorted, times[number]);
            order[first + placed[first]++] = number;
        }
        return order;
    }

    private static int firstPlace(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
