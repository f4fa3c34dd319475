package org.p13n.broadleaf.profile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.ErasureListener;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionListener;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.TimedWork;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.event.identity.ShopperMerge;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.ShopperProfile;
import org.springframework.dao.DuplicateKeyException;

/**
 * The profiles of the shoppers that are around: a bounded cache over the database. What a shopper does changes the
 * profile at once, on the request thread; it is stored together with the interaction ({@link StoredProfiles}). The
 * profile of a session without consent lives here only.
 */
public final class ShopperProfiles implements InteractionListener, ErasureListener, ShopperMerge {
    /*
     * A node shows the stored profile as it knows it, and on top what it knows itself and has not stored yet. It need not
     * ask whether its copy is still the latest as long as it is the only node; otherwise every request compares the
     * revision once, by primary key, before it uses the copy.
     */
    private static final int MOST_SECONDS = 5;

    private final PlatformDatabase database;
    private final ProfileTable reads;
    private final InteractionTable interactions;
    private final CatalogFacts catalog;
    private final ProfileCache cache;
    private final StoredProfiles stored;
    private final TimedWork loader;
    private final BooleanSupplier otherNodes;
    private final LongSupplier clock;
    private final Worker worker;
    /** Who turned out to be whom, until it is stored. */
    private final Map<Long, Long> moves = new ConcurrentHashMap<>();
    /** The profiles of sessions whose shoppers have agreed by now, and who they are. */
    private final Map<ShopperProfile, Long> agreed = new ConcurrentHashMap<>();

    /**
     * @param capacity how many profiles stay in memory
     * @param loadMillis how long a request waits for its shopper's profile before it goes on without
     * @param otherNodes whether other nodes work with the same database now
     */
    public ShopperProfiles(
            PlatformDatabase database,
            ProfileTable table,
            InteractionTable interactions,
            CatalogFacts catalog,
            int capacity,
            long loadMillis,
            long pauseMillis,
            BooleanSupplier otherNodes,
            Failures failures) {
        this(
                database,
                table,
                interactions,
                catalog,
                capacity,
                loadMillis,
                pauseMillis,
                otherNodes,
                failures,
                System::currentTimeMillis);
    }

    ShopperProfiles(
            PlatformDatabase database,
            ProfileTable table,
            InteractionTable interactions,
            CatalogFacts catalog,
            int capacity,
            long loadMillis,
            long pauseMillis,
            BooleanSupplier otherNodes,
            Failures failures,
            LongSupplier clock) {
        this.database = database;
        this.interactions = interactions;
        this.catalog = catalog;
        this.otherNodes = otherNodes;
        this.clock = clock;
        reads = table.within(MOST_SECONDS);
        cache = new ProfileCache(capacity);
        stored = new StoredProfiles(table, reads, interactions, catalog, cache, failures, clock);
        loader = new TimedWork(loadMillis, failures, clock);
        worker = new Worker("profiles", pauseMillis, this::tidy, failures);
        interactions.storeTogetherWith(stored);
    }

    public void start() {
        worker.start();
    }

    /** Stops after one last try to store who turned out to be whom. */
    public void stop() {
        worker.finish();
        loader.stop();
    }

    /** The shopper's profile as of now; empty when nothing is known or the database does not answer. */
    public ShopperProfile profile(Shopper shopper) {
        CachedProfile cached = present(shopper);
        return cached == null ? ShopSettings.empty(shopper.id()) : cached.shown();
    }

    /** How many profiles this node keeps in memory. */
    public int cached() {
        return cache.size();
    }

    @Override
    public void happened(Shopper shopper, Interaction interaction) {
        if (interaction.shopperId() != shopper.id()) {
            return;
        }
        CachedProfile cached = present(shopper);
        if (cached == null) {
            return;
        }
        if (ShopperIds.mayBeStored(shopper.id())) {
            cached.happened(interaction, catalog.factsOf(interaction));
        } else {
            cached.happenedInSession(interaction, catalog.factsOf(interaction));
        }
    }

    /** What this node stores is in its profiles already; what another node stored makes the copies here old. */
    @Override
    public void stored(List<Interaction> those, boolean byThisNode) {
        if (!byThisNode) {
            for (Interaction interaction : those) {
                CachedProfile cached = cache.ifThere(interaction.shopperId());
                if (cached != null) {
                    cached.makeStale();
                }
            }
        }
    }

    @Override
    public void forgotten(LongPredicate erased, long until) {
        cache.removeIf(erased);
        moves.entrySet().removeIf(move -> erased.test(move.getKey()) || erased.test(move.getValue()));
        agreed.entrySet().removeIf(session -> erased.test(session.getValue()));
    }

    /**
     * Adds what is known about a visitor to the customer that he turned out to be: in memory at once, in the database in
     * the background, where his interactions change hands too. Doing it again changes nothing. The visitor may be a
     * session without consent whose shopper has agreed by now; what is stored of a shopper never goes to such a session.
     */
    @Override
    public void merge(long fromShopper, long toShopper) {
        if (fromShopper == toShopper) {
            return;
        }
        if (!ShopperIds.mayBeStored(fromShopper)) {
            mergeSession(fromShopper, toShopper);
        } else if (ShopperIds.mayBeStored(toShopper)) {
            CachedProfile from = present(new Shopper(fromShopper, false));
            CachedProfile to = present(new Shopper(toShopper, false));
            if (from != null && to != null) {
                to.merged(from.shown());
            }
            cache.remove(fromShopper);
            moves.put(fromShopper, toShopper);
            worker.wake();
        }
    }

    private void mergeSession(long session, long toShopper) {
        CachedProfile from = cache.remove(session);
        if (from == null || from.shown().isEmpty()) {
            return;
        }
        CachedProfile to = present(new Shopper(toShopper, false));
        if (to != null) {
            to.merged(from.shown());
        }
        if (ShopperIds.mayBeStored(toShopper)) {
            agreed.put(from.shown(), toShopper);
            worker.wake();
        }
    }

    /** Stores who turned out to be whom, and keeps the cache to its size. */
    void tidy() {
        cache.evictAt(clock.getAsLong());
        // who agrees and logs in at once takes along what the session knew: the session's part comes first
        for (Map.Entry<ShopperProfile, Long> session : agreed.entrySet()) {
            add(session.getKey(), session.getValue());
            agreed.remove(session.getKey());
        }
        for (Map.Entry<Long, Long> move : moves.entrySet()) {
            interactions.move(move.getKey(), move.getValue());
            moves.remove(move.getKey(), move.getValue());
        }
    }

    /** The writer may make the same shopper's row at the same moment; the second try finds it. */
    private void add(ShopperProfile session, long shopperId) {
        try {
            addOnce(session, shopperId);
        } catch (DuplicateKeyException e) {
            addOnce(session, shopperId);
        }
    }

    private void addOnce(ShopperProfile session, long shopperId) {
        database.inTransaction(() -> {
            stored.add(session, shopperId);
            return null;
        });
    }

    /** @return null if the database does not answer, which is not the same as a shopper of whom nothing is known */
    private CachedProfile present(Shopper shopper) {
        CachedProfile cached = cache.of(shopper.id());
        if (!ShopperIds.mayBeStored(shopper.id())) {
            return cached;
        }
        if (!cached.isLoaded()) {
            return isLoaded(cached, shopper) ? cached : null;
        }
        boolean first = cached.isFirstUseBy(shopper);
        if (cached.isStale() || first && otherNodes.getAsBoolean()) {
            loader.done(() -> refresh(cached)); // what is known is better than nothing if that fails
        }
        return cached;
    }

    /** Waits once in a request; what comes too late is there for the next one. */
    private boolean isLoaded(CachedProfile cached, Shopper shopper) {
        boolean waits = cached.isFirstUseBy(shopper) || !cached.isBeingRead();
        if (shopper.firstRequest()) {
            cached.read(ShopSettings.empty(shopper.id()), ProfileTable.NONE, cached.changes());
            return true;
        }
        Future<?> reading = cached.reading(() -> loader.start(() -> stored.read(cached)));
        return (!waits || loader.done(reading)) && cached.isLoaded();
    }

    private void refresh(CachedProfile cached) {
        if (cached.isStale() || reads.revision(cached.shopperId()) != cached.revision()) {
            cached.makeStale();
            stored.read(cached);
        }
    }
}
