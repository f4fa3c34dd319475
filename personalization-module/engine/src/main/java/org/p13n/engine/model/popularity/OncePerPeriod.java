package org.p13n.engine.model.popularity;

import org.p13n.engine.event.Hash;

/** Remembers who has counted for what, so that a script with one id moves nothing. */
final class OncePerPeriod {
    /*
     * Fingerprints in a direct-mapped table: a newcomer pushes out whom he meets, who then may count again. So memory is
     * bounded, and what is forgotten under load errs on the side of counting.
     */
    private final long[] seen;
    private final long periodMillis;

    OncePerPeriod(int remembered, long periodMillis) {
        seen = new long[remembered];
        this.periodMillis = periodMillis;
    }

    /** Whether this is the shopper's first time for the subject in the period of that time. */
    boolean first(long shopperId, long subject, long kind, long at) {
        if (periodMillis == 0) {
            return true;
        }
        long print = Hash.mix(shopperId) + 31 * Hash.mix(subject + 1);
        print = Hash.mix(print + 31 * Hash.mix(31 * (at / periodMillis) + kind));
        print = print == 0 ? 1 : print;
        int slot = (int) print & (seen.length - 1);
        boolean first = seen[slot] != print;
        seen[slot] = print;
        return first;
    }
}
