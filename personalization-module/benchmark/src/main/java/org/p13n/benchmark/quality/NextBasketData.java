package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Customers with at least four baskets, products sold at least ten times to known customers kept: the last basket is the
 * target, all earlier ones are history.
 */
final class NextBasketData {
    private static final int LEAST_SOLD = 10;
    private static final int LEAST_BASKETS = 4;

    /** One customer of the protocol. */
    record Customer(List<RetailOrders.Order> history, RetailOrders.Order target) {}

    final List<Customer> customers = new ArrayList<>();
    /** Baskets of everybody else, with all their products. */
    final List<RetailOrders.Order> others = new ArrayList<>();
    /** Number of sales of each product in the customers' histories. */
    final int[] frequencies;

    final int catalog;

    NextBasketData(QualityData data) throws IOException {
        RetailOrders read = RetailOrders.read(data);
        int[] sold = new int[read.catalog()];
        read.orders().stream().filter(order -> order.customer() != 0).forEach(order -> {
            for (int item : order.items()) {
                sold[item]++;
            }
        });
        TreeMap<Long, List<RetailOrders.Order>> byCustomer = new TreeMap<>();
        for (RetailOrders.Order order : read.orders()) {
            int[] items = Arrays.stream(order.items())
                    .filter(item -> sold[item] >= LEAST_SOLD)
                    .toArray();
            if (items.length > 0) {
                byCustomer
                        .computeIfAbsent(order.customer(), any -> new ArrayList<>())
                        .add(new RetailOrders.Order(order.customer(), order.at(), items));
            }
        }
        byCustomer.forEach((customer, orders) -> {
            if (customer != 0 && orders.size() >= LEAST_BASKETS) {
                int last = orders.size() - 1;
                customers.add(new Customer(List.copyOf(orders.subList(0, last)), orders.get(last)));
            } else {
                others.addAll(orders);
            }
        });
        frequencies = new int[read.catalog()];
        for (Customer customer : customers) {
            for (RetailOrders.Order order : customer.history) {
                for (int item : order.items()) {
                    frequencies[item]++;
                }
            }
        }
        catalog = (int) Arrays.stream(frequencies).filter(count -> count > 0).count();
    }
}
