package org.p13n.engine.ranking;

/** A part of a score. */
public enum Signal {
    /** The place that the platform gave the product in its own list. */
    PLATFORM_POSITION,
    ALSO_BOUGHT,
    ALSO_VIEWED,
    BOUGHT_TOGETHER,
    BRAND_AFFINITY,
    CATEGORY_AFFINITY,
    /** Likeness to what the shopper viewed in this shopping session. */
    SESSION,
    /** Likeness to the product the list stands beside. */
    SIMILAR,
    POPULARITY,
    NOVELTY
}
