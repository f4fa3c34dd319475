package org.p13n.engine.ranking;

/** A part of a score. */
public enum Signal {
    /** The place that the platform gave the product in its own list. */
    PLATFORM_POSITION,
    ALSO_BOUGHT,
    ALSO_VIEWED,
    BOUGHT_TOGETHER,
    /** What shoppers looked at next in sessions like this one. */
    NEXT_IN_SESSION,
    /** What goes with what the shopper has bought so far. */
    LONG_TERM,
    /** The shopper's own rhythm, and that of all who buy it, says that it is needed again. */
    DUE_AGAIN,
    BRAND_AFFINITY,
    CATEGORY_AFFINITY,
    ATTRIBUTE_AFFINITY,
    PRICE_AFFINITY,
    /** What the shopper has declared. */
    DECLARED,
    /** Likeness to what the shopper viewed in this shopping session. */
    SESSION,
    /** Likeness to the product the list stands beside. */
    SIMILAR,
    POPULARITY,
    NOVELTY,
    /** Taken off: shown many times in vain. */
    IGNORED,
    /** Taken off: bought, and then cancelled or returned. */
    RETURNED,
    /** Taken off in the platform's lists: the shopper does not want it; recommendations leave it out. */
    NOT_INTERESTED
}
