package org.p13n.broadleaf.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/**
 * One shopper's profile in memory: the stored one at some revision, and on top what this node knows that is not stored
 * yet. Safe for use by several threads.
 */
final class CachedProfile {
    /** More of one shopper waits only in an outage; it still counts when it is stored, and until then in what is shown. */
    private static final int MOST_WAITING = 200;

    private final long shopperId;
    private ShopperProfile base;
    private long revision;
    private boolean loaded;
    private boolean stale;
    /** How often it was heard that the stored profile has changed. */
    private long changes;

    private final List<Waiting> waiting = new ArrayList<>();
    /** By id, whoever turned out to be this shopper and is not stored as such yet. */
    private final Map<Long, ShopperProfile> others = new LinkedHashMap<>();

    private ShopperProfile shown;
    private Shopper comparedFor;
    private Future<?> reading;
    private volatile long usedAt;

    private record Waiting(Interaction interaction, ItemFacts facts) {}

    CachedProfile(long shopperId) {
        this.shopperId = shopperId;
        base = ShopSettings.empty(shopperId);
        shown = base;
    }

    /** What is to be shown. */
    synchronized ShopperProfile shown() {
        return shown;
    }

    synchronized boolean isLoaded() {
        return loaded;
    }

    /** Whether it does not agree with the database any more, as far as this node knows. */
    synchronized boolean isStale() {
        return stale;
    }

    synchronized void makeStale() {
        changes++;
        stale = true;
    }

    /** To be asked before the stored profile is read. */
    synchronized long changes() {
        return changes;
    }

    /** Whether something is on top of the stored profile that is not older than that, so that it may still be stored. */
    synchronized boolean isAhead(long since) {
        return !others.isEmpty()
                || waiting.stream().anyMatch(one -> one.interaction().at() >= since);
    }

    /** Whether it is the first time that this request asks; a request is told by its shopper object. */
    @SuppressWarnings("ReferenceEquality") // another request's shopper may be equal
    synchronized boolean isFirstUseBy(Shopper request) {
        boolean first = comparedFor != request;
        comparedFor = request;
        return first;
    }

    synchronized boolean isBeingRead() {
        return reading != null && !reading.isDone();
    }

    /** The read of the stored profile that is under way; starts one if there is none. May be null if that is not possible. */
    synchronized Future<?> reading(Supplier<Future<?>> start) {
        if (!isBeingRead()) {
            reading = start.get();
        }
        return reading;
    }

    synchronized long revision() {
        return revision;
    }

    /** The stored profile, if it is of that revision. */
    synchronized ShopperProfile baseAt(long wanted) {
        return loaded && revision == wanted && wanted != ProfileTable.NONE ? base : null;
    }

    /**
     * This is how the profile was stored when it was read.
     *
     * @param changesBefore if it has changed since then, it has to be read again
     */
    synchronized void read(ShopperProfile stored, long storedRevision, long changesBefore) {
        if (!loaded || stale || storedRevision > revision) {
            base = stored;
            revision = storedRevision;
            loaded = true;
            stale = changes != changesBefore;
            show();
        }
    }

    /** This is how the profile was stored just now, with these interactions and these others taken in. */
    synchronized void written(ShopperProfile stored, long storedRevision, List<Interaction> taken, Long other) {
        taken.forEach(this::noLongerWaiting);
        if (other != null) {
            others.remove(other);
        }
        if (loaded && storedRevision > revision) {
            base = stored;
            revision = storedRevision;
        } else {
            makeStale(); // whoever is reading it may have read an earlier state
        }
        show();
    }

    /** A node stores in order: what waited before it is stored too, or it was refused and never will be. */
    private void noLongerWaiting(Interaction stored) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).interaction().equals(stored)) {
                waiting.subList(0, i + 1).clear();
                return;
            }
        }
    }

    /** The shopper has done it, and it will be stored, if nothing goes wrong. */
    synchronized void happened(Interaction interaction, ItemFacts facts) {
        if (waiting.size() == MOST_WAITING) {
            waiting.remove(0);
        }
        waiting.add(new Waiting(interaction, facts));
        shown = shown.with(interaction, facts);
    }

    /** The shopper of a session without consent has done it: it stays here only. */
    synchronized void happenedInSession(Interaction interaction, ItemFacts facts) {
        base = base.with(interaction, facts);
        show();
    }

    /** The other one turned out to be this shopper. */
    synchronized void merged(ShopperProfile other) {
        others.put(other.shopperId(), other);
        show();
    }

    synchronized void forgetOther(long otherId) {
        if (others.remove(otherId) != null) {
            show();
        }
    }

    private void show() {
        ShopperProfile all = base;
        for (ShopperProfile other : others.values()) {
            all = all.mergedWith(other);
        }
        for (Waiting one : waiting) {
            all = all.with(one.interaction(), one.facts());
        }
        shown = all;
    }

    long shopperId() {
        return shopperId;
    }

    void usedAt(long time) {
        usedAt = time;
    }

    long usedAt() {
        return usedAt;
    }
}
