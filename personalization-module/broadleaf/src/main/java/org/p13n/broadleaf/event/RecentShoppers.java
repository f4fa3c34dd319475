package org.p13n.broadleaf.event;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.p13n.engine.event.NumberedInteraction;

/** The shoppers of whom this node has stored something within the last minutes; used by the writer's thread only. */
final class RecentShoppers {
    private static final int MOST = 50_000;
    private static final long KEPT_MILLIS = 120_000;

    private final Map<Long, Long> storedAt = new LinkedHashMap<>();

    void add(List<NumberedInteraction> stored, long now) {
        for (NumberedInteraction one : stored) {
            long shopper = one.interaction().shopperId();
            storedAt.remove(shopper);
            storedAt.put(shopper, now);
        }
        removeEldest(now - KEPT_MILLIS);
    }

    List<Long> matching(LongPredicate shoppers) {
        return storedAt.keySet().stream().filter(shoppers::test).toList();
    }

    private void removeEldest(long before) {
        Iterator<Long> eldestFirst = storedAt.values().iterator();
        while (eldestFirst.hasNext()) {
            boolean tooOld = eldestFirst.next() < before;
            if (!tooOld && storedAt.size() <= MOST) {
                return;
            }
            eldestFirst.remove();
        }
    }
}
