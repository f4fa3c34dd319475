package org.p13n.engine.model.taste;

/** A product that fits a history, and how well: scores of one history compare. */
public record TastePick(long itemId, double score) {}
