package org.p13n.engine.model.basket;

/** Dense symmetric positive definite systems of some hundred unknowns, row by row in one flat array. */
final class Cholesky {
    /*
     * Right-looking, in the upper half: the inner loop adds a multiple of one stretch of memory to another, which the
     * JIT compiles to vector instructions, where the textbook's dot products are not (sums may not be reordered). n^3 / 6
     * multiply-adds. No pivot of G + D is below the least of D when G is a Gram matrix; where forgotten pairs made it one, it
     * is lifted to that, so that an answer always exists.
     */

    private Cholesky() {}

    /** Overwrites right with x of matrix * x = right; overwrites the matrix, of which no pivot is below the least. */
    static void solve(double[] matrix, double[] right, int n, double leastPivot) {
        for (int k = 0; k < n; k++) {
            int row = k * n;
            double pivot = Math.sqrt(Math.max(matrix[row + k], leastPivot));
            matrix[row + k] = pivot;
            for (int j = k + 1; j < n; j++) {
                matrix[row + j] /= pivot;
            }
            right[k] /= pivot;
            for (int i = k + 1; i < n; i++) {
                double factor = matrix[row + i];
                if (factor != 0) {
                    right[i] -= factor * right[k];
                    subtract(matrix, i * n, row, factor, i, n);
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < n; k++) {
                sum -= matrix[i * n + k] * right[k];
            }
            right[i] = sum / matrix[i * n + i];
        }
    }

    private static void subtract(double[] matrix, int to, int from, double factor, int begin, int end) {
        for (int j = begin; j < end; j++) {
            matrix[to + j] -= factor * matrix[from + j];
        }
    }
}
