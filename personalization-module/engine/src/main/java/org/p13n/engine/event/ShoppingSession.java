package org.p13n.engine.event;

import java.util.List;

/**
 * One visit of one shopper, which ended by inactivity. Immutable.
 *
 * @param index how many visits of the shopper came before it among those looked at, from 0
 * @param interactions in the order of time, at least one
 */
public record ShoppingSession(long shopperId, int index, List<Interaction> interactions) {
    public ShoppingSession {
        interactions = List.copyOf(interactions);
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("A shopping session must have an interaction but has none");
        }
    }

    /** The same whenever the visit is looked at, as long as its first interaction is among those looked at. */
    public long id() {
        return Hash.mix(Hash.mix(shopperId) + startedAt());
    }

    public long startedAt() {
        return interactions.get(0).at();
    }

    public long lastAt() {
        return interactions.get(interactions.size() - 1).at();
    }
}
