package org.p13n.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.p13n.engine.event.Conclusion;

/** Up to {@value #LIMIT} lines that the shopper has marked, each set or taken back by the latest word; immutable. */
final class Marks {
    /*
     * A last-writer-wins set like RecentItems, sorted by the hashed line so that a ranking can ask for hundreds of
     * products without making a string. At the same moment setting wins. The oldest marks leave when there are too many.
     */
    static final int LIMIT = 32;
    static final Marks EMPTY = new Marks(List.of());

    private static final Comparator<Mark> BY_KEY = Comparator.comparingLong(Mark::key);
    private static final Comparator<Mark> NEWEST_FIRST =
            Comparator.comparingLong(Mark::at).reversed().thenComparingLong(Mark::key);
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final List<Mark> marks;
    private final long[] keys;

    /** One line and the latest word on it. */
    record Mark(long key, Conclusion line, long at, boolean set) {
        boolean outdates(Mark other) {
            return at != other.at ? at > other.at : set && !other.set;
        }
    }

    private Marks(List<Mark> sorted) {
        marks = sorted;
        keys = sorted.stream().mapToLong(Mark::key).toArray();
    }

    /** What {@link #all} has given, in any order. */
    static Marks of(List<Mark> marks) {
        return marks.stream().map(Mark::key).distinct().count() == marks.size() && marks.size() <= LIMIT
                ? new Marks(marks.stream().sorted(BY_KEY).toList())
                : marks.stream().reduce(EMPTY, Marks::with, Marks::mergedWith);
    }

    static Mark mark(Conclusion line, long at, boolean set) {
        Conclusion kept = new Conclusion(line.kind(), Label.of(line.value()));
        return new Mark(keyOf(kept), kept, at, set);
    }

    static long key(Conclusion.Kind kind, long id) {
        return (id + 1 + kind.ordinal()) * SPREAD ^ ((long) kind.ordinal() << 56);
    }

    static long key(Conclusion.Kind kind, String name) {
        return key(kind, Label.key(name));
    }

    boolean isEmpty() {
        return keys.length == 0;
    }

    /** @param kind null is about nothing */
    boolean isSet(Conclusion.Kind kind, long id) {
        return keys.length > 0 && kind != null && isSet(key(kind, id));
    }

    boolean isSet(Conclusion.Kind kind, String name) {
        return keys.length > 0 && isSet(key(kind, name));
    }

    boolean isSet(Conclusion line) {
        return keys.length > 0 && isSet(keyOf(line));
    }

    private boolean isSet(long key) {
        int index = Arrays.binarySearch(keys, key);
        return index >= 0 && marks.get(index).set();
    }

    Marks with(Conclusion line, long at, boolean set) {
        return with(mark(line, at, set));
    }

    Marks mergedWith(Marks other) {
        Marks merged = this;
        for (Mark mark : other.marks) {
            merged = merged.with(mark);
        }
        return merged;
    }

    /** All words, in a fixed order. */
    List<Mark> all() {
        return marks;
    }

    /** The lines that are set, the newest first. */
    List<Conclusion> lines() {
        return marks.stream()
                .filter(Mark::set)
                .sorted(NEWEST_FIRST)
                .map(Mark::line)
                .toList();
    }

    /** What the lines of one kind that are set are about, the newest first. */
    Stream<String> values(Conclusion.Kind kind) {
        return lines().stream().filter(line -> line.kind() == kind).map(Conclusion::value);
    }

    private Marks with(Mark mark) {
        int index = Arrays.binarySearch(keys, mark.key());
        if (index >= 0 && !mark.outdates(marks.get(index))) {
            return this;
        }
        List<Mark> next = new ArrayList<>(marks);
        if (index >= 0) {
            next.remove(index);
        }
        next.add(mark);
        if (next.size() > LIMIT) {
            next.sort(NEWEST_FIRST);
            next.remove(LIMIT);
        }
        next.sort(BY_KEY);
        return new Marks(next);
    }

    private static long keyOf(Conclusion line) {
        return line.kind().isNumbered()
                ? key(line.kind(), Long.parseLong(line.value()))
                : key(line.kind(), line.value());
    }
}
