package org.p13n.broadleaf.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Companion;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.profile.ProfileTable.Stored;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.ShopperProfile;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes interactions into the stored profiles within the transaction that stores them.
 *
 * <p>So a stored profile has taken in exactly the stored interactions, each once, whatever crashes and on whichever node:
 * there is nothing to be repaired, and nothing that an unclear end could leave in between. Nodes do not overwrite each
 * other because a row is locked while it is changed, for the milliseconds of a batch; requests never wait for that lock.
 */
final class StoredProfiles implements Companion {
    /** A profile that is not stored is built from so many of the shopper's last interactions, and all that he said. */
    private static final int HISTORY = 1_000;

    /** Orders of a whole past are learned at the first start: profiles of all those shoppers are built when they come. */
    private static final Set<InteractionType> OF_ORDERS =
            Set.of(InteractionType.PURCHASE, InteractionType.CANCELLATION, InteractionType.RETURN);

    private final ProfileTable table;
    private final ProfileTable reads;
    private final InteractionTable interactions;
    private final CatalogFacts catalog;
    private final ProfileCache cache;
    private final Failures failures;
    private final LongSupplier clock;

    /** What became of one profile. */
    private record Written(ShopperProfile profile, long revision, List<Interaction> taken, Long other) {}

    StoredProfiles(
            ProfileTable table,
            ProfileTable reads,
            InteractionTable interactions,
            CatalogFacts catalog,
            ProfileCache cache,
            Failures failures,
            LongSupplier clock) {
        this.table = table;
        this.reads = reads;
        this.interactions = interactions;
        this.catalog = catalog;
        this.cache = cache;
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    public void stored(List<Interaction> stored) {
        Map<Long, List<Interaction>> byShopper = new TreeMap<>();
        for (Interaction interaction : stored) {
            if (isForProfile(interaction)) {
                byShopper
                        .computeIfAbsent(interaction.shopperId(), id -> new ArrayList<>())
                        .add(interaction);
            }
        }
        if (byShopper.isEmpty()) {
            return;
        }
        Map<Long, Long> revisions = table.lock(byShopper.keySet());
        Map<Long, ShopperProfile> bases = bases(revisions);
        Map<ShopperProfile, Long> changed = new LinkedHashMap<>();
        List<ShopperProfile> fresh = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        byShopper.forEach((shopper, those) -> {
            ShopperProfile base = bases.get(shopper);
            if (base != null) {
                ShopperProfile next = withAll(base, those);
                long revision = revisions.get(shopper) + 1;
                changed.put(next, revision);
                written.add(new Written(next, revision, those, null));
            } else if (those.stream().anyMatch(one -> !OF_ORDERS.contains(one.type()))) {
                ShopperProfile built = rebuild(shopper);
                fresh.add(built);
                written.add(new Written(built, 1, those, null));
            }
        });
        table.update(changed, clock.getAsLong());
        table.insert(fresh, clock.getAsLong());
        afterCommit(() -> tellCache(byShopper.keySet(), written));
    }

    /**
     * Whether it says something for a profile. What the shopper took back with his consent is gone, and the record of
     * that, which alone stays, must not begin a new profile.
     */
    private static boolean isForProfile(Interaction interaction) {
        return ShopperIds.isPerson(interaction.shopperId()) && interaction.type() != InteractionType.CONSENT_WITHDRAWN;
    }

    @Override
    public void moved(long fromShopper, long toShopper) {
        Map<Long, Long> revisions = table.lock(List.of(fromShopper, toShopper));
        Long revision = revisions.get(fromShopper);
        ShopperProfile from = revision == null
                ? rebuild(fromShopper)
                : bases(Map.of(fromShopper, revision)).get(fromShopper);
        if (!from.isEmpty()) {
            add(from, toShopper, revisions);
        }
        table.delete(fromShopper);
        afterCommit(() -> {
            cache.remove(fromShopper);
            CachedProfile to = cache.ifThere(toShopper);
            if (to != null) {
                to.forgetOther(fromShopper);
            }
        });
    }

    @Override
    public void forgotten(long shopperId) {
        table.delete(shopperId);
        afterCommit(() -> cache.remove(shopperId));
    }

    /** Takes a profile in that is stored nowhere; within the caller's transaction. */
    void add(ShopperProfile other, long shopperId) {
        add(other, shopperId, table.lock(List.of(shopperId)));
    }

    private void add(ShopperProfile other, long shopperId, Map<Long, Long> revisions) {
        Long revision = revisions.get(shopperId);
        Written written;
        if (revision == null) {
            ShopperProfile merged = rebuild(shopperId).mergedWith(other);
            table.insert(List.of(merged), clock.getAsLong());
            written = new Written(merged, 1, List.of(), other.shopperId());
        } else {
            ShopperProfile merged =
                    bases(Map.of(shopperId, revision)).get(shopperId).mergedWith(other);
            table.update(Map.of(merged, revision + 1), clock.getAsLong());
            written = new Written(merged, revision + 1, List.of(), other.shopperId());
        }
        afterCommit(() -> tellCache(Set.of(shopperId), List.of(written)));
    }

    /** The stored profile and its revision, built from the stored interactions if there is none. */
    void read(CachedProfile into) {
        long shopper = into.shopperId();
        long changes = into.changes();
        Stored stored = reads.find(List.of(shopper)).get(shopper);
        if (stored == null) {
            into.read(rebuild(shopper), ProfileTable.NONE, changes);
        } else {
            into.read(decode(shopper, stored.text()), stored.revision(), changes);
        }
    }

    private Map<Long, ShopperProfile> bases(Map<Long, Long> revisions) {
        Map<Long, ShopperProfile> bases = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        revisions.forEach((shopper, revision) -> {
            CachedProfile cached = cache.ifThere(shopper);
            ShopperProfile base = cached == null ? null : cached.baseAt(revision);
            if (base == null) {
                unknown.add(shopper);
            } else {
                bases.put(shopper, base);
            }
        });
        table.find(unknown).forEach((shopper, stored) -> bases.put(shopper, decode(shopper, stored.text())));
        return bases;
    }

    private ShopperProfile decode(long shopperId, String text) {
        try {
            return ShopSettings.decode(text);
        } catch (IllegalArgumentException e) {
            failures.report("reading a stored profile", e);
            return rebuild(shopperId);
        }
    }

    private ShopperProfile rebuild(long shopperId) {
        return withAll(ShopSettings.empty(shopperId), interactions.historyOf(shopperId, HISTORY));
    }

    private ShopperProfile withAll(ShopperProfile base, Collection<Interaction> those) {
        try {
            return base.withAll(those, catalog::factsOf);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // what teaches nothing must not keep interactions from being stored
            failures.report("learning for a profile", e);
            return base;
        }
    }

    private void tellCache(Collection<Long> shoppers, List<Written> written) {
        Map<Long, Written> byShopper = new HashMap<>();
        written.forEach(one -> byShopper.put(one.profile().shopperId(), one));
        for (Long shopper : shoppers) {
            CachedProfile cached = cache.ifThere(shopper);
            Written one = byShopper.get(shopper);
            if (cached != null && one != null) {
                cached.written(one.profile(), one.revision(), one.taken(), one.other());
            } else if (cached != null) {
                cached.makeStale();
            }
        }
    }

    private void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronizationAdapter() {
            @Override
            public void afterCommit() {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    failures.report("after storing profiles", e); // it is stored: nobody must think it is not
                }
            }
        });
    }
}
