package org.p13n.broadleaf.profile;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The profiles in memory, those used last. Requests of different shoppers share no lock. Bounded: a background thread
 * keeps it to its capacity, and at twice that the request that adds one more does.
 */
final class ProfileCache {
    /** What was not stored for an hour is taken for lost: it keeps no profile in memory any more. */
    private static final long LOST_AFTER_MILLIS = Duration.ofHours(1).toMillis();

    private static final int MOST_OVERFULL = 2;

    private final int capacity;
    private final ConcurrentHashMap<Long, CachedProfile> profiles = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();

    ProfileCache(int capacity) {
        this.capacity = capacity;
    }

    /** The shopper's, which is new and not loaded if there was none. */
    CachedProfile of(long shopperId) {
        CachedProfile found = profiles.computeIfAbsent(shopperId, CachedProfile::new);
        found.usedAt(uses.incrementAndGet());
        if (profiles.size() > capacity * MOST_OVERFULL) {
            evict(profile -> false);
        }
        return found;
    }

    /** The shopper's if there is one; does not count as a use. */
    CachedProfile ifThere(long shopperId) {
        return profiles.get(shopperId);
    }

    CachedProfile remove(long shopperId) {
        return profiles.remove(shopperId);
    }

    void removeIf(LongPredicate shoppers) {
        profiles.keySet().removeIf(shoppers::test);
    }

    void remove(CachedProfile profile) {
        profiles.remove(profile.shopperId(), profile);
    }

    Stream<CachedProfile> all() {
        return profiles.values().stream();
    }

    int size() {
        return profiles.size();
    }

    /** Shrinks to the capacity; what is not stored yet stays. */
    void evictAt(long now) {
        evict(profile -> profile.isAhead(now - LOST_AFTER_MILLIS));
    }

    private synchronized void evict(Predicate<CachedProfile> keep) {
        int tooMany = profiles.size() - capacity;
        if (tooMany <= 0) {
            return;
        }
        record Use(CachedProfile profile, long at) {}
        List<CachedProfile> eldest = profiles.values().stream()
                .map(profile -> new Use(profile, profile.usedAt()))
                .sorted(Comparator.comparingLong(Use::at))
                .map(Use::profile)
                .filter(profile -> !keep.test(profile))
                .limit(tooMany)
                .toList();
        eldest.forEach(this::remove);
    }
}
