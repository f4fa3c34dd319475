package org.p13n.engine.model.index;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A matrix of which nearly all is 0, row by row in two flat arrays: 8 bytes per weight that is not. Immutable. */
public final class SparseRows {
    private static final int SMALLEST = 16;

    private final int[] begins;
    private final int[] columns;
    private final float[] weights;

    private SparseRows(int[] begins, int[] columns, float[] weights) {
        this.begins = begins;
        this.columns = columns;
        this.weights = weights;
    }

    /** Takes rows in, one after the other. */
    public static final class Builder {
        private int[] begins = new int[SMALLEST];
        private int[] columns = new int[SMALLEST];
        private float[] weights = new float[SMALLEST];
        private int rows;
        private int size;

        /** Adds a weight to the row that {@link #endRow} will end; columns must ascend. */
        public void add(int column, float weight) {
            if (column < 0 || (size > begins[rows] && columns[size - 1] >= column)) {
                throw new IllegalArgumentException("The columns of a row must ascend from 0 but " + column + " follows "
                        + (size > begins[rows] ? columns[size - 1] : "nothing"));
            }
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, size + size / 2);
                weights = Arrays.copyOf(weights, size + size / 2);
            }
            columns[size] = column;
            weights[size++] = weight;
        }

        public void endRow() {
            if (++rows == begins.length) {
                begins = Arrays.copyOf(begins, rows * 2);
            }
            begins[rows] = size;
        }

        public SparseRows build() {
            return new SparseRows(
                    Arrays.copyOf(begins, rows + 1), Arrays.copyOf(columns, size), Arrays.copyOf(weights, size));
        }
    }

    public int rows() {
        return begins.length - 1;
    }

    /** Where the row's first weight stands. */
    public int begin(int row) {
        return begins[row];
    }

    /** Behind where the row's last weight stands. */
    public int end(int row) {
        return begins[row + 1];
    }

    /** The column of the weight that stands there. */
    public int column(int at) {
        return columns[at];
    }

    public float weight(int at) {
        return weights[at];
    }

    /** The weight in that row and column, 0 if there is none. */
    public float weight(int row, int column) {
        int at = Arrays.binarySearch(columns, begins[row], begins[row + 1], column);
        return at < 0 ? 0 : weights[at];
    }

    /** What the two rows have in common: the sum over their columns of the product of their weights. */
    public double dot(int row, int other) {
        double sum = 0;
        int a = begins[row];
        int b = begins[other];
        while (a < begins[row + 1] && b < begins[other + 1]) {
            if (columns[a] == columns[b]) {
                sum += (double) weights[a++] * weights[b++];
            } else if (columns[a] < columns[b]) {
                a++;
            } else {
                b++;
            }
        }
        return sum;
    }

    /**
     * The same weights by column: row and column exchanged.
     *
     * @param columnCount how many columns there are, at least one more than the last one in use
     */
    public SparseRows transposed(int columnCount) {
        int[] ends = new int[columnCount + 1];
        for (int column : columns) {
            ends[column + 1]++;
        }
        for (int column = 0; column < columnCount; column++) {
            ends[column + 1] += ends[column];
        }
        int[] starts = ends.clone();
        int[] rowsOf = new int[columns.length];
        float[] moved = new float[columns.length];
        for (int row = 0; row < rows(); row++) {
            for (int at = begins[row]; at < begins[row + 1]; at++) {
                int place = ends[columns[at]]++;
                rowsOf[place] = row;
                moved[place] = weights[at];
            }
        }
        return new SparseRows(starts, rowsOf, moved);
    }

    /** Estimated heap. */
    public long bytes() {
        return (long) Integer.BYTES * (begins.length + columns.length) + (long) Float.BYTES * weights.length;
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(rows());
        for (int row = 0; row < rows(); row++) {
            out.writeInt(end(row) - begin(row));
            for (int at = begin(row); at < end(row); at++) {
                out.writeInt(columns[at]);
                out.writeFloat(weights[at]);
            }
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param columns how many columns there are; one beyond them is refused, as are weights that are not numbers
     */
    public static SparseRows readFrom(DataInput in, int columns) throws IOException {
        Builder builder = new Builder();
        int rows = count(in, "rows");
        for (int row = 0; row < rows; row++) {
            int size = count(in, "weights of a row");
            int last = -1;
            for (int i = 0; i < size; i++) {
                int column = in.readInt();
                float weight = in.readFloat();
                if (column <= last || column >= columns || !Float.isFinite(weight)) {
                    throw new IOException("Row " + row + " must have ascending columns below " + columns
                            + " and finite weights but has " + weight + " in column " + column + " after " + last);
                }
                builder.add(column, weight);
                last = column;
            }
            builder.endRow();
        }
        return builder.build();
    }

    private static int count(DataInput in, String what) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new IOException("The number of " + what + " must be 0 or more but is " + count);
        }
        return count;
    }
}
