package org.p13n.engine.model;

/** The ready lists of popularity: per shelf, over all items, and the newest. Not changed after publication. */
@SuppressWarnings("ArrayRecordComponent")
record PopularLists(long[][] byShelf, long[] overall, long[] newest) {
    static final PopularLists EMPTY = new PopularLists(new long[0][], new long[0], new long[0]);

    long bytes() {
        long bytes = (long) Long.BYTES * (overall.length + newest.length);
        for (long[] list : byShelf) {
            bytes += 24L + (long) Long.BYTES * list.length;
        }
        return bytes;
    }
}
