package org.p13n.engine.model.basket;

/**
 * The companions of one item, by number ascending.
 *
 * @param together decayed weight of the orders that hold both
 * @param orders number of orders that hold both
 */
record CountedRow(int[] companions, float[] together, int[] orders) {
    static final CountedRow EMPTY = new CountedRow(new int[0], new float[0], new int[0]);

    int size() {
        return companions.length;
    }
}
