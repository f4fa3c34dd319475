package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** What was counted and solved from the orders that have a say: mutable figures that a model is published from. */
final class BasketFit {
    private static final int MOST_POPULAR = 32;
    private static final double NO_SALES = 0.3;

    private final OrderBook book;
    private final BasketSettings settings;
    private final Says says;
    private TargetWeights[] weights = {};
    private SeedRow[] rows = {};
    private double[] occurrences = {};
    private double[][] inWindows = new double[Says.WINDOWS.length][0];

    private BasketFit(OrderBook book, BasketSettings settings, Says says) {
        this.book = book;
        this.settings = settings;
        this.says = says;
    }

    /** Counts and solves everything. */
    static BasketFit of(OrderBook book, BasketSettings settings, Says says) {
        BasketFit fit = new BasketFit(book, settings, says);
        fit.makeRoom();
        fit.solve();
        RowCounter counter = new RowCounter(book, says);
        for (int item = 0; item < book.items().size(); item++) {
            fit.count(item, counter);
        }
        return fit;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(says.landmark());
        int size = Math.min(weights.length, book.items().size());
        out.writeInt(size);
        for (int item = 0; item < size; item++) {
            weights[item].writeTo(out);
        }
    }

    /** Counts everything, with the weights that another fit wrote. */
    static BasketFit readFrom(DataInput in, OrderBook book, BasketSettings settings, long now) throws IOException {
        BasketFit fit = new BasketFit(book, settings, Says.again(book, settings, in.readLong(), now));
        fit.makeRoom();
        int size = in.readInt();
        if (size < 0 || size > book.items().size()) {
            throw new IOException("The stored basket model is refused: it has linear weights of " + size + " items but "
                    + book.items().size() + " are known");
        }
        for (int item = 0; item < size; item++) {
            fit.weights[item] = TargetWeights.readFrom(in, book.items().size());
        }
        RowCounter counter = new RowCounter(book, fit.says);
        for (int item = 0; item < book.items().size(); item++) {
            fit.count(item, counter);
        }
        return fit;
    }

    /** Counts what changed since; weights stay as they were solved. */
    void refresh(long now) {
        makeRoom();
        says.refresh(book, now);
        RowCounter counter = new RowCounter(book, says);
        book.touched().stream().forEach(item -> count(item, counter));
    }

    BasketModel publish(double[] blend, long now) {
        LongIndex items = book.items().copy();
        int size = items.size();
        double scale = says.pairScale(now);
        float[] scaled = new float[size];
        int[] frequencies = new int[size];
        for (int item = 0; item < size; item++) {
            scaled[item] = (float) (occurrences[item] * scale);
            frequencies[item] = book.frequency(item);
        }
        boolean small = book.filledOrders() < settings.smallShopOrders();
        BasketFigures figures =
                new BasketFigures(book.filledOrders(), now, small ? 1 : settings.leastEvidence(), scale);
        float[] popularities = popularities(size, now);
        int[] popular = popular(items, popularities);
        return new BasketModel(
                items, Arrays.copyOf(rows, size), scaled, frequencies, popularities, popular, blend.clone(), figures);
    }

    private void solve() {
        int size = book.items().size();
        if (settings.supports() == 0) {
            Arrays.fill(weights, TargetWeights.NONE);
            return;
        }
        long[] ids = ids();
        CountedRow[] counted = new CountedRow[size];
        double[] pairOccurrences = new double[size];
        RowCounter counter = new RowCounter(book, says);
        for (int item = 0; item < size; item++) {
            counted[item] = counter.count(item, settings.rowCandidates());
            pairOccurrences[item] = counter.pairOccurrence(item);
        }
        double ridge = settings.ridge() * says.pairOfToday();
        LocalRidge solver =
                new LocalRidge(counted, pairOccurrences, ridge, settings.ridgeShare(), settings.supports(), ids);
        boolean[] solved = mostBought(pairOccurrences, ids);
        SupportWeights[] byTarget = new SupportWeights[size];
        for (int item = 0; item < size; item++) {
            byTarget[item] = solved[item] ? solver.solve(item) : solver.approximate(item);
        }
        weights = TargetWeights.of(byTarget, settings.companionsPerItem(), ids);
    }

    private boolean[] mostBought(double[] pairOccurrences, long[] ids) {
        float[] values = new float[pairOccurrences.length];
        for (int item = 0; item < values.length; item++) {
            values[item] = (float) pairOccurrences[item];
        }
        return Strongest.of(values, settings.solvedItems(), item -> ids[item]);
    }

    private void count(int item, RowCounter counter) {
        rows[item] = SeedRow.of(
                counter.count(item, Integer.MAX_VALUE),
                weights[item],
                settings.companionsPerItem(),
                book.items()::keyAt);
        occurrences[item] = counter.occurrence(item);
        for (int window = 0; window < inWindows.length; window++) {
            inWindows[window][item] = counter.popularity(item, window);
        }
    }

    private float[] popularities(int size, long now) {
        float[] logs = new float[size * inWindows.length];
        for (int window = 0; window < inWindows.length; window++) {
            double scale = says.windowScale(window, now);
            for (int item = 0; item < size; item++) {
                logs[item * inWindows.length + window] = (float) Math.log(NO_SALES + inWindows[window][item] * scale);
            }
        }
        return logs;
    }

    /** Those that sold best in the second shortest window. */
    private int[] popular(LongIndex items, float[] popularities) {
        int windows = Says.WINDOWS.length;
        TopItems top = new TopItems(Math.min(MOST_POPULAR, items.size()), (a, b) -> {
            float first = popularities[a * windows + 1];
            float second = popularities[b * windows + 1];
            return first != second ? first > second : items.keyAt(a) < items.keyAt(b);
        });
        for (int item = 0; item < items.size(); item++) {
            if (book.frequency(item) > 0) {
                top.offer(item);
            }
        }
        return top.bestFirst();
    }

    private void makeRoom() {
        int size = book.items().size();
        int before = rows.length;
        if (size > before) {
            int capacity = Math.max(size, before + before / 4);
            rows = Arrays.copyOf(rows, capacity);
            Arrays.fill(rows, before, capacity, SeedRow.EMPTY);
            weights = Arrays.copyOf(weights, capacity);
            Arrays.fill(weights, before, capacity, TargetWeights.NONE);
            occurrences = Arrays.copyOf(occurrences, capacity);
            for (int window = 0; window < inWindows.length; window++) {
                inWindows[window] = Arrays.copyOf(inWindows[window], capacity);
            }
        }
    }

    private long[] ids() {
        long[] ids = new long[book.items().size()];
        for (int item = 0; item < ids.length; item++) {
            ids[item] = book.items().keyAt(item);
        }
        return ids;
    }
}
