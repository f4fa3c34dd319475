package org.p13n.engine.profile;

import java.util.TreeMap;

/** A catalog in memory for tests. */
public final class MapCatalog implements ItemCatalog {
    private final TreeMap<Long, ItemFacts> items = new TreeMap<>();

    /** Adds an item that has been on sale since its id, so that higher ids are newer. */
    public MapCatalog with(long itemId, String brand, long... categoryIds) {
        items.put(itemId, new ItemFacts(itemId, "item " + itemId, brand, categoryIds, itemId));
        return this;
    }

    public MapCatalog with(ItemFacts facts) {
        items.put(facts.itemId(), facts);
        return this;
    }

    @Override
    public ItemFacts facts(long itemId) {
        return items.get(itemId);
    }

    @Override
    public long[] itemIds() {
        return items.keySet().stream().mapToLong(Long::longValue).toArray();
    }
}
