package org.p13n.engine.model.session;

/** What may speak for a product as the next in a session. */
public enum NextReason {
    /** It often comes after a product of the session. */
    FOLLOWS,
    /** It often comes before it. */
    PRECEDES,
    /** Both are in the same sessions more often than their popularity explains. */
    TOGETHER,
    /** Both have neighbours in common. */
    SHARED_NEIGHBOURS,
    /** Both are met in alike company. */
    ALIKE,
    /** Several products of the session have it as neighbour. */
    SUPPORT,
    /** The session had it already. */
    SEEN_BEFORE,
    /** How popular, trending and recent it is, whatever the session. */
    POPULARITY;

    /** In the order of {@link Features}. */
    static NextReason ofRelation(int relation) {
        return values()[relation];
    }
}
