package org.p13n.engine.model.repeat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** When each item was sold, so that its popularity can be asked as of any time. 4 bytes per sale. */
final class SaleTimes {
    private static final long MINUTE = 60_000;

    private final int[][] minutes;
    private final long latest;

    private SaleTimes(int[][] minutes) {
        this.minutes = minutes;
        long last = Long.MIN_VALUE;
        for (int[] sales : minutes) {
            last = sales.length == 0 ? last : Math.max(last, sales[sales.length - 1] * MINUTE + MINUTE - 1);
        }
        latest = last;
    }

    /** Number of sales of the item in the time before that moment, the moment included. */
    int count(int item, long at, long window) {
        if (item < 0 || item >= minutes.length) {
            return 0;
        }
        int[] sales = minutes[item];
        return upTo(sales, minute(at)) - upTo(sales, minute(at - window));
    }

    /** Epoch milliseconds of the last sale of all, to the minute; the least long if nothing was sold. */
    long latest() {
        return latest;
    }

    long bytes() {
        return Arrays.stream(minutes).mapToLong(sales -> 4L * sales.length + 24).sum();
    }

    /** How many are at that minute or before. */
    private static int upTo(int[] ascending, int minute) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int minute(long at) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.floorDiv(at, MINUTE)));
    }

    void writeTo(DataOutput out) throws IOException {
        for (int[] sales : minutes) {
            out.writeInt(sales.length);
            for (int sale : sales) {
                out.writeInt(sale);
            }
        }
    }

    static SaleTimes readFrom(DataInput in, int items) throws IOException {
        Counter counter = new Counter();
        for (int item = 0; item < items; item++) {
            int size = in.readInt();
            if (size < 0) {
                throw new IOException("An item must have 0 or more stored sales but has " + size);
            }
            for (int sale = 0; sale < size; sale++) {
                counter.addMinute(item, in.readInt());
            }
        }
        return counter.times(items);
    }

    /** Collects sales in any order. */
    static final class Counter {
        private int[][] minutes = {};
        private int[] sizes = {};

        void add(int item, long at) {
            addMinute(item, minute(at));
        }

        private void addMinute(int item, int minute) {
            if (item >= sizes.length) {
                int capacity = Math.max(16, item * 2);
                sizes = Arrays.copyOf(sizes, capacity);
                minutes = Arrays.copyOf(minutes, capacity);
            }
            if (minutes[item] == null) {
                minutes[item] = new int[2];
            } else if (sizes[item] == minutes[item].length) {
                minutes[item] = Arrays.copyOf(minutes[item], sizes[item] + sizes[item] / 2 + 1);
            }
            minutes[item][sizes[item]++] = minute;
        }

        SaleTimes times(int items) {
            int[][] sorted = new int[items][];
            for (int item = 0; item < items; item++) {
                boolean sold = item < sizes.length && minutes[item] != null;
                sorted[item] = sold ? Arrays.copyOf(minutes[item], sizes[item]) : new int[0];
                Arrays.sort(sorted[item]);
            }
            return new SaleTimes(sorted);
        }
    }
}
