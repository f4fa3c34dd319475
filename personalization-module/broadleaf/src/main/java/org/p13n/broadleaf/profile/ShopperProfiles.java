package org.p13n.broadleaf.profile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.ErasureListener;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionListener;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.event.identity.ShopperMerge;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/**
 * The profiles of the shoppers that are around: a bounded cache over the database. What a shopper does changes the
 * profile at once, on the request thread; a background thread stores it shortly after.
 */
public final class ShopperProfiles implements InteractionListener, ErasureListener, ShopperMerge {
    /*
     * One lock guards the maps and is held for a map operation or for taking one interaction in (microseconds), never
     * over a database call. Loading happens outside: two requests of one shopper may then both load, and the first one
     * to come back wins. A profile leaves the cache only when it is stored; only while the database stays away and the
     * cache has grown to twice its size, the longest unused ones leave all the same. What they lose is in the stored
     * interactions.
     */
    private static final int UNSAVED_AT_MOST = 2;

    private static final int HISTORY = 1_000;
    private static final int MOST_WAITING_MERGES = 10_000;
    private static final long NOBODY = 0;

    private static final long PAUSE_AFTER_FAILED_LOAD_MILLIS = 5_000;

    private final ProfileTable table;
    private final InteractionTable interactions;
    private final CatalogFacts catalog;
    private final int capacity;
    private final Failures failures;
    private final LongSupplier clock;
    private final Worker worker;
    private final Object lock = new Object();
    private final Map<Long, ShopperProfile> cached = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Long> unsaved = new LinkedHashSet<>();
    private final Set<Long> merged = new LinkedHashSet<>();
    /** Visitor to customer, for those who logged in while the database did not answer. */
    private final Map<Long, Long> toBeMerged = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST_WAITING_MERGES;
        }
    };

    private volatile long loadAgainAt;

    public ShopperProfiles(
            ProfileTable table,
            InteractionTable interactions,
            CatalogFacts catalog,
            int capacity,
            long savePauseMillis,
            Failures failures) {
        this(table, interactions, catalog, capacity, savePauseMillis, failures, System::currentTimeMillis);
    }

    ShopperProfiles(
            ProfileTable table,
            InteractionTable interactions,
            CatalogFacts catalog,
            int capacity,
            long savePauseMillis,
            Failures failures,
            LongSupplier clock) {
        this.table = table;
        this.interactions = interactions;
        this.catalog = catalog;
        this.capacity = capacity;
        this.failures = failures;
        this.clock = clock;
        worker = new Worker("profiles", savePauseMillis, this::save, failures);
    }

    public void start() {
        worker.start();
    }

    /** Stops after one last try to store what is not stored yet. */
    public void stop() {
        worker.finish();
    }

    /** The shopper's profile as of now; empty when nothing is known or the database does not answer. */
    public ShopperProfile profile(Shopper shopper) {
        return find(shopper).orElseGet(() -> ShopperProfile.empty(shopper.id()));
    }

    /** @return empty if the database does not answer, which is not the same as a shopper of whom nothing is known */
    private Optional<ShopperProfile> find(Shopper shopper) {
        ShopperProfile known = ifCached(shopper.id());
        if (known != null) {
            return Optional.of(known);
        }
        if (shopper.firstRequest() || !ShopperIds.mayBeStored(shopper.id())) {
            return Optional.of(keep(ShopperProfile.empty(shopper.id())));
        }
        if (clock.getAsLong() < loadAgainAt) {
            return Optional.empty();
        }
        try {
            return Optional.of(keep(load(shopper.id())));
        } catch (RuntimeException e) {
            failures.report("loading a profile", e);
            loadAgainAt = clock.getAsLong() + PAUSE_AFTER_FAILED_LOAD_MILLIS;
            return Optional.empty();
        }
    }

    /** How many profiles this node keeps in memory. */
    public int cached() {
        synchronized (lock) {
            return cached.size();
        }
    }

    @Override
    public void happened(Shopper shopper, Interaction interaction) {
        profile(shopper);
        change(interaction, true);
    }

    /**
     * Changes the profiles that are cached or stored. The others will be built from the stored interactions, these
     * included, and those of another node's shoppers are stored by that node.
     */
    @Override
    public void stored(List<Interaction> interactions, boolean byThisNode) {
        if (byThisNode) {
            Set<Long> away = new LinkedHashSet<>();
            for (Interaction interaction : interactions) {
                if (ifCached(interaction.shopperId()) == null) {
                    away.add(interaction.shopperId());
                }
            }
            table.find(away).forEach((shopperId, text) -> keep(decode(shopperId, text)));
        }
        interactions.forEach(interaction -> change(interaction, byThisNode));
    }

    @Override
    public void forgotten(LongPredicate erased, long until) {
        synchronized (lock) {
            cached.keySet().removeIf(erased::test);
            unsaved.removeIf(erased::test);
            toBeMerged.entrySet().removeIf(merge -> erased.test(merge.getKey()) || erased.test(merge.getValue()));
        }
    }

    /**
     * Adds what is known about a visitor to the customer that he turned out to be. Doing it again changes nothing: the
     * visitor's profile is gone. The visitor may be a session without consent whose shopper has agreed by now; what is
     * stored of a shopper never goes to such a session.
     */
    @Override
    public void merge(long visitorId, long customerId) {
        if (ShopperIds.mayBeStored(visitorId) && !ShopperIds.mayBeStored(customerId)) {
            return;
        }
        Optional<ShopperProfile> visitor = find(new Shopper(visitorId, false));
        Optional<ShopperProfile> customer = find(new Shopper(customerId, false));
        if (visitor.isEmpty() || customer.isEmpty()) {
            synchronized (lock) {
                toBeMerged.put(visitorId, customerId);
            }
            return;
        }
        merge(visitor.get(), customer.get());
    }

    private void merge(ShopperProfile visitor, ShopperProfile customer) {
        long visitorId = visitor.shopperId();
        long customerId = customer.shopperId();
        synchronized (lock) {
            toBeMerged.remove(visitorId);
            if (!visitor.isEmpty()) {
                cached.put(customerId, cached.getOrDefault(customerId, customer).mergedWith(visitor));
                if (ShopperIds.mayBeStored(customerId)) {
                    unsaved.add(customerId);
                }
            }
            cached.put(visitorId, ShopperProfile.empty(visitorId));
            unsaved.remove(visitorId);
            if (ShopperIds.mayBeStored(visitorId)) {
                merged.add(visitorId);
            }
        }
        worker.wake();
    }

    void save() {
        mergeThoseThatWait();
        for (Long visitor : copyOf(merged)) {
            table.delete(visitor);
            synchronized (lock) {
                merged.remove(visitor);
            }
        }
        for (Long shopper : copyOf(unsaved)) {
            ShopperProfile profile;
            synchronized (lock) {
                profile = cached.get(shopper);
                unsaved.remove(shopper);
            }
            if (profile != null) {
                saveOrKeep(profile);
            }
        }
        evict(NOBODY);
    }

    private void mergeThoseThatWait() {
        Map<Long, Long> waiting;
        synchronized (lock) {
            waiting = Map.copyOf(toBeMerged);
        }
        waiting.forEach(this::merge);
    }

    private void saveOrKeep(ShopperProfile profile) {
        try {
            table.save(profile, clock.getAsLong());
        } catch (RuntimeException e) {
            synchronized (lock) {
                unsaved.add(profile.shopperId());
            }
            throw e;
        }
    }

    private ShopperProfile load(long shopperId) {
        Optional<String> text = table.find(shopperId);
        return text.isPresent() ? decode(shopperId, text.get()) : rebuild(shopperId);
    }

    private ShopperProfile decode(long shopperId, String text) {
        try {
            return ShopperProfile.decode(text);
        } catch (IllegalArgumentException e) {
            failures.report("reading a stored profile", e);
            return rebuild(shopperId);
        }
    }

    private ShopperProfile rebuild(long shopperId) {
        ShopperProfile profile = ShopperProfile.empty(shopperId);
        for (Interaction interaction : interactions.lastOf(shopperId, HISTORY)) {
            profile = profile.with(interaction, factsOf(interaction));
        }
        return profile;
    }

    private void change(Interaction interaction, boolean toBeSaved) {
        ItemFacts facts = factsOf(interaction);
        synchronized (lock) {
            ShopperProfile profile = cached.get(interaction.shopperId());
            if (profile != null) {
                cached.put(interaction.shopperId(), profile.with(interaction, facts));
                if (toBeSaved && ShopperIds.mayBeStored(interaction.shopperId())) {
                    unsaved.add(interaction.shopperId());
                }
            }
        }
    }

    private ItemFacts factsOf(Interaction interaction) {
        return interaction.type() == InteractionType.CATEGORY_VIEW
                ? catalog.categoryFacts(interaction.categoryId())
                : catalog.facts(interaction.itemId());
    }

    private ShopperProfile ifCached(long shopperId) {
        synchronized (lock) {
            return cached.get(shopperId);
        }
    }

    private ShopperProfile keep(ShopperProfile loaded) {
        boolean full;
        ShopperProfile kept;
        synchronized (lock) {
            ShopperProfile earlier = cached.putIfAbsent(loaded.shopperId(), loaded);
            kept = earlier == null ? loaded : earlier;
            full = cached.size() > capacity;
        }
        if (full) {
            evict(loaded.shopperId());
        }
        return kept;
    }

    /** @param wanted somebody is about to change this one */
    private void evict(long wanted) {
        synchronized (lock) {
            Iterator<Long> eldestFirst = cached.keySet().iterator();
            while (cached.size() > capacity && eldestFirst.hasNext()) {
                Long shopper = eldestFirst.next();
                boolean tooMany = cached.size() > (long) capacity * UNSAVED_AT_MOST;
                if (shopper != wanted && (tooMany || !unsaved.contains(shopper))) {
                    eldestFirst.remove();
                    unsaved.remove(shopper);
                }
            }
        }
    }

    private List<Long> copyOf(Set<Long> shoppers) {
        synchronized (lock) {
            return List.copyOf(shoppers);
        }
    }
}
