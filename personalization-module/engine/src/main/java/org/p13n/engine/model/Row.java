package org.p13n.engine.model;

/** The published neighbours of one item, heaviest first. Shared by all models until the item is touched again. */
@SuppressWarnings("ArrayRecordComponent")
record Row(int[] neighbours, float[] weights, int[] counts) {
    private static final int OVERHEAD = 80;

    long bytes() {
        return OVERHEAD + 12L * neighbours.length;
    }
}
