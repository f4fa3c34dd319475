package org.p13n.engine.profile;

/**
 * The shop's products as the engine sees them; implemented by the adapter. Called on hot paths by many threads: answers
 * must come from memory.
 */
public interface ItemCatalog {
    /** The item's facts, or null if there is no such item. */
    ItemFacts facts(long itemId);

    /** All items, in any order; the caller may keep the array. */
    long[] itemIds();
}
