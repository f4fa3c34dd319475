package org.p13n.benchmark.quality;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The baskets of a retail export, in order of time; products numbered in the order of their codes. */
final class RetailOrders {
    static final String BASKETS = "online-retail/baskets.tsv.gz";
    static final String PROPERTIES = "online-retail/protocol.properties";

    /**
     * One basket.
     *
     * @param customer 0 = unknown
     * @param items distinct, ascending
     */
    record Order(long customer, long at, int[] items) {}

    private final Map<String, Integer> items = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();

    /** Reads the export once for all protocols. */
    static RetailOrders read(QualityData data) throws IOException {
        RetailOrders read = new RetailOrders();
        List<String[]> lines = new ArrayList<>();
        TreeSet<String> codes = new TreeSet<>();
        for (String line : data.lines(BASKETS)) {
            String[] fields = line.split("\t", -1);
            lines.add(fields);
            codes.addAll(Arrays.asList(fields[3].split(" ")));
        }
        codes.forEach(code -> read.items.put(code, read.items.size()));
        Map<String, Long> customers = new HashMap<>();
        for (String[] fields : lines) {
            String customer = fields[2].trim();
            long number = customer.isEmpty() ? 0 : customers.computeIfAbsent(customer, any -> customers.size() + 1L);
            long at = LocalDateTime.parse(fields[1]).toInstant(ZoneOffset.UTC).toEpochMilli();
            read.orders.add(new Order(number, at, read.items(fields[3])));
        }
        return read;
    }

    List<Order> orders() {
        return orders;
    }

    /** Number of products in all baskets. */
    int catalog() {
        return items.size();
    }

    /** The known ones of products that stand in a text, distinct and ascending. */
    int[] items(String text) {
        return Arrays.stream(text.trim().split(" "))
                .filter(items::containsKey)
                .mapToInt(items::get)
                .distinct()
                .sorted()
                .toArray();
    }
}
