package org.p13n.engine.model.session;

import java.util.Arrays;

/** Clicks of many sessions in one flat array, oldest session first; a click's place tells its age. Immutable. */
final class ClickLog {
    /*
     * A click is an item's number shifted left by one; the lowest bit marks the last click of a session. So a session's
     * neighbours of a click are found without a table of sessions: 4 bytes per click and 4 per posting, nothing else.
     */
    private static final int SHORT = 1_000;

    private final int[] clicks;
    private final int[] starts;
    private final int[] postings;

    /**
     * Counts and indexes.
     *
     * @param clicks as described above; taken over
     * @param items how many items there are; every number is below
     */
    ClickLog(int[] clicks, int items) {
        this.clicks = clicks;
        starts = new int[items + 1];
        for (int click : clicks) {
            starts[(click >>> 1) + 1]++;
        }
        for (int item = 0; item < items; item++) {
            starts[item + 1] += starts[item];
        }
        int[] next = Arrays.copyOf(starts, items);
        postings = new int[clicks.length];
        for (int place = 0; place < clicks.length; place++) {
            postings[next[clicks[place] >>> 1]++] = place;
        }
    }

    /** How many clicks are one unit of age: a log's length, but of a very short one more. */
    static double unitOfAge(int clicks) {
        return Math.max(clicks, SHORT);
    }

    /** The older part of a log: everything before a place that begins a session. */
    ClickLog before(int place) {
        return new ClickLog(Arrays.copyOf(clicks, place), items());
    }

    int items() {
        return starts.length - 1;
    }

    /** How many clicks. */
    int size() {
        return clicks.length;
    }

    /** How many clicks an item has. */
    int clicksOf(int item) {
        return starts[item + 1] - starts[item];
    }

    /** Where the item's n-th click is, oldest first. */
    int place(int item, int n) {
        return postings[starts[item] + n];
    }

    int itemAt(int place) {
        return clicks[place] >>> 1;
    }

    boolean endsSession(int place) {
        return (clicks[place] & 1) != 0;
    }

    /** Where the latest sessions begin: so many, but at most one of {@code share}. */
    int tail(int sessions, int share) {
        int all = 0;
        for (int click : clicks) {
            all += click & 1;
        }
        int place = size();
        for (int session = Math.min(sessions, all / share); session > 0; session--) {
            place = sessionStart(place - 1);
        }
        return place;
    }

    /** The place of the first click of the session that holds the place or, if that is the log's end, the log's end. */
    int sessionStart(int place) {
        int start = place;
        while (start > 0 && !endsSession(start - 1)) {
            start--;
        }
        return start;
    }
}
