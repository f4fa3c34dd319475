package org.p13n.engine.model.learning;

import java.util.Arrays;

/**
 * Learns the weights of a linear score from pairs of which the first should score higher. Collects pairs, then {@link
 * #learn} may be called any number of times. Not thread-safe; the same pairs in the same order give the same weights.
 */
public final class PairwiseLearner {
    /*
     * Pairwise logistic regression (RankNet with a linear score: Burges et al., ICML 2005) by projected Newton steps: the
     * objective is convex, and with a few dozen features a step is one pass over the pairs, O(pairs * features^2), and one
     * small linear system. The prior is a Gaussian round the hand-set weights whose strength is stated in pairs: at the
     * hand-set weights, it weighs as much as so many average pairs, so that few choices hardly move a weight and many
     * do, without a threshold. Features may be of any scale: strength is relative to each feature's mean square.
     */
    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 30;
    private static final double SETTLED = 1e-9;

    private final double[] prior;
    private final Direction[] directions;
    private final double priorPairs;
    private float[] differences;
    private float[] says;
    private int pairs;

    /** What is known beforehand of how a feature acts. */
    public enum Direction {
        /** The weight is never below 0. */
        HELPS,
        /** The weight is never above 0. */
        HURTS,
        EITHER
    }

    /**
     * A learner that knows no pairs yet.
     *
     * @param prior the hand-set weight of each feature
     * @param directions of each feature; a prior weight against its direction is refused
     * @param priorPairs how many pairs the hand-set weights are worth; more than 0
     */
    public PairwiseLearner(double[] prior, Direction[] directions, double priorPairs) {
        if (prior.length == 0 || prior.length != directions.length) {
            throw new IllegalArgumentException(
                    "Each feature needs one prior weight and one direction, at least one in all, " + "but there are "
                            + prior.length + " weights and " + directions.length + " directions");
        }
        if (!(priorPairs > 0) || Double.isInfinite(priorPairs)) {
            throw new IllegalArgumentException("The prior must be worth more than 0 pairs but is worth " + priorPairs);
        }
        for (int i = 0; i < prior.length; i++) {
            if (!Double.isFinite(prior[i]) || allowed(directions[i], prior[i]) != prior[i]) {
                throw new IllegalArgumentException("The prior weight " + prior[i] + " of feature " + i
                        + " must be a number that goes with " + directions[i]);
            }
        }
        this.prior = prior.clone();
        this.directions = directions.clone();
        this.priorPairs = priorPairs;
        differences = new float[prior.length * 64];
        says = new float[64];
    }

    /**
     * Adds a pair.
     *
     * @param say how much the pair counts; 1 for a plain choice; 0 is ignored
     */
    public void add(float[] better, float[] worse, float say) {
        if (better.length != prior.length || worse.length != prior.length) {
            throw new IllegalArgumentException("Both sides of a pair must have " + prior.length + " features but have "
                    + better.length + " and " + worse.length);
        }
        if (!(say >= 0) || Float.isInfinite(say)) {
            throw new IllegalArgumentException("A pair's say must be a number of 0 or more but is " + say);
        }
        if (say == 0) {
            return;
        }
        if (pairs == says.length) {
            says = Arrays.copyOf(says, pairs * 2);
            differences = Arrays.copyOf(differences, differences.length * 2);
        }
        for (int i = 0; i < prior.length; i++) {
            float difference = better[i] - worse[i];
            if (!Float.isFinite(difference)) {
                throw new IllegalArgumentException("Feature " + i + " must be a number on both sides of a pair but is "
                        + better[i] + " and " + worse[i]);
            }
            differences[pairs * prior.length + i] = difference;
        }
        says[pairs++] = say;
    }

    /** Number of pairs added. */
    public int pairs() {
        return pairs;
    }

    /** The weights that make the pairs and the prior most likely; the prior itself without pairs. */
    public double[] learn() {
        double[] weights = prior.clone();
        if (pairs == 0) {
            return weights;
        }
        double[] strengths = priorStrengths();
        double loss = loss(weights, strengths);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = better(weights, loss, strengths);
            double nextLoss = loss(next, strengths);
            boolean settled = loss - nextLoss <= SETTLED * (1 + Math.abs(loss));
            weights = next;
            loss = nextLoss;
            if (settled) {
                break;
            }
        }
        return weights;
    }

    private double[] better(double[] weights, double loss, double[] strengths) {
        int n = weights.length;
        double[] gradient = new double[n];
        double[][] curvature = new double[n][n];
        differentiate(weights, strengths, gradient, curvature);
        double[] move = direction(weights, gradient, curvature);
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                next[i] = allowed(directions[i], weights[i] - length * move[i]);
            }
            if (loss(next, strengths) < loss) {
                return next;
            }
        }
        return weights;
    }

    /** The Newton direction over the weights that are free to move: one at its bound that would leave it stays. */
    private double[] direction(double[] weights, double[] gradient, double[][] curvature) {
        int n = weights.length;
        double[] right = gradient.clone();
        for (int i = 0; i < n; i++) {
            boolean held =
                    directions[i] != Direction.EITHER && weights[i] == 0 && allowed(directions[i], -gradient[i]) == 0;
            if (held) {
                Arrays.fill(curvature[i], 0);
                for (double[] row : curvature) {
                    row[i] = 0;
                }
                curvature[i][i] = 1;
                right[i] = 0;
            }
        }
        return Cholesky.solve(curvature, right);
    }

    private double[] priorStrengths() {
        int n = prior.length;
        double[] squares = new double[n];
        double say = 0;
        for (int pair = 0; pair < pairs; pair++) {
            say += says[pair];
            for (int i = 0; i < n; i++) {
                double difference = differences[pair * n + i];
                squares[i] += says[pair] * difference * difference;
            }
        }
        for (int i = 0; i < n; i++) {
            double meanSquare = squares[i] / say;
            squares[i] = priorPairs / 4 * (meanSquare > 0 ? meanSquare : 1);
        }
        return squares;
    }

    private double loss(double[] weights, double[] strengths) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = weights[i] - prior[i];
            loss += strengths[i] / 2 * off * off;
        }
        for (int pair = 0; pair < pairs; pair++) {
            double margin = margin(pair, weights);
            loss += says[pair] * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
        }
        return loss;
    }

    private void differentiate(double[] weights, double[] strengths, double[] gradient, double[][] curvature) {
        int n = weights.length;
        for (int i = 0; i < n; i++) {
            gradient[i] = strengths[i] * (weights[i] - prior[i]);
            curvature[i][i] = strengths[i];
        }
        for (int pair = 0; pair < pairs; pair++) {
            double wrong = 1 / (1 + Math.exp(margin(pair, weights)));
            double slope = -says[pair] * wrong;
            double bend = says[pair] * wrong * (1 - wrong);
            int at = pair * n;
            for (int i = 0; i < n; i++) {
                double difference = differences[at + i];
                gradient[i] += slope * difference;
                double scaled = bend * difference;
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += scaled * differences[at + j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private double margin(int pair, double[] weights) {
        double margin = 0;
        int at = pair * weights.length;
        for (int i = 0; i < weights.length; i++) {
            margin += weights[i] * differences[at + i];
        }
        return margin;
    }

    private static double allowed(Direction direction, double weight) {
        return switch (direction) {
            case HELPS -> Math.max(0, weight);
            case HURTS -> Math.min(0, weight);
            case EITHER -> weight;
        };
    }
}
