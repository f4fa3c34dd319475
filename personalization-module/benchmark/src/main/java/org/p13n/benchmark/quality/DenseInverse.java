package org.p13n.benchmark.quality;

import java.util.Arrays;

/** The inverse of a large symmetric positive definite matrix in place, for baselines: blocked, n^3 multiply-adds. */
final class DenseInverse {
    /*
     * Blocked Gauss-Jordan without pivoting, which a positive definite matrix does not need. Four rows of a block are
     * applied per pass over a row, so that each value read and written takes four multiply-adds; the inner loops compile
     * to vector instructions.
     */
    private static final int BLOCK = 32;

    private DenseInverse() {}

    static void invert(double[][] a) {
        int n = a.length;
        for (int begin = 0; begin < n; begin += BLOCK) {
            int end = Math.min(n, begin + BLOCK);
            int size = end - begin;
            double[][] pivot = new double[size][size];
            for (int i = 0; i < size; i++) {
                System.arraycopy(a[begin + i], begin, pivot[i], 0, size);
            }
            invertSmall(pivot);
            double[][] scaled = multiply(pivot, a, begin, size, n);
            double[] factors = new double[size];
            for (int i = 0; i < n; i++) {
                if (i >= begin && i < end) {
                    continue;
                }
                System.arraycopy(a[i], begin, factors, 0, size);
                Arrays.fill(a[i], begin, end, 0);
                subtract(a[i], factors, scaled, n);
            }
            for (int i = 0; i < size; i++) {
                System.arraycopy(scaled[i], 0, a[begin + i], 0, n);
            }
        }
    }

    /** pivot * rows of the block, with pivot itself in the block's own columns. */
    private static double[][] multiply(double[][] pivot, double[][] a, int begin, int size, int n) {
        double[][] scaled = new double[size][n];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = pivot[i][k];
                double[] from = a[begin + k];
                double[] to = scaled[i];
                for (int j = 0; j < n; j++) {
                    to[j] += factor * from[j];
                }
            }
            System.arraycopy(pivot[i], 0, scaled[i], begin, size);
        }
        return scaled;
    }

    private static void subtract(double[] row, double[] factors, double[][] scaled, int n) {
        int k = 0;
        for (; k + 3 < factors.length; k += 4) {
            subtractFour(
                    row,
                    scaled[k],
                    scaled[k + 1],
                    scaled[k + 2],
                    scaled[k + 3],
                    new double[] {factors[k], factors[k + 1], factors[k + 2], factors[k + 3]},
                    n);
        }
        for (; k < factors.length; k++) {
            double factor = factors[k];
            double[] from = scaled[k];
            for (int j = 0; j < n; j++) {
                row[j] -= factor * from[j];
            }
        }
    }

    private static void subtractFour(
            double[] row, double[] a, double[] b, double[] c, double[] d, double[] factors, int n) {
        double fa = factors[0];
        double fb = factors[1];
        double fc = factors[2];
        double fd = factors[3];
        for (int j = 0; j < n; j++) {
            row[j] -= fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    private static void invertSmall(double[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            double pivot = 1 / a[k][k];
            a[k][k] = 1;
            for (int j = 0; j < n; j++) {
                a[k][j] *= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i][k];
                if (i != k) {
                    a[i][k] = 0;
                    for (int j = 0; j < n; j++) {
                        a[i][j] -= factor * a[k][j];
                    }
                }
            }
        }
    }
}
