package org.p13n.engine.model.session;

/**
 * One part of a {@link NextItem}'s score; the parts of an item add up to it.
 *
 * @param seedItemId the product of the session that speaks for it; the item itself where the reason needs no other
 * @param share may be negative: popularity the session does not support counts against an item
 * @param strength how strong the relation is, 0 = there is none; comparable among equal reasons only
 */
public record NextShare(NextReason reason, long seedItemId, float share, float strength) {}
