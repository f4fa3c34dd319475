package org.p13n.engine.model;

/** Everything learned from all shoppers up to one moment. Immutable and safe to share; swapped whole. */
public final class Model {
    private static final Model EMPTY = new Model();

    /** The model before anything was learned; version 0. */
    public static Model empty() {
        return EMPTY;
    }

    /** Rises by one with every publication of one trainer. */
    public long version() {
        return 0;
    }

    public long trainedAt() {
        return 0;
    }

    /** Time the trainer has spent on learning and publishing since the previous publication. */
    public long trainingMillis() {
        return 0;
    }

    /** Number of interactions learned from. */
    public long interactions() {
        return 0;
    }

    /** Number of items known: those in the catalog and those that shoppers touched. */
    public int items() {
        return 0;
    }

    /** Estimated heap of this model, shared parts included. */
    public long sizeBytes() {
        return 0;
    }

    public NeighbourTable alsoBought() {
        return NeighbourTable.EMPTY;
    }

    public NeighbourTable alsoViewed() {
        return NeighbourTable.EMPTY;
    }

    /** Only pairs with enough evidence to be offered as a bundle. */
    public NeighbourTable boughtTogether() {
        return NeighbourTable.EMPTY;
    }

    public Popularity popularity() {
        return Popularity.EMPTY;
    }
}
