package org.p13n.engine.profile;

import java.util.Arrays;

/** Up to {@value #LIMIT} distinct items with the time of their latest touch, newest first, ties by item id. Immutable. */
final class RecentItems {
    static final int LIMIT = 50;
    static final RecentItems EMPTY = new RecentItems(new long[0], new long[0]);

    private final long[] ids;
    private final long[] times;

    private RecentItems(long[] ids, long[] times) {
        this.ids = ids;
        this.times = times;
    }

    int size() {
        return ids.length;
    }

    long id(int index) {
        return ids[index];
    }

    long time(int index) {
        return times[index];
    }

    long[] ids() {
        return ids.clone();
    }

    /** The items touched at or after that time. */
    long[] since(long time) {
        int count = 0;
        while (count < times.length && times[count] >= time) {
            count++;
        }
        return Arrays.copyOf(ids, count);
    }

    RecentItems with(long id, long at) {
        int known = indexOf(id);
        if (known >= 0 && times[known] >= at) {
            return this;
        }
        RecentItems others = known < 0 ? this : without(id);
        int place = others.placeOf(id, at);
        if (place >= LIMIT) {
            return this;
        }
        return new RecentItems(inserted(others.ids, place, id), inserted(others.times, place, at));
    }

    RecentItems without(long id) {
        int index = indexOf(id);
        return index < 0 ? this : new RecentItems(removed(ids, index), removed(times, index));
    }

    RecentItems mergedWith(RecentItems other) {
        RecentItems merged = this;
        for (int i = 0; i < other.size(); i++) {
            merged = merged.with(other.ids[i], other.times[i]);
        }
        return merged;
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

    private static long[] inserted(long[] values, int place, long value) {
        long[] result = new long[Math.min(values.length + 1, LIMIT)];
        System.arraycopy(values, 0, result, 0, place);
        result[place] = value;
        System.arraycopy(values, place, result, place + 1, result.length - place - 1);
        return result;
    }

    private static long[] removed(long[] values, int index) {
        long[] result = new long[values.length - 1];
        System.arraycopy(values, 0, result, 0, index);
        System.arraycopy(values, index + 1, result, index, result.length - index);
        return result;
    }
}
