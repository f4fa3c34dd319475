package org.p13n.engine.model.popularity;

/** A list in which some places were given to new arrivals. Immutable. */
public final class ExploredList {
    private final long[] items;
    private final boolean[] explored;

    ExploredList(long[] items, boolean[] explored) {
        this.items = items;
        this.explored = explored;
    }

    public long[] items() {
        return items.clone();
    }

    /** Whether the item of that place, from 0, is there to be tried out. */
    public boolean isExplored(int place) {
        return explored[place];
    }
}
