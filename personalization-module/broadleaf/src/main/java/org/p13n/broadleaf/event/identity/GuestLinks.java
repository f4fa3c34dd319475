package org.p13n.broadleaf.event.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers which visitor a guest is, under whose number the platform keeps his cart and order: so the order is the
 * visitor's even if this node is gone when it is learned. Noting it costs the request a look into a map; the background
 * thread stores it.
 */
public final class GuestLinks {
    /** So many links are remembered; what is lost beyond that are purchases for a profile, which become a basket. */
    private static final int MOST = 10_000;

    private final AliasTable aliases;
    private final GoneVisitors gone;
    private final LongSupplier clock;
    private final Map<Long, Long> waiting = bounded();
    private final Map<Long, Long> stored = bounded();

    public GuestLinks(AliasTable aliases, GoneVisitors gone) {
        this(aliases, gone, System::currentTimeMillis);
    }

    GuestLinks(AliasTable aliases, GoneVisitors gone, LongSupplier clock) {
        this.aliases = aliases;
        this.gone = gone;
        this.clock = clock;
    }

    synchronized void note(long guestId, long visitorId) {
        if (!Long.valueOf(visitorId).equals(stored.get(guestId))) {
            waiting.put(guestId, visitorId);
        }
    }

    void run() {
        copyOfWaiting().forEach((guest, visitor) -> {
            if (!gone.contains(visitor)) {
                aliases.linkGuest(guest, visitor, clock.getAsLong());
            }
            synchronized (this) {
                waiting.remove(guest, visitor);
                stored.put(guest, visitor);
            }
        });
    }

    private synchronized Map<Long, Long> copyOfWaiting() {
        return Map.copyOf(waiting);
    }

    private static Map<Long, Long> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
                return size() > MOST;
            }
        };
    }
}
