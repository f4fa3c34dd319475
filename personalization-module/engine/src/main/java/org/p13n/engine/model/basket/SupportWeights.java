package org.p13n.engine.model.basket;

/** What speaks for one item being in an order: other items and their positive weights. */
record SupportWeights(int[] supports, float[] weights) {
    static final SupportWeights NONE = new SupportWeights(new int[0], new float[0]);
}
