package org.p13n.engine.model;

/** Receives neighbours, best first. */
@FunctionalInterface
public interface NeighbourVisitor {
    /**
     * Takes in the next best neighbour.
     *
     * @param score above 0 and below 1
     * @param evidence how many different baskets or shopping sessions showed both items
     */
    void visit(long itemId, double score, int evidence);
}
