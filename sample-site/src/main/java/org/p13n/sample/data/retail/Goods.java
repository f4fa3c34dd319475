package org.p13n.sample.data.retail;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One product as its transactions tell of it. */
final class Goods {
    /** The price is the median of so many last sales: what it costs now, without the odd bulk price. */
    private static final int LAST_PRICES = 51;

    private final String code;
    private final Map<String, Integer> descriptions = new LinkedHashMap<>();
    private final Deque<BigDecimal> prices = new ArrayDeque<>();

    Goods(String code) {
        this.code = code;
    }

    void add(Transaction sale) {
        if (!sale.description().isEmpty()) {
            descriptions.merge(sale.description(), 1, Integer::sum);
        }
        prices.addLast(sale.price());
        if (prices.size() > LAST_PRICES) {
            prices.removeFirst();
        }
    }

    String code() {
        return code;
    }

    BigDecimal price() {
        List<BigDecimal> sorted = prices.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The most frequent description, in title case; of equally frequent ones the first. */
    String name() {
        String description = descriptions.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("Product " + code);
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (char c :
                description.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").toCharArray()) {
            name.append(start ? Character.toUpperCase(c) : c);
            start = c == ' ' || c == '-' || c == '/' || c == '(';
        }
        return name.toString();
    }
}
