package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.p13n.engine.event.Hash;
import org.p13n.engine.model.index.LongIndex;

/**
 * All orders as they stand now: the distinct items of each, and the orders of each item. About 12 bytes per line and 70 per
 * order. Mutable, owned by the trainer's thread.
 */
final class OrderBook {
    private static final long PERIOD = TimeUnit.DAYS.toMillis(30);
    /** Lines of an order beyond this many are not taken in, so that an absurd one costs no more than this squared. */
    private static final int MOST_LINES_KEPT = 10_000;

    private static final int[] NONE = {};

    private final int ordersPerShopper;
    private final LongIndex items = new LongIndex();
    private final LongIndex orderIds = new LongIndex();
    private final LongIndex periods = new LongIndex();
    private final BitSet touched = new BitSet();
    private final BitSet touchedOrders = new BitSet();
    private int[] ordersInPeriod = NONE;
    private int[][] lines = {};
    private long[] times = {};
    private long[] shoppers = {};
    private final BitSet muted = new BitSet();
    private int[][] ordersOf = {};
    private int[] frequencies = NONE;
    private int filled;

    OrderBook(int ordersPerShopper) {
        this.ordersPerShopper = ordersPerShopper;
    }

    LongIndex items() {
        return items;
    }

    /** Number of orders ever seen; those cancelled since have no lines. */
    int orders() {
        return orderIds.size();
    }

    /** Number of orders that have lines. */
    int filledOrders() {
        return filled;
    }

    int[] lines(int order) {
        return lines[order];
    }

    long at(int order) {
        return times[order];
    }

    /** Whether the order is one of too many of its shopper. */
    boolean isMuted(int order) {
        return muted.get(order);
    }

    int[] ordersOf(int item) {
        return ordersOf[item];
    }

    /** In how many orders the item is; the first so many of {@link #ordersOf} are valid. */
    int frequency(int item) {
        return item < frequencies.length ? frequencies[item] : 0;
    }

    /** Items whose pairs changed since this was last cleared. */
    BitSet touched() {
        return touched;
    }

    /** Orders whose lines changed since this was last cleared. */
    BitSet touchedOrders() {
        return touchedOrders;
    }

    /** The number of an order, or -1. */
    int find(long orderId) {
        return orderIds.find(orderId);
    }

    long orderId(int order) {
        return orderIds.keyAt(order);
    }

    long shopper(int order) {
        return shoppers[order];
    }

    boolean holds(int order, long itemId) {
        int item = items.find(itemId);
        return item >= 0 && indexOf(lines[order], lines[order].length, item) >= 0;
    }

    void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        out.writeInt(orders());
        for (int order = 0; order < orders(); order++) {
            out.writeLong(orderIds.keyAt(order));
            out.writeLong(shoppers[order]);
            out.writeLong(times[order]);
            out.writeInt(lines[order].length);
            for (int item : lines[order]) {
                out.writeInt(item);
            }
        }
    }

    /** Takes in what another book wrote; this one must be empty. */
    void readFrom(DataInput in) throws IOException {
        LongIndex written = LongIndex.readFrom(in);
        for (int item = 0; item < written.size(); item++) {
            items.findOrAdd(written.keyAt(item));
            makeRoom(item, 0);
        }
        int count = in.readInt();
        for (int order = 0; order < count; order++) {
            long orderId = in.readLong();
            long shopperId = in.readLong();
            long at = in.readLong();
            int size = in.readInt();
            if (orderIds.find(orderId) >= 0 || size < 0 || size > MOST_LINES_KEPT) {
                throw new IOException("The stored orders are refused: order " + orderId + " comes twice or has " + size
                        + " lines, which must be 0 to " + MOST_LINES_KEPT);
            }
            makeRoom(0, orderIds.findOrAdd(orderId));
            open(order, shopperId, at);
            for (int line = 0; line < size; line++) {
                int item = in.readInt();
                if (item < 0 || item >= items.size() || !add(orderId, shopperId, items.keyAt(item), at)) {
                    throw new IOException("The stored orders are refused: order " + orderId + " has item number " + item
                            + " twice, or there is no such item");
                }
            }
        }
    }

    /** False if the order was already known to hold the item, or holds too many. */
    boolean add(long orderId, long shopperId, long itemId, long at) {
        int item = items.findOrAdd(itemId);
        int order = orderIds.findOrAdd(orderId);
        makeRoom(item, order);
        if (lines[order] == null) {
            open(order, shopperId, at);
        } else if (lines[order].length == MOST_LINES_KEPT || indexOf(lines[order], lines[order].length, item) >= 0) {
            return false;
        }
        touch(order);
        touched.set(item);
        filled += lines[order].length == 0 ? 1 : 0;
        lines[order] = append(lines[order], lines[order].length, item, 1);
        ordersOf[item] = append(ordersOf[item], frequencies[item], order, frequencies[item] / 2 + 1);
        frequencies[item]++;
        return true;
    }

    /** Takes a line back; an unknown one is ignored. */
    void remove(long orderId, long itemId) {
        int order = orderIds.find(orderId);
        int item = items.find(itemId);
        if (order >= 0 && item >= 0 && indexOf(lines[order], lines[order].length, item) >= 0) {
            removeLine(order, item);
        }
    }

    void removeOrder(long orderId) {
        int order = orderIds.find(orderId);
        if (order >= 0) {
            empty(order);
        }
    }

    void removeShoppers(LongPredicate gone) {
        for (int order = 0; order < orders(); order++) {
            if (lines[order].length > 0 && gone.test(shoppers[order])) {
                empty(order);
                shoppers[order] = 0;
            }
        }
    }

    private void open(int order, long shopperId, long at) {
        lines[order] = NONE;
        times[order] = at;
        shoppers[order] = shopperId;
        if (shopperId == 0 || ordersPerShopper == 0) {
            return;
        }
        int period = periods.findOrAdd(Hash.mix(shopperId) + Math.floorDiv(at, PERIOD));
        if (period >= ordersInPeriod.length) {
            ordersInPeriod = Arrays.copyOf(ordersInPeriod, Math.max(16, period * 2));
        }
        muted.set(order, ++ordersInPeriod[period] > ordersPerShopper);
    }

    private void empty(int order) {
        while (lines[order].length > 0) {
            removeLine(order, lines[order][lines[order].length - 1]);
        }
    }

    private void removeLine(int order, int item) {
        touch(order);
        lines[order] = without(lines[order], lines[order].length, item, true);
        without(ordersOf[item], frequencies[item], order, false);
        frequencies[item]--;
        filled -= lines[order].length == 0 ? 1 : 0;
    }

    private void touch(int order) {
        touchedOrders.set(order);
        for (int item : lines[order]) {
            touched.set(item);
        }
    }

    private void makeRoom(int item, int order) {
        if (item >= frequencies.length) {
            frequencies = Arrays.copyOf(frequencies, Math.max(16, item * 2));
            ordersOf = Arrays.copyOf(ordersOf, frequencies.length);
        }
        if (ordersOf[item] == null) {
            ordersOf[item] = NONE;
        }
        if (order >= lines.length) {
            int capacity = Math.max(16, order + order / 2);
            lines = Arrays.copyOf(lines, capacity);
            times = Arrays.copyOf(times, capacity);
            shoppers = Arrays.copyOf(shoppers, capacity);
        }
    }

    private static int[] append(int[] values, int size, int value, int room) {
        int[] longer = size < values.length ? values : Arrays.copyOf(values, size + room);
        longer[size] = value;
        return longer;
    }

    private static int[] without(int[] values, int size, int value, boolean shorten) {
        int index = indexOf(values, size, value);
        System.arraycopy(values, index + 1, values, index, size - index - 1);
        return shorten ? Arrays.copyOf(values, size - 1) : values;
    }

    private static int indexOf(int[] values, int size, int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }
}
