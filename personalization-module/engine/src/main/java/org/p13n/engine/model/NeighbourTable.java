package org.p13n.engine.model;

/** For every item its neighbours with score and evidence. Immutable. */
public final class NeighbourTable {
    static final NeighbourTable EMPTY = new NeighbourTable();

    /**
     * Visits an item's neighbours, best first, ties by item id.
     *
     * @return how many were visited, at most {@code limit}; 0 for an unknown item
     */
    public int neighbours(long itemId, int limit, NeighbourVisitor visitor) {
        return 0;
    }
}
