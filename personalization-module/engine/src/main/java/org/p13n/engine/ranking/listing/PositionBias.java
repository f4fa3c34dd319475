package org.p13n.engine.ranking.listing;

/**
 * How likely a place of a list is looked at, relative to the first. Choices at places that are seldom looked at say more
 * (inverse propensity weighting: Joachims, Swaminathan and Schnabel, WSDM 2017).
 */
public final class PositionBias {
    /** What a choice counts at most, against the chance click far down. */
    private static final double MOST_SAY = 10;

    private final double[] looks;
    private final double power;

    private PositionBias(double[] looks, double power) {
        this.looks = looks;
        this.power = power;
    }

    /** Every place is looked at alike: for choices of which no place is known. */
    public static PositionBias none() {
        return powerLaw(0);
    }

    /** What eye tracking and clicks on result lists are found to follow, roughly: the n-th place is looked at 1/n. */
    public static PositionBias usual() {
        return powerLaw(1);
    }

    /** @param power the n-th place is looked at 1/n to this power; 0 = all alike */
    public static PositionBias powerLaw(double power) {
        if (!(power >= 0) || Double.isInfinite(power)) {
            throw new IllegalArgumentException("The power of position bias must be 0 or more but is " + power);
        }
        return new PositionBias(new double[0], power);
    }

    /**
     * What was estimated; places beyond are looked at like the last.
     *
     * @param looks of the first place, the second, and so on; more than 0
     */
    public static PositionBias of(double[] looks) {
        for (double look : looks) {
            if (!(look > 0) || Double.isInfinite(look)) {
                throw new IllegalArgumentException(
                        "How likely a place is looked at must be a number of more than 0 but is " + look);
            }
        }
        return new PositionBias(looks.clone(), 0);
    }

    /** @param place of the chosen product, from 1; 0 = unknown, which counts like the first */
    public float say(int place) {
        return place <= 1 ? 1 : (float) Math.min(MOST_SAY, look(1) / look(place));
    }

    private double look(int place) {
        return looks.length == 0 ? Math.pow(place, -power) : looks[Math.min(place, looks.length) - 1];
    }
}
