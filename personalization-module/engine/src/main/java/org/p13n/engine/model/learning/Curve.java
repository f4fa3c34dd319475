package org.p13n.engine.model.learning;

import org.p13n.engine.model.learning.PairwiseLearner.Direction;

/**
 * One feature of an additive score before anything is learned.
 *
 * @param name what it is called in explanations and errors
 * @param direction how it may act: a curve that HELPS never falls, one that HURTS never rises
 * @param slope the hand-set weight, per unit of the feature
 */
public record Curve(String name, Direction direction, double slope) {
    public Curve {
        boolean against = (direction == Direction.HELPS && slope < 0) || (direction == Direction.HURTS && slope > 0);
        if (!Double.isFinite(slope) || against) {
            throw new IllegalArgumentException("The slope of feature " + name + " must be a number that goes with "
                    + direction + " but is " + slope);
        }
    }
}
