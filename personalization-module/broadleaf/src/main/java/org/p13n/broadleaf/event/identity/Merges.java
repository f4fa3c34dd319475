package org.p13n.broadleaf.event.identity;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.identity.AliasTable.Alias;

/**
 * Gives what is known of a visitor to the customer he turned out to be: the alias is stored and the profiles become one
 * at once, the stored interactions change hands in the background; those that are still on their way to the database then
 * are stored as the customer's ({@link InteractionTable}). Doing any of it again changes nothing.
 */
public final class Merges {
    /** Clocks differ and transactions end late: so far back every look at other nodes' merges reaches. */
    private static final long OVERLAP_MILLIS = Duration.ofMinutes(1).toMillis();

    /** How often it is made sure that no merge was left half done by a crash, and how far back. */
    static final long SWEEP_EVERY_MILLIS = Duration.ofMinutes(10).toMillis();

    private static final long SWEEP_BACK_MILLIS = Duration.ofDays(2).toMillis();

    /** The merge under way on another node is left to that node for so long. */
    private static final long OTHERS_MILLIS = Duration.ofMinutes(2).toMillis();

    private final AliasTable aliases;
    private final InteractionTable interactions;
    private final ShopperMerge profiles;
    private final GoneVisitors gone;
    private final LongSupplier clock;
    private final Queue<Alias> pending = new ConcurrentLinkedQueue<>();
    private long nextSweep;
    private long sweepFrom;

    public Merges(AliasTable aliases, InteractionTable interactions, ShopperMerge profiles, GoneVisitors gone) {
        this(aliases, interactions, profiles, gone, System::currentTimeMillis);
    }

    Merges(
            AliasTable aliases,
            InteractionTable interactions,
            ShopperMerge profiles,
            GoneVisitors gone,
            LongSupplier clock) {
        this.aliases = aliases;
        this.interactions = interactions;
        this.profiles = profiles;
        this.gone = gone;
        this.clock = clock;
    }

    /** The visitor is that customer, unless he is another one already, whose things are not given away. */
    void merge(long visitorId, long customerId) {
        long now = clock.getAsLong();
        long owner = aliases.link(visitorId, customerId, now);
        gone.merged(visitorId);
        if (owner == customerId) {
            profiles.merge(visitorId, customerId);
            pending.add(new Alias(visitorId, customerId));
        }
    }

    /** What a session without consent has shown becomes the shopper's who agreed. Nothing of it is stored so far. */
    void mergeSession(long sessionId, long shopperId) {
        profiles.merge(sessionId, shopperId);
    }

    /** Gives stored interactions over: those of the latest merges, and now and then those that a crash left behind. */
    void run() {
        long now = clock.getAsLong();
        for (Alias alias = pending.peek(); alias != null; alias = pending.peek()) {
            interactions.move(alias.id(), alias.shopperId());
            pending.remove();
        }
        if (now >= nextSweep) {
            sweep(now);
            nextSweep = now + SWEEP_EVERY_MILLIS;
            sweepFrom = now - SWEEP_BACK_MILLIS;
        }
    }

    private void sweep(long now) {
        for (Alias alias : aliases.visitorsWithInteractions(sweepFrom)) {
            interactions.move(alias.id(), alias.shopperId());
        }
        for (Alias alias : aliases.visitorsWithProfile(sweepFrom, now - OTHERS_MILLIS)) {
            profiles.merge(alias.id(), alias.shopperId());
        }
    }

    /** Learns which visitors have merged on other nodes. */
    void poll() {
        aliases.since(clock.getAsLong() - OVERLAP_MILLIS).forEach(alias -> gone.merged(alias.id()));
    }
}
