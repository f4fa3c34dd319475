package org.p13n.engine.model.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A score that is a sum of curves, one for each feature, each made of straight segments: what a feature adds can be read
 * off exactly. Immutable.
 */
public final class AdditiveModel {
    private static final int MOST_KNOTS = 1 << 16;

    private final float[][] knots;
    private final double[][] values;

    /** Takes the arrays: per feature ascending knots, and the curve's value at each. */
    AdditiveModel(float[][] knots, double[][] values) {
        this.knots = knots;
        this.values = values;
    }

    /** The lines that the hand-set slopes make. */
    public static AdditiveModel handSet(Curve[] curves) {
        float[][] knots = new float[curves.length][];
        double[][] values = new double[curves.length][];
        for (int i = 0; i < curves.length; i++) {
            knots[i] = new float[] {-1000, 1000};
            values[i] = new double[] {-1000 * curves[i].slope(), 1000 * curves[i].slope()};
        }
        return new AdditiveModel(knots, values);
    }

    /** Number of features. */
    public int features() {
        return knots.length;
    }

    /** What a feature adds; beyond the ends of its curve as much as there, and what is no number as little as the first. */
    public double share(int feature, float value) {
        float[] at = knots[feature];
        double[] of = values[feature];
        int last = at.length - 1;
        if (!(value > at[0])) {
            return of[0];
        }
        if (value >= at[last]) {
            return of[last];
        }
        int right = 1;
        while (at[right] <= value) {
            right++;
        }
        double part = ((double) value - at[right - 1]) / ((double) at[right] - at[right - 1]);
        return of[right - 1] + part * (of[right] - of[right - 1]);
    }

    /** The sum of all shares, added in the order of the features. */
    public double score(float[] features, int offset) {
        double score = 0;
        for (int feature = 0; feature < knots.length; feature++) {
            score += share(feature, features[offset + feature]);
        }
        return score;
    }

    /** Estimated heap. */
    public long bytes() {
        long bytes = 0;
        for (float[] each : knots) {
            bytes += 12L * each.length + 32;
        }
        return bytes;
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(knots.length);
        for (int feature = 0; feature < knots.length; feature++) {
            out.writeInt(knots[feature].length);
            for (int i = 0; i < knots[feature].length; i++) {
                out.writeFloat(knots[feature][i]);
                out.writeDouble(values[feature][i]);
            }
        }
    }

    /**
     * The model that {@link #writeTo} has written.
     *
     * @param features how many there must be
     * @throws IOException if there are others or figures that cannot be
     */
    public static AdditiveModel readFrom(DataInput in, int features) throws IOException {
        int count = in.readInt();
        require(count == features, "have " + features + " features", count);
        float[][] knots = new float[count][];
        double[][] values = new double[count][];
        for (int feature = 0; feature < count; feature++) {
            int length = in.readInt();
            require(length >= 1 && length <= MOST_KNOTS, "have 1 to " + MOST_KNOTS + " knots per feature", length);
            knots[feature] = new float[length];
            values[feature] = new double[length];
            for (int i = 0; i < length; i++) {
                knots[feature][i] = in.readFloat();
                values[feature][i] = in.readDouble();
                boolean ascending = i == 0 || knots[feature][i] > knots[feature][i - 1];
                require(Float.isFinite(knots[feature][i]) && ascending, "have ascending knots", knots[feature][i]);
                require(Double.isFinite(values[feature][i]), "have numbers as values", values[feature][i]);
            }
        }
        return new AdditiveModel(knots, values);
    }

    private static void require(boolean holds, String rule, double actual) throws IOException {
        if (!holds) {
            throw new IOException("An additive model must " + rule + " but has " + actual);
        }
    }

    @Override
    public String toString() {
        return "AdditiveModel" + Arrays.deepToString(knots) + Arrays.deepToString(values);
    }
}
