package org.p13n.engine.model;

import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.content.ContentModel;
import org.p13n.engine.model.repeat.RepeatModel;
import org.p13n.engine.model.session.LiveSessionModel;
import org.p13n.engine.model.taste.TasteModel;

/** Everything learned from all shoppers up to one moment. Safe to share; swapped whole. Immutable but for {@link #sessions()}. */
public final class Model {
    private static final Model EMPTY = new Model(
            new Figures(0, 0, 0, 0, 0, 0),
            BasketModel.empty(),
            NeighbourTable.EMPTY,
            Popularity.EMPTY,
            new LiveSessionModel(Solved.NOTHING.sessions()),
            Solved.NOTHING);

    /** The numbers that describe a model. */
    record Figures(long version, long trainedAt, long trainingMillis, long interactions, int items, long sizeBytes) {}

    private final Figures figures;
    private final BasketModel baskets;
    private final NeighbourTable alsoViewed;
    private final Popularity popularity;
    private final LiveSessionModel sessions;
    private final Solved solved;

    Model(
            Figures figures,
            BasketModel baskets,
            NeighbourTable alsoViewed,
            Popularity popularity,
            LiveSessionModel sessions,
            Solved solved) {
        this.figures = figures;
        this.baskets = baskets;
        this.alsoViewed = alsoViewed;
        this.popularity = popularity;
        this.sessions = sessions;
        this.solved = solved;
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

    /** What belongs into a cart: bought together with one product, and what completes many. */
    public BasketModel baskets() {
        return baskets;
    }

    /** What was viewed in the same shopping sessions. */
    public NeighbourTable alsoViewed() {
        return alsoViewed;
    }

    /** What comes next in a shopping session; the one part that goes on learning after publication, click by click. */
    public LiveSessionModel sessions() {
        return sessions;
    }

    /** What fits what a shopper has bought so far. */
    public TasteModel taste() {
        return solved.taste();
    }

    /** What products are like by what is written about them. */
    public ContentModel content() {
        return solved.content();
    }

    /** What a shopper needs again, and when. */
    public RepeatModel repeats() {
        return solved.repeats();
    }

    public Popularity popularity() {
        return popularity;
    }
}
