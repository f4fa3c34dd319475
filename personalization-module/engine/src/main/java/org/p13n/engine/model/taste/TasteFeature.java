package org.p13n.engine.model.taste;

import org.p13n.engine.model.learning.Curve;
import org.p13n.engine.model.learning.PairwiseLearner.Direction;

/** One way to hear what a history says for a product. */
enum TasteFeature {
    /** Similarity to the latest product alone. */
    LAST(0, 0, Direction.HELPS),
    /** Similarity to the latest products above all: each counts half of the one after it. */
    NOW(0.5, 0, Direction.HELPS),
    LATELY(0.7, 1, Direction.HELPS),
    EVER(0.9, 0, Direction.EITHER),
    /** How likely the steps are, which does not mind a product's popularity. */
    LIKELY(0.9, 0, Direction.EITHER),
    /** Similarity that trusts few shoppers. */
    THIN(0.7, 0, Direction.EITHER),
    /** How many products of the history lead to it at all. */
    AGREEING(0.9, 0, Direction.EITHER),
    /** How many shoppers came to it from anywhere; the history has no say. */
    POPULAR(0, 0, Direction.EITHER);

    static final int COUNT = values().length;
    /** A feature is log(1 + sum / UNIT): halving differences matter, whatever the size. */
    static final double UNIT = 0.003;

    final double fading;
    private final double slope;
    private final Direction direction;

    TasteFeature(double fading, double slope, Direction direction) {
        this.fading = fading;
        this.slope = slope;
        this.direction = direction;
    }

    static Curve[] curves() {
        Curve[] curves = new Curve[COUNT];
        for (TasteFeature feature : values()) {
            curves[feature.ordinal()] = new Curve(feature.name(), feature.direction, feature.slope);
        }
        return curves;
    }

    static float of(double sum) {
        return (float) Math.log(1 + sum / UNIT);
    }
}
