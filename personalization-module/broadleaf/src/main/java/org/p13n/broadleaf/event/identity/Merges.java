package org.p13n.broadleaf.event.identity;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.identity.AliasTable.Alias;

/**
 * Gives what is known of a visitor to the customer he turned out to be: the alias is stored at once, profiles become one
 * in memory, and what is stored changes hands in the background. What is on its way to the database then is stored as
 * the customer's ({@link InteractionTable}). Doing any of it again changes nothing.
 */
public final class Merges {
    /** How often it is made sure that no merge was left half done by a crash, and how far back. */
    static final long SWEEP_EVERY_MILLIS = Duration.ofMinutes(10).toMillis();

    private static final long SWEEP_BACK_MILLIS = Duration.ofDays(2).toMillis();

    /** Clocks differ and transactions end late: so far back every look at other nodes' merges reaches. */
    private static final long OVERLAP_MILLIS = Duration.ofMinutes(1).toMillis();

    private final AliasTable aliases;
    private final InteractionTable interactions;
    private final ShopperMerge profiles;
    private final GoneVisitors gone;
    private final LongSupplier clock;
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
        long owner = aliases.link(visitorId, customerId, clock.getAsLong());
        gone.merged(visitorId);
        if (owner == customerId) {
            profiles.merge(visitorId, customerId);
        }
    }

    /** What a session without consent has shown becomes the shopper's who agreed. Nothing of it is stored so far. */
    void mergeSession(long sessionId, long shopperId) {
        profiles.merge(sessionId, shopperId);
    }

    /** Learns which visitors have merged on other nodes. */
    void learn() {
        aliases.since(clock.getAsLong() - OVERLAP_MILLIS).forEach(alias -> gone.merged(alias.id()));
    }

    /** Finishes now and then what a crash cut short. */
    void finish() {
        long now = clock.getAsLong();
        if (now >= nextSweep) {
            Set<Alias> unfinished = new LinkedHashSet<>(aliases.visitorsWithInteractions(sweepFrom));
            unfinished.addAll(aliases.visitorsWithProfile(sweepFrom));
            unfinished.forEach(alias -> interactions.move(alias.id(), alias.shopperId()));
            nextSweep = now + SWEEP_EVERY_MILLIS;
            sweepFrom = now - SWEEP_BACK_MILLIS;
        }
    }
}
