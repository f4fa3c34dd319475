package org.p13n.engine.model.basket;

import java.util.Arrays;
import org.p13n.engine.model.index.TopItems;

/** Predicts the presence of one item in an order from that of the items most like it: a closed-form linear model each. */
final class LocalRidge {
    private final CountedRow[] rows;
    private final double[] occurrences;
    private final double ridge;
    private final double share;
    private final int most;
    private final long[] ids;
    private final int[] places;
    private final double[] matrix;
    private final double[] solution;

    /**
     * A solver with scratch of 8 bytes per supporting item squared.
     *
     * @param occurrences of each item, in units of pairs
     * @param ridge evidence against every weight, in the same units
     * @param share the same as a share of the supporting item's occurrences
     * @param most supporting items at most
     * @param ids of items, for ties
     */
    LocalRidge(CountedRow[] rows, double[] occurrences, double ridge, double share, int most, long[] ids) {
        this.rows = rows;
        this.occurrences = occurrences;
        this.ridge = ridge;
        this.share = share;
        this.most = most;
        this.ids = ids;
        places = new int[rows.length];
        Arrays.fill(places, -1);
        matrix = new double[most * most];
        solution = new double[most];
    }

    /** The weights of the supporting items that speak for the target; none that speaks against it. */
    SupportWeights solve(int target) {
        int[] supports = supports(target);
        if (supports.length == 0) {
            return SupportWeights.NONE;
        }
        CountedRow row = rows[target];
        for (int i = 0; i < supports.length; i++) {
            solution[i] = row.together()[supports[i]];
            supports[i] = row.companions()[supports[i]];
        }
        fill(supports);
        Cholesky.solve(matrix, solution, supports.length, ridge);
        return positive(supports);
    }

    /** What {@link #solve} would give if the supporting items never came together themselves. */
    SupportWeights approximate(int target) {
        int[] supports = supports(target);
        CountedRow row = rows[target];
        for (int i = 0; i < supports.length; i++) {
            int support = row.companions()[supports[i]];
            solution[i] = row.together()[supports[i]] / (occurrences[support] * (1 + share) + ridge);
            supports[i] = support;
        }
        return positive(supports);
    }

    /** Places in the target's row of its most similar companions, by cosine. */
    private int[] supports(int target) {
        CountedRow row = rows[target];
        float[] cosines = new float[row.size()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = (float) (row.together()[i] / Math.sqrt(occurrences[row.companions()[i]] + ridge / 20));
        }
        TopItems top = new TopItems(Math.min(most, row.size()), (a, b) -> {
            if (cosines[a] != cosines[b]) {
                return cosines[a] > cosines[b];
            }
            return ids[row.companions()[a]] < ids[row.companions()[b]];
        });
        for (int i = 0; i < cosines.length; i++) {
            top.offer(i);
        }
        return top.bestFirst();
    }

    private void fill(int[] supports) {
        int n = supports.length;
        Arrays.fill(matrix, 0, n * n, 0);
        for (int i = 0; i < n; i++) {
            places[supports[i]] = i;
        }
        for (int i = 0; i < n; i++) {
            CountedRow row = rows[supports[i]];
            for (int k = 0; k < row.size(); k++) {
                int place = places[row.companions()[k]];
                if (place >= 0) {
                    matrix[i * n + place] = row.together()[k];
                    matrix[place * n + i] = row.together()[k];
                }
            }
            matrix[i * n + i] = occurrences[supports[i]] * (1 + share) + ridge;
        }
        for (int support : supports) {
            places[support] = -1;
        }
    }

    private SupportWeights positive(int[] supports) {
        int count = 0;
        for (int i = 0; i < supports.length; i++) {
            count += solution[i] > 0 ? 1 : 0;
        }
        SupportWeights weights = new SupportWeights(new int[count], new float[count]);
        int next = 0;
        for (int i = 0; i < supports.length; i++) {
            if (solution[i] > 0) {
                weights.supports()[next] = supports[i];
                weights.weights()[next++] = (float) solution[i];
            }
        }
        return weights;
    }
}
