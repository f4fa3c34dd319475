package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Learns from orders and publishes {@link BasketModel}s. Owned by one thread. Lines may come one by one, twice, late or be
 * cancelled; what is published is what the orders are then.
 */
public final class BasketTrainer {
    private final BasketSettings settings;
    private final OrderBook book;
    private BasketFit fit;
    private double[] blend = Signals.handSetBlend();

    /** A trainer that knows no orders. */
    public BasketTrainer(BasketSettings settings) {
        this.settings = settings;
        book = new OrderBook(settings.ordersPerShopper());
    }

    /**
     * Takes in a line.
     *
     * @param shopperId 0 = unknown
     * @param at epoch milliseconds; the order has the time of its first line
     * @return false if the order was already known to hold the item
     */
    public boolean add(long orderId, long shopperId, long itemId, long at) {
        return book.add(orderId, shopperId, itemId, at);
    }

    /** Takes a line back; an unknown one is ignored. */
    public void remove(long orderId, long itemId) {
        book.remove(orderId, itemId);
    }

    /** Takes a whole order back. */
    public void removeOrder(long orderId) {
        book.removeOrder(orderId);
    }

    /** Takes back all orders of the shoppers who are meant. */
    public void removeShoppers(LongPredicate gone) {
        book.removeShoppers(gone);
    }

    /** The items of an order as it stands; none if it is unknown. */
    public long[] lines(long orderId) {
        int order = book.find(orderId);
        return order < 0
                ? new long[0]
                : Arrays.stream(book.lines(order))
                        .mapToLong(book.items()::keyAt)
                        .toArray();
    }

    public boolean holds(long orderId, long itemId) {
        int order = book.find(orderId);
        return order >= 0 && book.holds(order, itemId);
    }

    /** When a known order was placed, in epoch milliseconds. */
    public long at(long orderId) {
        return book.at(book.find(orderId));
    }

    /** Whose a known order is. */
    public long shopper(long orderId) {
        return book.shopper(book.find(orderId));
    }

    /** The orders, by id, of the shoppers who are meant, each shopper asked about once. */
    public long[] ordersOf(LongPredicate shoppers) {
        Map<Long, Boolean> meant = new HashMap<>();
        return IntStream.range(0, book.orders())
                .filter(order -> meant.computeIfAbsent(book.shopper(order), shoppers::test))
                .mapToLong(book::orderId)
                .toArray();
    }

    /** All orders, by id, in the order in which they were first heard of. */
    public long[] orders() {
        return ordersOf(any -> true);
    }

    /** Writes the orders and what was solved in the last full training. */
    public void writeTo(DataOutput out) throws IOException {
        book.writeTo(out);
        for (double weight : blend) {
            out.writeDouble(weight);
        }
        out.writeBoolean(fit != null);
        if (fit != null) {
            fit.writeTo(out);
        }
    }

    /**
     * A trainer that goes on where the one that was written has stopped.
     *
     * @param now epoch milliseconds; orders that claim to be later count as of now
     * @throws IOException if the stream ends too early or says what cannot be
     */
    public static BasketTrainer readFrom(DataInput in, BasketSettings settings, long now) throws IOException {
        BasketTrainer trainer = new BasketTrainer(settings);
        trainer.book.readFrom(in);
        for (int i = 0; i < trainer.blend.length; i++) {
            trainer.blend[i] = in.readDouble();
            if (!Double.isFinite(trainer.blend[i])) {
                throw new IOException("The stored basket model is refused: a signal's weight is " + trainer.blend[i]);
            }
        }
        if (in.readBoolean()) {
            trainer.fit = BasketFit.readFrom(in, trainer.book, settings, now);
        }
        return trainer;
    }

    /** Full training: counts, linear weights and blend. Takes seconds; {@link #publish} is for in between. */
    public BasketModel train(long now) {
        blend = new BlendLearning(book, settings).learn();
        fit = BasketFit.of(book, settings, Says.of(book, settings, now, Long.MAX_VALUE));
        return published(now);
    }

    /** A model of the orders as they are now, with the linear weights and the blend of the last full training. */
    public BasketModel publish(long now) {
        if (fit == null) {
            return train(now);
        }
        fit.refresh(now);
        return published(now);
    }

    private BasketModel published(long now) {
        book.touched().clear();
        book.touchedOrders().clear();
        return fit.publish(blend, now);
    }
}
