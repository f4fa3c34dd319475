package org.p13n.engine.model.basket;

/**
 * An item that goes with a cart.
 *
 * @param score comparable within one list only
 * @param orders the evidence: number of orders that hold it together with one same item of the cart; 0 if it is there for
 *     its popularity alone
 */
public record BasketItem(long itemId, double score, int orders) {}
