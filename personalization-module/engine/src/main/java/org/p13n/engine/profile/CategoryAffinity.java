package org.p13n.engine.profile;

/** How much a shopper is drawn to a category, 0 (not at all) to below 1. */
public record CategoryAffinity(long categoryId, double affinity) {}
