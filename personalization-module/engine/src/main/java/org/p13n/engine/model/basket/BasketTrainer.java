package org.p13n.engine.model.basket;

import java.util.function.LongPredicate;

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
