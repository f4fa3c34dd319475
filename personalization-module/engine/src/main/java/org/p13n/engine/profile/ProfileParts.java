package org.p13n.engine.profile;

import java.util.Arrays;
import org.p13n.engine.event.Conclusion;

/** The parts from which the next {@link ShopperProfile} is made; filled by one thread and thrown away. */
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

    ProfileParts(ShopperProfile start) {
        shopperId = start.shopperId;
        settings = start.settings;
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
}
