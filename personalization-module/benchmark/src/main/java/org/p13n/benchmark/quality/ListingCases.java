package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.engine.ranking.listing.PurchaseHistory;

/** What was bought before the cut-off, and the lists to order. */
final class ListingCases {
    private static final String FOLDER = "online-retail/";
    static final List<String> FILES = List.of(
            FOLDER + "baskets.tsv.gz",
            FOLDER + "listings.tsv.gz",
            FOLDER + "listing-queries.tsv.gz",
            FOLDER + "protocol.properties");

    private final Orders orders;
    private final long cutoff;
    private final List<Orders.Order> history;
    private final Map<Long, List<Orders.Order>> ofShopper = new HashMap<>();
    private final Map<Long, Integer> linesOfItem = new HashMap<>();
    private final Map<Long, Set<Long>> chosen = new HashMap<>();
    private final List<Query> queries = new ArrayList<>();

    /** One row: a list, and the product in it that the shopper then bought. */
    record Query(boolean tune, long shopper, long[] list, long wanted) {}

    private ListingCases(Orders orders, long cutoff) {
        this.orders = orders;
        this.cutoff = cutoff;
        history = orders.before(cutoff);
        for (Orders.Order order : history) {
            ofShopper.computeIfAbsent(order.shopper(), any -> new ArrayList<>()).add(order);
            for (long item : order.items()) {
                linesOfItem.merge(item, 1, Integer::sum);
            }
        }
    }

    static ListingCases of(QualityData data) throws IOException {
        Orders orders = new Orders(data.lines(FOLDER + "baskets.tsv.gz"));
        String cutoff = data.setting(FOLDER + "protocol.properties", "listing.cutoff");
        ListingCases cases = new ListingCases(orders, Orders.millis(cutoff));
        Map<String, long[]> lists = new HashMap<>();
        for (String line : data.lines(FOLDER + "listings.tsv.gz")) {
            String[] parts = line.split("\t", -1);
            lists.put(parts[0], orders.items(parts[1]));
        }
        for (String line : data.lines(FOLDER + "listing-queries.tsv.gz")) {
            String[] parts = line.split("\t", -1);
            long shopper = orders.shopper(parts[1]);
            long wanted = orders.item(parts[3]);
            cases.queries.add(new Query(parts[0].equals("tune"), shopper, lists.get(parts[2]), wanted));
            cases.chosen.computeIfAbsent(shopper, any -> new HashSet<>()).add(wanted);
        }
        return cases;
    }

    Orders orders() {
        return orders;
    }

    long cutoff() {
        return cutoff;
    }

    List<Orders.Order> history() {
        return history;
    }

    List<Query> queries() {
        return queries;
    }

    /** All that the shopper's rows want, so that none of it is taken for not chosen while learning. */
    Set<Long> chosen(long shopper) {
        return chosen.get(shopper);
    }

    /** Oldest first. */
    List<Orders.Order> ordersOf(long shopper) {
        return ofShopper.getOrDefault(shopper, List.of());
    }

    int linesOf(long item) {
        return linesOfItem.getOrDefault(item, 0);
    }

    PurchaseHistory purchasesOf(long shopper) {
        List<Orders.Order> own = ordersOf(shopper);
        int size = own.stream().mapToInt(order -> order.items().length).sum();
        long[] items = new long[size];
        long[] times = new long[size];
        int next = 0;
        for (Orders.Order order : own) {
            for (long item : order.items()) {
                items[next] = item;
                times[next++] = order.at();
            }
        }
        return PurchaseHistory.of(items, times, cutoff);
    }
}
