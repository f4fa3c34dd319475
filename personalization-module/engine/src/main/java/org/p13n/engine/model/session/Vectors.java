package org.p13n.engine.model.session;

import java.util.SplittableRandom;

/** A short vector per item, so that items which are met in alike company are near each other. */
final class Vectors {
    /*
     * The leading eigenvectors of the matrix of cosines by block power iteration (subspace iteration; Golub and Van Loan,
     * "Matrix Computations", 8.2), rows scaled to length 1: O(entries * dimensions) per sweep, no learning rate. Seeded, so
     * that the same log gives the same vectors.
     */
    private static final long SEED = 9;

    private final int dimensions;
    private float[] vectors;

    Vectors(DirectRows direct, SessionSettings settings) {
        int items = direct.items();
        dimensions = settings.dimensions();
        SplittableRandom random = new SplittableRandom(SEED);
        vectors = new float[items * dimensions];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) (random.nextDouble() + random.nextDouble() - 1);
        }
        for (int sweep = 0; sweep < settings.sweeps() && dimensions > 0; sweep++) {
            orthogonalise(items);
            multiply(direct, items);
        }
        normalise(items);
    }

    /** The cosine of two items' vectors, 0 where it is below. */
    float likeness(int a, int b) {
        float sum = 0;
        for (int k = 0; k < dimensions; k++) {
            sum += vectors[a * dimensions + k] * vectors[b * dimensions + k];
        }
        return Math.max(0, sum);
    }

    private void multiply(DirectRows direct, int items) {
        float[] next = new float[vectors.length];
        for (int item = 0; item < items; item++) {
            int own = item * dimensions;
            int[] others = direct.rows.neighboursOf(item);
            long[] relations = direct.rows.relationsOf(item);
            for (int entry = direct.rows.begin(item); entry < direct.rows.end(item); entry++) {
                float weight = direct.cosine(item, others[entry], relations[entry]);
                int other = others[entry] * dimensions;
                for (int k = 0; k < dimensions; k++) {
                    next[own + k] += weight * vectors[other + k];
                }
            }
        }
        vectors = next;
    }

    /** By Cholesky's factor of the Gram matrix; a direction that has died out becomes 0. */
    private void orthogonalise(int items) {
        double[][] factor = new double[dimensions][dimensions];
        for (int item = 0; item < items; item++) {
            for (int i = 0; i < dimensions; i++) {
                float own = vectors[item * dimensions + i];
                for (int j = 0; j <= i; j++) {
                    factor[i][j] += own * vectors[item * dimensions + j];
                }
            }
        }
        double smallest = 1e-9 * Math.max(1e-30, factor[0][0]);
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = factor[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] =
                        i == j ? (sum > smallest ? Math.sqrt(sum) : Double.POSITIVE_INFINITY) : sum / factor[j][j];
            }
        }
        for (int item = 0; item < items; item++) {
            solve(factor, item * dimensions);
        }
    }

    private void solve(double[][] factor, int own) {
        for (int i = 0; i < dimensions; i++) {
            double sum = vectors[own + i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * vectors[own + k];
            }
            vectors[own + i] = (float) (sum / factor[i][i]);
        }
    }

    private void normalise(int items) {
        for (int item = 0; item < items; item++) {
            double squares = 0;
            for (int k = 0; k < dimensions; k++) {
                squares += (double) vectors[item * dimensions + k] * vectors[item * dimensions + k];
            }
            float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
            for (int k = 0; k < dimensions; k++) {
                vectors[item * dimensions + k] *= scale;
            }
        }
    }
}
