package org.p13n.engine.model.basket;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Counts the companions of one item from all orders that hold it. Scratch of 12 bytes per item of the catalog. */
final class RowCounter {
    /*
     * Row by row into dense scratch instead of pair by pair into hash tables: additions run through the lines of an
     * order, which lie side by side, and nothing is kept but the row. A row is always counted anew, so what was cancelled
     * leaves no trace of rounding, and increments give what a full training gives.
     */
    private final OrderBook book;
    private final Says says;
    private final double[] together;
    private final int[] orders;
    private int[] met = new int[256];
    private int size;

    RowCounter(OrderBook book, Says says) {
        this.book = book;
        this.says = says;
        together = new double[book.items().size()];
        orders = new int[book.items().size()];
    }

    /** How much all orders say of the item. */
    double occurrence(int item) {
        return sum(item, says::ofItem);
    }

    /** How much all orders that teach pairs say of the item. */
    double pairOccurrence(int item) {
        return sum(item, says::ofPair);
    }

    /** How much all orders say of the item's popularity. */
    double popularity(int item, int window) {
        return sum(item, order -> says.inWindow(window, order));
    }

    /** The item's most frequent companions, at most so many; ties by item id. */
    CountedRow count(int item, int limit) {
        int[] ordersOfItem = book.ordersOf(item);
        for (int i = 0; i < book.frequency(item); i++) {
            double say = says.ofPair(ordersOfItem[i]);
            if (say > 0) {
                meet(book.lines(ordersOfItem[i]), say);
            }
        }
        together[item] = 0;
        CountedRow row = size == 0 ? CountedRow.EMPTY : collect(item, limit);
        clear();
        return row;
    }

    private void meet(int[] lines, double say) {
        if (size + lines.length > met.length) {
            met = Arrays.copyOf(met, Math.max(met.length * 2, size + lines.length));
        }
        for (int other : lines) {
            if (orders[other]++ == 0) {
                met[size++] = other;
            }
            together[other] += say;
        }
    }

    private CountedRow collect(int item, int limit) {
        Arrays.sort(met, 0, size);
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = met[i] == item ? -1 : (float) together[met[i]];
        }
        boolean[] kept = Strongest.of(
                weights, Math.min(limit, size - 1), i -> book.items().keyAt(met[i]));
        int count = 0;
        for (boolean each : kept) {
            count += each ? 1 : 0;
        }
        CountedRow row = new CountedRow(new int[count], new float[count], new int[count]);
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (kept[i]) {
                row.companions()[next] = met[i];
                row.together()[next] = weights[i];
                row.orders()[next++] = orders[met[i]];
            }
        }
        return row;
    }

    private void clear() {
        for (int i = 0; i < size; i++) {
            together[met[i]] = 0;
            orders[met[i]] = 0;
        }
        size = 0;
    }

    private double sum(int item, IntToDoubleFunction say) {
        double sum = 0;
        int[] ordersOfItem = book.ordersOf(item);
        for (int i = 0; i < book.frequency(item); i++) {
            sum += say.applyAsDouble(ordersOfItem[i]);
        }
        return sum;
    }
}
