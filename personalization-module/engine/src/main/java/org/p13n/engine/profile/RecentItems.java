package org.p13n.engine.profile;

import java.util.Arrays;

/**
 * Up to {@value #LIMIT} distinct items with the time of their latest touch, newest first, ties by item id; each is there
 * or was taken back. Immutable.
 */
final class RecentItems {
    /*
     * A last-writer-wins set (Shapiro et al., "Conflict-free Replicated Data Types", 2011): of what happened to an item
     * only the latest counts, and at the same moment the taking back. Hence neither the order of arrival nor that of
     * merging matters.
     */
    static final int LIMIT = 40;
    static final RecentItems EMPTY = new RecentItems(new long[0], new long[0], new boolean[0]);

    private final long[] ids;
    private final long[] times;
    private final boolean[] gone;

    private RecentItems(long[] ids, long[] times, boolean[] gone) {
        this.ids = ids;
        this.times = times;
        this.gone = gone;
    }

    /** Distinct items, newest first; where times are equal, the order stays as it is given. Takes the arrays. */
    static RecentItems of(long[] ids, long[] times, boolean[] gone) {
        RecentItems items = new RecentItems(ids, times, gone);
        boolean bounded = ids.length <= LIMIT && Arrays.stream(ids).distinct().count() == ids.length;
        return bounded ? items : EMPTY.mergedWith(items);
    }

    /** How many there are, with those taken back. */
    int size() {
        return ids.length;
    }

    long id(int index) {
        return ids[index];
    }

    long time(int index) {
        return times[index];
    }

    boolean isGone(int index) {
        return gone[index];
    }

    /** Those that are there. */
    long[] ids() {
        return since(0);
    }

    /** Those that are there and were touched at or after that time. */
    long[] since(long time) {
        return select(time, false);
    }

    /** Those that were taken back. */
    long[] goneIds() {
        return select(0, true);
    }

    boolean isGone(long id) {
        int index = indexOf(id);
        return index >= 0 && gone[index];
    }

    RecentItems with(long id, long at) {
        return put(id, at, false);
    }

    /** That the item was taken back at that time; kept also for one that was never seen, which may arrive later. */
    RecentItems without(long id, long at) {
        return put(id, at, true);
    }

    /** Only what was touched after that time. */
    RecentItems after(long time) {
        int count = 0;
        while (count < times.length && times[count] > time) {
            count++;
        }
        return count == size()
                ? this
                : new RecentItems(Arrays.copyOf(ids, count), Arrays.copyOf(times, count), Arrays.copyOf(gone, count));
    }

    RecentItems mergedWith(RecentItems other) {
        RecentItems merged = this;
        for (int i = 0; i < other.size(); i++) {
            merged = merged.put(other.ids[i], other.times[i], other.gone[i]);
        }
        return merged;
    }

    private RecentItems put(long id, long at, boolean taken) {
        int known = indexOf(id);
        if (known >= 0 && (times[known] > at || (times[known] == at && (gone[known] || !taken)))) {
            return this;
        }
        RecentItems others = known < 0 ? this : removed(known);
        int place = others.placeOf(id, at);
        return place >= LIMIT ? others : others.inserted(place, id, at, taken);
    }

    private long[] select(long since, boolean taken) {
        long[] selected = new long[ids.length];
        int count = 0;
        for (int i = 0; i < ids.length && times[i] >= since; i++) {
            if (gone[i] == taken) {
                selected[count++] = ids[i];
            }
        }
        return Arrays.copyOf(selected, count);
    }

    private int indexOf(long id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    private int placeOf(long id, long at) {
        int place = 0;
        while (place < ids.length && (times[place] > at || (times[place] == at && ids[place] < id))) {
            place++;
        }
        return place;
    }

    private RecentItems inserted(int place, long id, long at, boolean taken) {
        int size = Math.min(ids.length + 1, LIMIT);
        long[] newIds = Arrays.copyOf(ids, size);
        long[] newTimes = Arrays.copyOf(times, size);
        boolean[] newGone = Arrays.copyOf(gone, size);
        int behind = size - place - 1;
        System.arraycopy(ids, place, newIds, place + 1, behind);
        System.arraycopy(times, place, newTimes, place + 1, behind);
        System.arraycopy(gone, place, newGone, place + 1, behind);
        newIds[place] = id;
        newTimes[place] = at;
        newGone[place] = taken;
        return new RecentItems(newIds, newTimes, newGone);
    }

    private RecentItems removed(int index) {
        int size = ids.length - 1;
        long[] newIds = Arrays.copyOf(ids, size);
        long[] newTimes = Arrays.copyOf(times, size);
        boolean[] newGone = Arrays.copyOf(gone, size);
        System.arraycopy(ids, index + 1, newIds, index, size - index);
        System.arraycopy(times, index + 1, newTimes, index, size - index);
        System.arraycopy(gone, index + 1, newGone, index, size - index);
        return new RecentItems(newIds, newTimes, newGone);
    }
}
