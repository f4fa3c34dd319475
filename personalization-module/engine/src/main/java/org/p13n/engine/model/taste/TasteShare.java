package org.p13n.engine.model.taste;

/**
 * What one product of a history adds to the score of another.
 *
 * @param itemId of the history; 0 = what the product has of its own, its popularity above all
 * @param evidence how many shoppers made the step from one to the other
 */
public record TasteShare(long itemId, double amount, int evidence) {}
