package org.p13n.engine.model;

/** Everything learned from all shoppers up to one moment. Immutable and safe to share; swapped whole. */
public final class Model {
    private static final Model EMPTY = new Model(
            new Figures(0, 0, 0, 0, 0, 0),
            NeighbourTable.EMPTY,
            NeighbourTable.EMPTY,
            NeighbourTable.EMPTY,
            Popularity.EMPTY);

    /** The numbers that describe a model. */
    record Figures(long version, long trainedAt, long trainingMillis, long interactions, int items, long sizeBytes) {}

    private final Figures figures;
    private final NeighbourTable alsoBought;
    private final NeighbourTable alsoViewed;
    private final NeighbourTable boughtTogether;
    private final Popularity popularity;

    Model(
            Figures figures,
            NeighbourTable alsoBought,
            NeighbourTable alsoViewed,
            NeighbourTable boughtTogether,
            Popularity popularity) {
        this.figures = figures;
        this.alsoBought = alsoBought;
        this.alsoViewed = alsoViewed;
        this.boughtTogether = boughtTogether;
        this.popularity = popularity;
    }

    /** The model before anything was learned; version 0. */
    public static Model empty() {
        return EMPTY;
    }

    /** Rises by one with every publication of one trainer. */
    public long version() {
        return figures.version;
    }

    /** The moment of publication in epoch milliseconds, 0 for the empty model. */
    public long trainedAt() {
        return figures.trainedAt;
    }

    /** Time the trainer has spent on learning and publishing since the previous publication. */
    public long trainingMillis() {
        return figures.trainingMillis;
    }

    /** Number of interactions learned from. */
    public long interactions() {
        return figures.interactions;
    }

    /** Number of items known: those in the catalog and those that shoppers touched. */
    public int items() {
        return figures.items;
    }

    /** Estimated heap of this model, parts shared with other models included. */
    public long sizeBytes() {
        return figures.sizeBytes;
    }

    /** What was in the same baskets, by how likely it is given the item. */
    public NeighbourTable alsoBought() {
        return alsoBought;
    }

    /** What was viewed in the same shopping sessions. */
    public NeighbourTable alsoViewed() {
        return alsoViewed;
    }

    /** Only pairs with enough evidence to be offered as a bundle, by how much they belong to each other. */
    public NeighbourTable boughtTogether() {
        return boughtTogether;
    }

    public Popularity popularity() {
        return popularity;
    }
}
