package org.p13n.engine.model.learning;

import java.util.Arrays;

/**
 * Learns the weights of a linear score from choices: of the alternatives of one occasion, some were chosen. Collects
 * choices, then {@link #learn} may be called. Not thread-safe; the same choices in the same order give the same weights.
 */
public final class ChoiceLearner {
    /*
     * Conditional logit (McFadden 1974), in ranking ListNet's top-one loss (Cao et al., ICML 2007), by damped Newton steps
     * on a convex objective: a pass is O(alternatives * features^2). The prior is a Gaussian round the hand-set weights
     * whose strength is stated in choices and relative to each feature's spread within an occasion, so that features may be
     * of any scale. Against pairs it looks at all alternatives of an occasion at once, which puts the weight on the top of
     * the list: on a gift shop's baskets it was worth 1 % of MRR.
     */
    private static final int MOST_STEPS = 30;
    private static final int MOST_HALVINGS = 20;
    private static final double SETTLED = 1e-7;

    private final double[] prior;
    private final double priorChoices;
    private final int width;
    private float[] features;
    private boolean[] chosen;
    private int[] ends = new int[64];
    private int occasions;

    /**
     * A learner that knows no choices yet.
     *
     * @param prior the hand-set weight of each feature
     * @param priorChoices how many choices the hand-set weights are worth; more than 0
     */
    public ChoiceLearner(double[] prior, double priorChoices) {
        if (prior.length == 0 || !Arrays.stream(prior).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "There must be at least one prior weight and each a number but they are " + Arrays.toString(prior));
        }
        if (!(priorChoices > 0) || Double.isInfinite(priorChoices)) {
            throw new IllegalArgumentException(
                    "The prior must be worth more than 0 choices but is worth " + priorChoices);
        }
        this.prior = prior.clone();
        this.priorChoices = priorChoices;
        width = prior.length;
        features = new float[width * 64];
        chosen = new boolean[64];
    }

    /**
     * Adds one occasion. It teaches nothing, and is not kept, if none or all of the alternatives were chosen.
     *
     * @param alternatives the features of the first alternative, then of the second and so on; all finite
     * @param wasChosen which alternatives were chosen
     */
    public void add(float[] alternatives, boolean[] wasChosen) {
        if (alternatives.length != wasChosen.length * width) {
            throw new IllegalArgumentException(wasChosen.length + " alternatives must have " + width
                    + " features each but there are " + alternatives.length + " in all");
        }
        int choices = count(wasChosen);
        if (choices == 0 || choices == wasChosen.length) {
            return;
        }
        for (float feature : alternatives) {
            if (!Float.isFinite(feature)) {
                throw new IllegalArgumentException("Every feature must be a number but one is " + feature);
            }
        }
        int begin = begin(occasions);
        int end = begin + wasChosen.length;
        makeRoom(end);
        System.arraycopy(alternatives, 0, features, begin * width, alternatives.length);
        System.arraycopy(wasChosen, 0, chosen, begin, wasChosen.length);
        ends[occasions++] = end;
    }

    /** Number of occasions kept. */
    public int occasions() {
        return occasions;
    }

    /** The weights that make the choices and the prior most likely; the prior itself without choices. */
    public double[] learn() {
        double[] weights = prior.clone();
        if (occasions == 0) {
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

    /** How unlikely the choices are under the weights, in nats per occasion; 0 without choices. */
    public double surprise(double[] weights) {
        return occasions == 0 ? 0 : loss(weights, new double[width]) / occasions;
    }

    private double[] better(double[] weights, double loss, double[] strengths) {
        double[] gradient = new double[width];
        double[][] curvature = new double[width][width];
        differentiate(weights, strengths, gradient, curvature);
        double[] move = Cholesky.solve(curvature, gradient);
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            double[] next = new double[width];
            for (int i = 0; i < width; i++) {
                next[i] = weights[i] - length * move[i];
            }
            if (loss(next, strengths) < loss) {
                return next;
            }
        }
        return weights;
    }

    private double[] priorStrengths() {
        double[] spread = new double[width];
        double[] even = new double[width];
        for (int occasion = 0; occasion < occasions; occasion++) {
            int begin = begin(occasion);
            int size = ends[occasion] - begin;
            Arrays.fill(even, 0);
            for (int at = begin * width; at < ends[occasion] * width; at++) {
                even[at % width] += features[at] / size;
            }
            for (int at = begin * width; at < ends[occasion] * width; at++) {
                double off = features[at] - even[at % width];
                spread[at % width] += off * off / size;
            }
        }
        for (int i = 0; i < width; i++) {
            double variance = spread[i] / occasions;
            spread[i] = priorChoices * (variance > 0 ? variance : 1);
        }
        return spread;
    }

    private double loss(double[] weights, double[] strengths) {
        double loss = 0;
        for (int i = 0; i < width; i++) {
            double off = weights[i] - prior[i];
            loss += strengths[i] / 2 * off * off;
        }
        for (int occasion = 0; occasion < occasions; occasion++) {
            double[] scores = scores(occasion, weights);
            int begin = begin(occasion);
            double sum = 0;
            double chosenSum = 0;
            int choices = 0;
            for (int i = 0; i < scores.length; i++) {
                sum += Math.exp(scores[i]);
                if (chosen[begin + i]) {
                    chosenSum += scores[i];
                    choices++;
                }
            }
            loss += Math.log(sum) - chosenSum / choices;
        }
        return loss;
    }

    private void differentiate(double[] weights, double[] strengths, double[] gradient, double[][] curvature) {
        for (int i = 0; i < width; i++) {
            gradient[i] = strengths[i] * (weights[i] - prior[i]);
            curvature[i][i] = strengths[i];
        }
        double[] expected = new double[width];
        for (int occasion = 0; occasion < occasions; occasion++) {
            differentiate(occasion, weights, expected, gradient, curvature);
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    private void differentiate(
            int occasion, double[] weights, double[] expected, double[] gradient, double[][] curvature) {
        double[] chances = scores(occasion, weights);
        double sum = 0;
        int begin = begin(occasion);
        int choices = 0;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = Math.exp(chances[i]);
            sum += chances[i];
            choices += chosen[begin + i] ? 1 : 0;
        }
        Arrays.fill(expected, 0);
        for (int i = 0; i < chances.length; i++) {
            double chance = chances[i] / sum;
            double slope = chance - (chosen[begin + i] ? 1.0 / choices : 0);
            int at = (begin + i) * width;
            for (int a = 0; a < width; a++) {
                double feature = features[at + a];
                expected[a] += chance * feature;
                gradient[a] += slope * feature;
                double scaled = chance * feature;
                for (int b = 0; b <= a; b++) {
                    curvature[a][b] += scaled * features[at + b];
                }
            }
        }
        for (int a = 0; a < width; a++) {
            for (int b = 0; b <= a; b++) {
                curvature[a][b] -= expected[a] * expected[b];
            }
        }
    }

    /** Scores of the alternatives, shifted so that the highest is 0. */
    private double[] scores(int occasion, double[] weights) {
        int begin = begin(occasion);
        double[] scores = new double[ends[occasion] - begin];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            int at = (begin + i) * width;
            double score = 0;
            for (int a = 0; a < width; a++) {
                score += weights[a] * features[at + a];
            }
            scores[i] = score;
            highest = Math.max(highest, score);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= highest;
        }
        return scores;
    }

    private int begin(int occasion) {
        return occasion == 0 ? 0 : ends[occasion - 1];
    }

    private void makeRoom(int alternatives) {
        if (occasions == ends.length) {
            ends = Arrays.copyOf(ends, occasions * 2);
        }
        if (alternatives > chosen.length) {
            int capacity = Math.max(alternatives, chosen.length * 2);
            chosen = Arrays.copyOf(chosen, capacity);
            features = Arrays.copyOf(features, capacity * width);
        }
    }

    private static int count(boolean[] wasChosen) {
        int choices = 0;
        for (boolean choice : wasChosen) {
            choices += choice ? 1 : 0;
        }
        return choices;
    }
}
