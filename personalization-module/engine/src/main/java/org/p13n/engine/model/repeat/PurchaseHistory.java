package org.p13n.engine.model.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The orders of one shopper, earliest first; ties stay as given. Immutable. */
public final class PurchaseHistory {
    /**
     * One order.
     *
     * @param at epoch milliseconds
     * @param itemIds in any order; repeated ones count once
     */
    public record Order(long at, long[] itemIds) {}

    private static final PurchaseHistory EMPTY = new PurchaseHistory(List.of());

    private final List<Order> orders;

    private PurchaseHistory(List<Order> orders) {
        this.orders = orders;
    }

    /** Of orders in any order; those without items are left out. */
    public static PurchaseHistory of(List<Order> orders) {
        List<Order> sorted = new ArrayList<>();
        for (Order order : orders) {
            if (order.itemIds.length > 0) {
                sorted.add(new Order(
                        order.at,
                        Arrays.stream(order.itemIds).distinct().sorted().toArray()));
            }
        }
        sorted.sort(Comparator.comparingLong(Order::at));
        return sorted.isEmpty() ? EMPTY : new PurchaseHistory(List.copyOf(sorted));
    }

    public static PurchaseHistory empty() {
        return EMPTY;
    }

    /** Number of orders. */
    public int size() {
        return orders.size();
    }

    Order order(int index) {
        return orders.get(index);
    }

    List<Order> orders() {
        return orders;
    }

    /** The latest few orders of the first so many. */
    PurchaseHistory first(int count, int latest) {
        return new PurchaseHistory(orders.subList(Math.max(0, count - latest), count));
    }

    long lastAt() {
        return orders.isEmpty() ? 0 : orders.get(orders.size() - 1).at;
    }
}
