package org.p13n.benchmark.quality;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The orders of a retail export and numbers for its codes; 0 = no customer. */
final class Orders {
    /** One order. */
    record Order(long at, long shopper, long[] items) {}

    final List<Order> all = new ArrayList<>();
    private final Map<String, Long> items = new LinkedHashMap<>();
    private final Map<String, Long> shoppers = new LinkedHashMap<>();

    /** @param lines of {@code baskets.tsv.gz}; product codes get numbers in the order of their names */
    Orders(List<String> lines) {
        lines.stream()
                .flatMap(line -> List.of(line.split("\t", -1)[3].split(" ")).stream())
                .distinct()
                .sorted()
                .forEach(this::item);
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            long at = millis(parts[1]);
            all.add(new Order(at, shopper(parts[2]), items(parts[3])));
        }
    }

    static long millis(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    long item(String code) {
        return items.computeIfAbsent(code, any -> items.size() + 1L);
    }

    long shopper(String code) {
        return code.isEmpty() ? 0 : shoppers.computeIfAbsent(code, any -> shoppers.size() + 1L);
    }

    long[] items(String codes) {
        return List.of(codes.trim().split(" ")).stream().mapToLong(this::item).toArray();
    }

    int itemCount() {
        return items.size();
    }

    List<Order> before(long time) {
        return all.stream().filter(order -> order.at < time).toList();
    }
}
