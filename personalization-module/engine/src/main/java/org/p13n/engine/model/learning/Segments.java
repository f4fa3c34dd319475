package org.p13n.engine.model.learning;

/** The values of all rows as the segment of its feature's curve that each lies in, and how far along it. */
final class Segments {
    private final float[][] knots;
    private final int[] first;
    private final int rows;
    private final byte[] segment;
    private final float[] part;

    /** @param values row by row, one of each feature */
    Segments(float[] values, int rows, float[][] knots) {
        this.knots = knots;
        this.rows = rows;
        first = new int[knots.length + 1];
        for (int feature = 0; feature < knots.length; feature++) {
            first[feature + 1] = first[feature] + knots[feature].length - 1;
        }
        segment = new byte[rows * knots.length];
        part = new float[rows * knots.length];
        for (int i = 0; i < segment.length; i++) {
            place(i, values[i], knots[i % knots.length]);
        }
    }

    int rows() {
        return rows;
    }

    /** How many rises all curves have. */
    int rises() {
        return first[knots.length];
    }

    int rises(int feature) {
        return knots[feature].length - 1;
    }

    /** The number of the curve's first rise. */
    int first(int feature) {
        return first[feature];
    }

    double width(int feature, int rise) {
        return knots[feature][rise + 1] - knots[feature][rise];
    }

    /** The scores of some rows. */
    void score(double[] rises, double[] heights, int begin, int end, double[] into) {
        int width = knots.length;
        for (int row = begin; row < end; row++) {
            double score = 0;
            int at = row * width;
            for (int feature = 0; feature < width; feature++) {
                int rise = first[feature] + segment[at + feature];
                if (rise < first[feature + 1]) {
                    score += heights[rise] + part[at + feature] * rises[rise];
                }
            }
            into[row - begin] = score;
        }
    }

    /** Adds a row's part of the gradient: to its segment in proportion, to all segments before it in {@code whole}. */
    void differentiate(int row, double slope, double[] partly, double[] whole) {
        int width = knots.length;
        int at = row * width;
        for (int feature = 0; feature < width; feature++) {
            int rise = first[feature] + segment[at + feature];
            if (rise < first[feature + 1]) {
                partly[rise] += slope * part[at + feature];
                whole[rise] += slope;
            }
        }
    }

    /** The height of each curve where a rise begins. */
    void heights(double[] rises, double[] into) {
        for (int feature = 0; feature < knots.length; feature++) {
            double height = 0;
            for (int i = first[feature]; i < first[feature + 1]; i++) {
                into[i] = height;
                height += rises[i];
            }
        }
    }

    /** Turns what {@link #differentiate} has summed up into the gradient. */
    void gather(double[] partly, double[] whole, double[] gradient) {
        for (int feature = 0; feature < knots.length; feature++) {
            double behind = 0;
            for (int i = first[feature + 1] - 1; i >= first[feature]; i--) {
                gradient[i] += partly[i] + behind;
                behind += whole[i];
            }
        }
    }

    AdditiveModel model(double[] rises) {
        double[][] values = new double[knots.length][];
        for (int feature = 0; feature < knots.length; feature++) {
            values[feature] = new double[knots[feature].length];
            for (int i = 1; i < values[feature].length; i++) {
                values[feature][i] = values[feature][i - 1] + rises[first[feature] + i - 1];
            }
        }
        return new AdditiveModel(knots, values);
    }

    /** A value at or beyond the last knot lies at the end of the last segment. */
    private void place(int index, float value, float[] at) {
        int right = 1;
        while (right < at.length - 1 && at[right] <= value) {
            right++;
        }
        segment[index] = (byte) (right - 1);
        if (at.length > 1) {
            float along = (value - at[right - 1]) / (at[right] - at[right - 1]);
            part[index] = Math.max(0, Math.min(1, along));
        }
    }
}
