package org.p13n.engine.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often what was done with a product on a day: what remains of interactions that became too old. Holds nothing about
 * anybody. Immutable; roll-ups of parts, merged in any order, are the roll-up of the whole.
 */
public final class RollUp {
    public static final RollUp EMPTY = new RollUp(new TreeMap<>());

    private final NavigableMap<Key, Count> counts;

    /**
     * What is counted together.
     *
     * @param day days since 1970 in the shop's time zone
     * @param itemId 0 for what was done with no product
     */
    public record Key(int day, long itemId, InteractionType type) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::day).thenComparingLong(Key::itemId).thenComparing(Key::type);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many interactions, and how many pieces they were about. */
    public record Count(long interactions, long pieces) {
        Count plus(Count other) {
            return new Count(interactions + other.interactions, pieces + other.pieces);
        }
    }

    private RollUp(NavigableMap<Key, Count> counts) {
        this.counts = counts;
    }

    public static RollUp of(Collection<Interaction> interactions, ZoneId zone) {
        NavigableMap<Key, Count> counts = new TreeMap<>();
        for (Interaction each : interactions) {
            long day =
                    Instant.ofEpochMilli(each.at()).atZone(zone).toLocalDate().toEpochDay();
            counts.merge(new Key((int) day, each.itemId(), each.type()), new Count(1, each.quantity()), Count::plus);
        }
        return new RollUp(counts);
    }

    public RollUp mergedWith(RollUp other) {
        NavigableMap<Key, Count> merged = new TreeMap<>(counts);
        other.counts.forEach((key, count) -> merged.merge(key, count, Count::plus));
        return new RollUp(merged);
    }

    /** By day, product and type. */
    public Map<Key, Count> counts() {
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RollUp that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
