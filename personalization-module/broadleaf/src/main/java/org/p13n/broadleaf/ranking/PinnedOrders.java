package org.p13n.broadleaf.ranking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.broadleafcommerce.core.search.domain.ProductSearchCriteria;
import org.p13n.broadleaf.event.Shopper;

/**
 * The order in which a shopper saw the first page of a list, kept for a while so that the following pages belong to the
 * same order. Bounded: the list that was not looked at for the longest time leaves first.
 */
public final class PinnedOrders {
    private static final long[] PLATFORM_ORDER = new long[0];

    /** A search term may be long and hostile; past this a hash stands in, and other lists hold other products. */
    private static final int LONGEST_KEY = 300;

    private final long keepMillis;
    private final LongSupplier clock;
    private final Map<String, Pinned> orders;

    @SuppressWarnings("ArrayRecordComponent")
    private record Pinned(long[] itemIds, long until) {}

    /** @param capacity how many lists are remembered; one of 100 products takes about 1 KB */
    public PinnedOrders(int capacity, long keepMillis) {
        this(capacity, keepMillis, System::currentTimeMillis);
    }

    PinnedOrders(int capacity, long keepMillis, LongSupplier clock) {
        this.keepMillis = keepMillis;
        this.clock = clock;
        orders = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Pinned> eldest) {
                return size() > capacity;
            }
        };
    }

    static String key(Shopper shopper, String list, ProductSearchCriteria criteria) {
        StringBuilder key = new StringBuilder().append(shopper.id()).append(' ').append(list);
        key.append(" by ").append(criteria.getPageSize());
        if (criteria.getFilterCriteria() != null) {
            new TreeMap<>(criteria.getFilterCriteria())
                    .forEach((field, values) ->
                            key.append('\n').append(field).append('=').append(Arrays.toString(values)));
        }
        return key.length() <= LONGEST_KEY
                ? key.toString()
                : key.substring(0, LONGEST_KEY) + key.toString().hashCode();
    }

    synchronized void pin(String key, long[] itemIds) {
        orders.put(key, new Pinned(itemIds, clock.getAsLong() + keepMillis));
    }

    /** The first page was shown in the platform's own order: the following ones have to be, too. */
    void pinPlatformOrder(String key) {
        pin(key, PLATFORM_ORDER);
    }

    synchronized boolean isPlatformOrder(String key) {
        Pinned order = orders.get(key);
        return order != null && order.itemIds() == PLATFORM_ORDER && order.until() >= clock.getAsLong();
    }

    /** The pinned order; null unless the list still holds exactly the products that it held when it was pinned. */
    synchronized long[] find(String key, long[] itemIds) {
        Pinned pinned = orders.get(key);
        if (pinned == null || pinned.until() < clock.getAsLong() || !sameItems(pinned.itemIds(), itemIds)) {
            return null;
        }
        return pinned.itemIds();
    }

    private static boolean sameItems(long[] some, long[] others) {
        long[] a = some.clone();
        long[] b = others.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        return Arrays.equals(a, b);
    }
}
