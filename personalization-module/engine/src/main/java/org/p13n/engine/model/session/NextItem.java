package org.p13n.engine.model.session;

/**
 * A product that may come next in a session.
 *
 * @param score to be compared within one look-up only; the exponentials of two scores relate like the items' chances
 */
public record NextItem(long itemId, float score) {}
