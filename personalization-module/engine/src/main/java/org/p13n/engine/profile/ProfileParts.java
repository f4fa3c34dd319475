package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.List;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Conclusion.Kind;

/** The parts of a {@link ShopperProfile}; changed by one thread while the next profile is put together, never after. */
final class ProfileParts {
    final long shopperId;
    final ProfileSettings settings;
    final DecayedWeights[] weights = new DecayedWeights[Trait.values().length];
    RecentItems viewed = RecentItems.EMPTY;
    RecentItems carted = RecentItems.EMPTY;
    RecentItems bought = RecentItems.EMPTY;
    Cadences itemCadences = Cadences.EMPTY;
    Cadences categoryCadences = Cadences.EMPTY;
    Marks rejected = Marks.EMPTY;
    Marks removed = Marks.EMPTY;
    Declared declared = Declared.EMPTY;
    long viewedClearedAt;
    long pausedAt;
    long resumedAt;
    long interactionCount;
    long lastInteractionAt;

    ProfileParts(long shopperId, ProfileSettings settings) {
        this.shopperId = shopperId;
        this.settings = settings;
        Arrays.fill(weights, DecayedWeights.EMPTY);
    }

    ProfileParts(ProfileParts start) {
        this(start.shopperId, start.settings);
        System.arraycopy(start.weights, 0, weights, 0, weights.length);
        viewed = start.viewed;
        carted = start.carted;
        bought = start.bought;
        itemCadences = start.itemCadences;
        categoryCadences = start.categoryCadences;
        rejected = start.rejected;
        removed = start.removed;
        declared = start.declared;
        viewedClearedAt = start.viewedClearedAt;
        pausedAt = start.pausedAt;
        resumedAt = start.resumedAt;
        interactionCount = start.interactionCount;
        lastInteractionAt = start.lastInteractionAt;
    }

    DecayedWeights weights(Trait trait) {
        return weights[trait.ordinal()];
    }

    void set(Trait trait, DecayedWeights next) {
        weights[trait.ordinal()] = next;
    }

    /** Adds all that the other one's parts know. */
    void merge(ProfileParts other) {
        for (Trait trait : Trait.values()) {
            set(trait, weights(trait).mergedWith(other.weights(trait), settings.decay(trait), trait.limit));
        }
        viewedClearedAt = Math.max(viewedClearedAt, other.viewedClearedAt);
        viewed = viewed.mergedWith(other.viewed).after(viewedClearedAt);
        carted = carted.mergedWith(other.carted);
        bought = bought.mergedWith(other.bought);
        itemCadences = itemCadences.mergedWith(other.itemCadences);
        categoryCadences = categoryCadences.mergedWith(other.categoryCadences);
        rejected = rejected.mergedWith(other.rejected);
        removed = removed.mergedWith(other.removed);
        declared = declared.mergedWith(other.declared);
        pausedAt = Math.max(pausedAt, other.pausedAt);
        resumedAt = Math.max(resumedAt, other.resumedAt);
        interactionCount += other.interactionCount;
        lastInteractionAt = Math.max(lastInteractionAt, other.lastInteractionAt);
        dropRemoved();
    }

    /** Takes away what the shopper does not want to be concluded. */
    void dropRemoved() {
        for (Marks.Mark mark : removed.all()) {
            if (mark.set()) {
                Trait.of(mark.line().kind())
                        .ifPresent(trait -> set(trait, weights(trait).without(key(mark.line()))));
            }
        }
    }

    private static long key(Conclusion line) {
        return line.kind().isNumbered() ? Long.parseLong(line.value()) : Label.key(line.value());
    }

    /** How an affinity of one kind is told. */
    interface Affinity<A> {
        A of(long key, String label, double share, int evidence);
    }

    double share(Trait trait, long key, long now) {
        return weights(trait).share(key, now, settings.priorWeight(), settings.decay(trait));
    }

    /** The strongest affinities, strongest first, ties by key; without what the shopper is not interested in. */
    <A> List<A> top(Trait trait, int limit, long now, Affinity<A> affinity) {
        DecayedWeights table = weights(trait);
        Decay decay = settings.decay(trait);
        return Arrays.stream(table.strongest(decay))
                .filter(index -> !isRejected(trait, table.keys[index]))
                .limit(Math.max(0, limit))
                .mapToObj(index -> affinity.of(
                        table.keys[index],
                        table.labels[index],
                        table.shareOf(index, now, settings.priorWeight(), decay),
                        table.evidence[index]))
                .toList();
    }

    private boolean isRejected(Trait trait, long key) {
        return switch (trait) {
            case CATEGORY -> rejected.isSet(Kind.NOT_CATEGORY, key);
            case BRAND -> rejected.isSet(Kind.NOT_BRAND, key);
            default -> false;
        };
    }
}
