package org.p13n.engine.model.repeat;

/**
 * An item of a shopper's likely next basket.
 *
 * @param score comparable within one list only
 * @param purchases the evidence: in how many of his orders it is; 0 = it is new to him
 */
public record RepeatItem(long itemId, double score, int purchases) {}
