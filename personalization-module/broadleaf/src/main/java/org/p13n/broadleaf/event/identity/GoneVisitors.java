package org.p13n.broadleaf.event.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The visitors whose cookies are good no longer, although they are signed and fresh: those who were erased, known by
 * their marks, and those who have lately turned out to be customers.
 */
public final class GoneVisitors {
    /** So many merged visitors are remembered; their cookies were dropped when they merged. */
    private static final int MOST_MERGED = 100_000;

    private final IdentityKey key;
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final Set<Long> merged = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MOST_MERGED;
        }
    }));

    public GoneVisitors(IdentityKey key) {
        this.key = key;
    }

    boolean contains(long visitorId) {
        return merged.contains(visitorId) || !erased.isEmpty() && erased.contains(Erasure.mark(key.load(), visitorId));
    }

    void erased(String mark) {
        erased.add(mark);
    }

    void merged(long visitorId) {
        merged.add(visitorId);
    }
}
