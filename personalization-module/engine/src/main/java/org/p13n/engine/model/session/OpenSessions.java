package org.p13n.engine.model.session;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** The clicks so far of the sessions that are going on; the longest inactive are forgotten. Mutable; guarded by its owner. */
final class OpenSessions {
    /*
     * Two generations: a session that is used moves to the young one; when that is full, the old one is forgotten. So at
     * least the last limit/2 sessions are held, and at most limit, with nothing linked or boxed.
     */
    private final int perGeneration;
    private LongIndex youngIds = new LongIndex();
    private LongIndex oldIds = new LongIndex();
    private int[][] young = new int[16][];
    private int[][] old = new int[0][];

    OpenSessions(int limit) {
        perGeneration = Math.max(1, limit / 2);
    }

    /** The session's clicks so far, or none. */
    int[] clicks(long sessionId) {
        int number = youngIds.find(sessionId);
        if (number >= 0) {
            return young[number];
        }
        number = oldIds.find(sessionId);
        return number >= 0 ? old[number] : new int[0];
    }

    void put(long sessionId, int[] clicks) {
        if (youngIds.size() >= perGeneration && youngIds.find(sessionId) < 0) {
            oldIds = youngIds;
            old = young;
            youngIds = new LongIndex();
            young = new int[16][];
        }
        int number = youngIds.findOrAdd(sessionId);
        if (number == young.length) {
            young = Arrays.copyOf(young, number * 2);
        }
        young[number] = clicks;
    }
}
