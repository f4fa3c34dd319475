package org.p13n.engine.model.repeat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** How soon and how surely each item is bought again. 20 bytes per item. */
final class Rhythms {
    /*
     * Empirical Bayes in three steps: the item's mean log interval shrinks to its category's, that to the shop's, and a
     * shopper's own with the item shrinks to the item's; each by a number of intervals. Likewise the rate at which an item
     * that was bought is in the shopper's next order.
     */
    private static final double USUAL_DEVIATION = 1;
    private static final double LEAST_DEVIATION = 0.2;

    private final float[] means;
    private final float[] deviations;
    private final float[] rates;
    private final int[] intervals;
    private final double usualMean;
    private final double usualRate;

    private Rhythms(int items, double usualMean, double usualRate) {
        means = new float[items];
        deviations = new float[items];
        rates = new float[items];
        intervals = new int[items];
        this.usualMean = usualMean;
        this.usualRate = usualRate;
    }

    /** The rhythm of an item for everybody; an unknown one, -1, has the shop's. */
    Rhythm of(int item) {
        return item < 0 || item >= means.length
                ? new Rhythm(usualMean, USUAL_DEVIATION, 0)
                : new Rhythm(means[item], deviations[item], intervals[item]);
    }

    /** The chance that somebody who has bought the item has it in his next order. */
    double rate(int item) {
        return item < 0 || item >= rates.length ? usualRate : rates[item];
    }

    long bytes() {
        return 16L * means.length + 48;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(usualMean);
        out.writeDouble(usualRate);
        for (int item = 0; item < means.length; item++) {
            out.writeFloat(means[item]);
            out.writeFloat(deviations[item]);
            out.writeFloat(rates[item]);
            out.writeInt(intervals[item]);
        }
    }

    static Rhythms readFrom(DataInput in, int items) throws IOException {
        Rhythms rhythms = new Rhythms(items, in.readDouble(), in.readDouble());
        boolean possible = Double.isFinite(rhythms.usualMean) && rhythms.usualRate > 0 && rhythms.usualRate <= 1;
        for (int item = 0; item < items && possible; item++) {
            rhythms.means[item] = in.readFloat();
            rhythms.deviations[item] = in.readFloat();
            rhythms.rates[item] = in.readFloat();
            rhythms.intervals[item] = in.readInt();
            possible = Float.isFinite(rhythms.means[item])
                    && rhythms.deviations[item] > 0
                    && Float.isFinite(rhythms.deviations[item])
                    && rhythms.rates[item] > 0
                    && rhythms.rates[item] <= 1
                    && rhythms.intervals[item] >= 0;
        }
        if (!possible) {
            throw new IOException(
                    "A stored rhythm of purchases must have a finite mean, a deviation above 0, a rate of 0 to"
                            + " 1 and 0 or more intervals but has not");
        }
        return rhythms;
    }

    /** Adds up intervals and chances. */
    static final class Counter {
        private double[] sums = {};
        private double[] squares = {};
        private int[] intervals = {};
        private int[] chances = {};
        private int[] repeats = {};

        void addInterval(int item, double days) {
            makeRoom(item);
            double log = Rhythm.log(days);
            sums[item] += log;
            squares[item] += log * log;
            intervals[item]++;
        }

        /** The shopper has bought the item before and orders again, with it or without. */
        void addChance(int item, boolean taken) {
            makeRoom(item);
            chances[item]++;
            repeats[item] += taken ? 1 : 0;
        }

        /** @param categoryOf by item; 0 = none */
        Rhythms rhythms(int items, RepeatSettings settings, IntToLongFunction categoryOf) {
            if (items > 0) {
                makeRoom(items - 1);
            }
            double prior = settings.intervalPrior();
            int all = Arrays.stream(intervals).sum();
            double usualMean = (Arrays.stream(sums).sum() + prior * Math.log(30)) / (all + prior);
            double usualRate = (Arrays.stream(repeats).sum() + 0.5)
                    / (Arrays.stream(chances).asLongStream().sum() + 5.0);
            Rhythms rhythms = new Rhythms(items, usualMean, usualRate);
            Map<Long, double[]> categories = categories(items, categoryOf);
            for (int item = 0; item < items; item++) {
                double[] category = categories.getOrDefault(categoryOf.applyAsLong(item), new double[2]);
                double middle = (category[0] + prior * usualMean) / (category[1] + prior);
                double mean = (sums[item] + prior * middle) / (intervals[item] + prior);
                double spread = squares[item] - 2 * mean * sums[item] + intervals[item] * mean * mean;
                double variance = (spread + prior * USUAL_DEVIATION * USUAL_DEVIATION) / (intervals[item] + prior);
                rhythms.means[item] = (float) mean;
                rhythms.deviations[item] = (float) Math.max(LEAST_DEVIATION, Math.sqrt(variance));
                rhythms.rates[item] = (float)
                        ((repeats[item] + settings.ratePrior() * usualRate) / (chances[item] + settings.ratePrior()));
                rhythms.intervals[item] = intervals[item];
            }
            return rhythms;
        }

        private Map<Long, double[]> categories(int items, IntToLongFunction categoryOf) {
            Map<Long, double[]> categories = new HashMap<>();
            for (int item = 0; item < items; item++) {
                long category = categoryOf.applyAsLong(item);
                if (category != 0) {
                    double[] sum = categories.computeIfAbsent(category, any -> new double[2]);
                    sum[0] += sums[item];
                    sum[1] += intervals[item];
                }
            }
            return categories;
        }

        private void makeRoom(int item) {
            if (item >= sums.length) {
                int capacity = Math.max(item + 1, sums.length * 2);
                sums = Arrays.copyOf(sums, capacity);
                squares = Arrays.copyOf(squares, capacity);
                intervals = Arrays.copyOf(intervals, capacity);
                chances = Arrays.copyOf(chances, capacity);
                repeats = Arrays.copyOf(repeats, capacity);
            }
        }
    }
}
