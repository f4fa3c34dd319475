package org.p13n.broadleaf.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How often the module did what, on this node since it started. */
public final class Counters {
    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);
    private final Map<String, LongSupplier> watched = new ConcurrentSkipListMap<>();

    /** What is counted. */
    public enum Counter {
        INTERACTIONS_RECORDED,
        INTERACTIONS_WRITTEN,
        INTERACTIONS_REFUSED,
        INTERACTIONS_JOURNALED,
        INTERACTIONS_REPLAYED,
        BOTS_IGNORED,
        BEACONS_TAKEN,
        /** Not from a page of ours, too large, too many at once, or there was no room to wait. */
        BEACONS_REFUSED,
        /** What a beacon reported of a list, place or product that this shopper was not shown, or for the second time. */
        BEACON_LINES_IGNORED,
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

    /** From now on the present value of something is shown beside what was counted. */
    public void watch(String name, LongSupplier value) {
        watched.put(name, value);
    }

    /** All counters by their name in lower case, then what is watched. */
    public Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        counts.forEach((counter, sum) -> all.put(counter.name().toLowerCase(Locale.ROOT), sum.sum()));
        watched.forEach((name, value) -> all.put(name, value.getAsLong()));
        return all;
    }
}
