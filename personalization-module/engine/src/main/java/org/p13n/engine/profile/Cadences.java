package org.p13n.engine.profile;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * When the things bought of late were bought: the latest {@value #MOST_TIMES} minutes of purchase of up to {@value
 * #LIMIT} keys. Immutable.
 */
final class Cadences {
    /*
     * A set of times per key, of which the newest stay: a union of sets, so that the order of purchases does not matter
     * and a purchase that is learned twice counts once. All lines of an order have its minute and so count once for
     * their category. The key that was not bought for longest leaves.
     */
    static final int LIMIT = 16;
    static final int MOST_TIMES = 4;
    static final Cadences EMPTY = new Cadences(new TreeMap<>());

    private final TreeMap<Long, long[]> minutes;

    private Cadences(TreeMap<Long, long[]> minutes) {
        this.minutes = minutes;
    }

    /** What {@link #minutes} has given. */
    static Cadences of(TreeMap<Long, long[]> minutes) {
        Cadences cadences = new Cadences(minutes);
        boolean bounded =
                minutes.size() <= LIMIT && minutes.values().stream().allMatch(times -> times.length <= MOST_TIMES);
        return bounded ? cadences : EMPTY.mergedWith(cadences);
    }

    Optional<Cadence> find(long key) {
        long[] times = minutes.get(key);
        if (times == null) {
            return Optional.empty();
        }
        long spread = times.length == 1 ? 0 : (times[0] - times[times.length - 1]) / (times.length - 1);
        long mean = TimeUnit.MINUTES.toMillis(spread);
        return Optional.of(new Cadence(times.length, Duration.ofMillis(mean), TimeUnit.MINUTES.toMillis(times[0])));
    }

    Cadences with(long key, long at) {
        return withMinutes(key, TimeUnit.MILLISECONDS.toMinutes(at));
    }

    /** Without the latest purchase of that key before that time. */
    Cadences without(long key, long at) {
        long[] times = minutes.get(key);
        int index = 0;
        while (times != null && index < times.length && times[index] > TimeUnit.MILLISECONDS.toMinutes(at)) {
            index++;
        }
        if (times == null || index == times.length) {
            return this;
        }
        long[] left = new long[times.length - 1];
        System.arraycopy(times, 0, left, 0, index);
        System.arraycopy(times, index + 1, left, index, left.length - index);
        TreeMap<Long, long[]> next = new TreeMap<>(minutes);
        if (left.length == 0) {
            next.remove(key);
        } else {
            next.put(key, left);
        }
        return new Cadences(next);
    }

    Cadences mergedWith(Cadences other) {
        Cadences merged = this;
        for (var entry : other.minutes.entrySet()) {
            for (long minute : entry.getValue()) {
                merged = merged.withMinutes(entry.getKey(), minute);
            }
        }
        return merged;
    }

    /** Minutes of purchase since 1970 by key, each newest first; not to be changed. */
    TreeMap<Long, long[]> minutes() {
        return minutes;
    }

    private Cadences withMinutes(long key, long minute) {
        long[] known = minutes.getOrDefault(key, new long[0]);
        if (Arrays.stream(known).anyMatch(each -> each == minute)) {
            return this;
        }
        long[] ascending = Arrays.copyOf(known, known.length + 1);
        ascending[known.length] = minute;
        Arrays.sort(ascending);
        int count = Math.min(MOST_TIMES, ascending.length);
        long[] newestFirst = new long[count];
        for (int i = 0; i < count; i++) {
            newestFirst[i] = ascending[ascending.length - 1 - i];
        }
        TreeMap<Long, long[]> next = new TreeMap<>(minutes);
        next.put(key, newestFirst);
        if (next.size() > LIMIT) {
            next.remove(longestAgo(next));
        }
        return new Cadences(next);
    }

    private static long longestAgo(TreeMap<Long, long[]> minutes) {
        long longestAgo = 0;
        long least = Long.MAX_VALUE;
        for (var entry : minutes.entrySet()) {
            if (entry.getValue()[0] < least) {
                least = entry.getValue()[0];
                longestAgo = entry.getKey();
            }
        }
        return longestAgo;
    }
}
