package org.p13n.engine.profile;

/** How much a shopper is drawn to a brand, 0 (not at all) to below 1. */
public record BrandAffinity(String brand, double affinity) {}
