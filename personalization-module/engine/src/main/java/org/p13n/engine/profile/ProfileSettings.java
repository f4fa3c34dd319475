package org.p13n.engine.profile;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The hyper-parameters of shopper profiles.
 *
 * @param halfLives how fast each kind of knowledge fades
 * @param weights what each interaction adds
 * @param priorWeight how much evidence (in product views) makes half of the confidence; more than 0; default 4
 * @param ignoredPositions how many of a shown list's first products count as seen; 0 = nothing is ever ignored; default
 *     12
 * @param zone whose days and hours the times of the week are; default UTC
 */
public record ProfileSettings(
        HalfLives halfLives, LearningWeights weights, double priorWeight, int ignoredPositions, ZoneId zone) {
    private static final ProfileSettings DEFAULTS =
            new ProfileSettings(HalfLives.DEFAULTS, LearningWeights.DEFAULTS, 4, 12, ZoneOffset.UTC);

    public ProfileSettings {
        if (!(priorWeight > 0) || Double.isInfinite(priorWeight)) {
            throw new IllegalArgumentException("Profile setting priorWeight must be more than 0 but is " + priorWeight);
        }
        if (ignoredPositions < 0) {
            throw new IllegalArgumentException(
                    "Profile setting ignoredPositions must be 0 or more but is " + ignoredPositions);
        }
    }

    public static ProfileSettings defaults() {
        return DEFAULTS;
    }

    /** These settings in the shop's time zone. */
    public ProfileSettings withZone(ZoneId shopZone) {
        return new ProfileSettings(halfLives, weights, priorWeight, ignoredPositions, shopZone);
    }

    Decay decay(Trait trait) {
        return new Decay(halfLives.of(trait).toMillis());
    }
}
