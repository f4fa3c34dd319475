package org.p13n.broadleaf.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often the module did what, on this node since it started. */
public final class Counters {
    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

    /** What is counted. */
    public enum Counter {
        INTERACTIONS_RECORDED,
        INTERACTIONS_WRITTEN,
        BOTS_IGNORED,
        ORDERS_LEARNED,
        ORDERS_CANCELLED,
        LISTS_PERSONALIZED,
        WIDGETS_RENDERED,
        WIDGETS_EMPTY,
        WIDGETS_OVER_BUDGET,
        BUNDLES_ADDED,
        BUNDLES_REFUSED
    }

    public Counters() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new LongAdder());
        }
    }

    public void add(Counter counter, long times) {
        counts.get(counter).add(times);
    }

    public long of(Counter counter) {
        return counts.get(counter).sum();
    }

    /** All counters by their name in lower case. */
    public Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        counts.forEach((counter, sum) -> all.put(counter.name().toLowerCase(Locale.ROOT), sum.sum()));
        return all;
    }
}
