package org.p13n.broadleaf.event.identity;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.identity.ErasureTable.Mark;

/**
 * Makes this node forget who was erased on any node or in the admin. It reads only marks: whom a mark means is found out
 * by marking the ids that the node holds.
 */
public final class ErasedShoppers {
    /** Clocks differ and transactions end late: so far back every look reaches. */
    private static final long OVERLAP_MILLIS = Duration.ofMinutes(1).toMillis();

    /** A journal that waited longer for its database than this is older than anything that is kept. */
    private static final long JOURNAL_MILLIS = Duration.ofDays(30).toMillis();

    private static final long CLEAN_EVERY_MILLIS = Duration.ofHours(6).toMillis();

    private final ErasureTable table;
    private final IdentityKey key;
    private final InteractionRecorder recorder;
    private final Consents consents;
    private final GoneVisitors gone;
    private final long marksMillis;
    private final LongSupplier clock;
    private final Set<String> told = new HashSet<>();
    private long lookFrom;
    private long nextCleaning;

    /** @param cookieDays for how long a cookie is good: so long the marks of erased visitors are kept */
    public ErasedShoppers(
            ErasureTable table,
            IdentityKey key,
            InteractionRecorder recorder,
            Consents consents,
            GoneVisitors gone,
            int cookieDays) {
        this(table, key, recorder, consents, gone, cookieDays, System::currentTimeMillis);
    }

    ErasedShoppers(
            ErasureTable table,
            IdentityKey key,
            InteractionRecorder recorder,
            Consents consents,
            GoneVisitors gone,
            int cookieDays,
            LongSupplier clock) {
        this.table = table;
        this.key = key;
        this.recorder = recorder;
        this.consents = consents;
        this.gone = gone;
        this.clock = clock;
        marksMillis = Duration.ofDays(cookieDays + 1L).toMillis();
    }

    /** Reads what was erased since the last time and forgets it. */
    synchronized void poll() {
        long now = clock.getAsLong();
        List<Mark> marks = table.since(lookFrom);
        Set<String> inReach = new HashSet<>();
        Map<Long, Set<String>> fresh = new TreeMap<>();
        for (Mark mark : marks) {
            inReach.add(mark.id());
            if (told.add(mark.id())) {
                fresh.computeIfAbsent(mark.until(), until -> new HashSet<>()).add(mark.mark());
            }
        }
        fresh.forEach((until, those) -> forget(those, until, now));
        told.retainAll(inReach);
        lookFrom = now - OVERLAP_MILLIS;
        if (now >= nextCleaning) {
            table.unmarkCustomersBefore(now - JOURNAL_MILLIS);
            table.unmarkBefore(now - marksMillis);
            nextCleaning = now + CLEAN_EVERY_MILLIS;
        }
    }

    /** All ids of an erasure at once, because marking what the node holds is what takes time. */
    private void forget(Set<String> marks, long until, long now) {
        marks.forEach(gone::erased);
        if (until < now - JOURNAL_MILLIS) {
            return;
        }
        IdentitySecret secret = key.load();
        LongPredicate meant = id -> marks.contains(Erasure.mark(secret, id));
        recorder.forget(meant, until);
        consents.forget(meant);
    }
}
