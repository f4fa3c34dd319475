package org.p13n.engine.model.learning;

import org.p13n.engine.model.learning.PairwiseLearner.Direction;

/** Minimizes a smooth convex function of many numbers, some of which may not change their sign. Deterministic. */
final class ProjectedLbfgs {
    /*
     * L-BFGS (Liu and Nocedal 1989) in the space of the numbers that are free to move, with projection in the line search
     * (two-metric projection: Gafni and Bertsekas 1984): one at its bound that would leave it stays for this step.
     */
    private static final int MEMORY = 8;
    private static final int MOST_HALVINGS = 20;
    private static final double ENOUGH = 1e-4;
    private static final double SETTLED = 1e-7;

    private final Direction[] bounds;
    private final int steps;
    private final double[][] moves = new double[MEMORY][];
    private final double[][] bends = new double[MEMORY][];
    private int remembered;

    /** What is minimized. */
    interface Loss {
        /** The value there; overwrites the gradient. */
        double at(double[] point, double[] gradient);
    }

    ProjectedLbfgs(Direction[] bounds, int steps) {
        this.bounds = bounds;
        this.steps = steps;
    }

    double[] minimize(Loss loss, double[] start) {
        int n = start.length;
        double[] point = start.clone();
        double[] gradient = new double[n];
        double[] next = new double[n];
        double[] nextGradient = new double[n];
        double value = loss.at(point, gradient);
        for (int step = 0; step < steps; step++) {
            double[] direction = direction(point, gradient);
            double length = remembered == 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double nextValue = Double.POSITIVE_INFINITY;
            boolean found = false;
            for (int halving = 0; halving < MOST_HALVINGS && !found; halving++, length /= 2) {
                double gain = move(point, gradient, direction, length, next);
                nextValue = loss.at(next, nextGradient);
                found = nextValue <= value - ENOUGH * gain;
            }
            boolean settled = !found || value - nextValue <= SETTLED * (1 + Math.abs(value));
            if (found) {
                remember(point, next, gradient, nextGradient);
                System.arraycopy(next, 0, point, 0, n);
                System.arraycopy(nextGradient, 0, gradient, 0, n);
                value = nextValue;
            }
            if (settled && remembered == 0) {
                break;
            }
            if (settled) {
                remembered = 0;
            }
        }
        return point;
    }

    /** Moves within the bounds; what the gradient promises for it. */
    private double move(double[] point, double[] gradient, double[] direction, double length, double[] next) {
        double gain = 0;
        for (int i = 0; i < point.length; i++) {
            next[i] = allowed(i, point[i] + length * direction[i]);
            gain += gradient[i] * (point[i] - next[i]);
        }
        return gain;
    }

    private double[] direction(double[] point, double[] gradient) {
        int n = point.length;
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = isHeld(i, point[i], gradient[i]) ? 0 : -gradient[i];
        }
        double[] steepest = direction.clone();
        int known = Math.min(remembered, MEMORY);
        double[] parts = new double[known];
        for (int k = 1; k <= known; k++) {
            int slot = (remembered - k) % MEMORY;
            parts[k - 1] = dot(moves[slot], direction) / dot(moves[slot], bends[slot]);
            addTo(direction, bends[slot], -parts[k - 1]);
        }
        if (known > 0) {
            int slot = (remembered - 1) % MEMORY;
            double scale = dot(moves[slot], bends[slot]) / dot(bends[slot], bends[slot]);
            for (int i = 0; i < n; i++) {
                direction[i] *= scale;
            }
        }
        for (int k = known; k >= 1; k--) {
            int slot = (remembered - k) % MEMORY;
            double back = dot(bends[slot], direction) / dot(moves[slot], bends[slot]);
            addTo(direction, moves[slot], parts[k - 1] - back);
        }
        for (int i = 0; i < n; i++) {
            if (steepest[i] == 0 && isHeld(i, point[i], gradient[i])) {
                direction[i] = 0;
            }
        }
        return dot(direction, steepest) > 0 ? direction : steepest;
    }

    private void remember(double[] point, double[] next, double[] gradient, double[] nextGradient) {
        double[] move = new double[point.length];
        double[] bend = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            move[i] = next[i] - point[i];
            bend[i] = nextGradient[i] - gradient[i];
        }
        if (dot(move, bend) > 1e-12) {
            moves[remembered % MEMORY] = move;
            bends[remembered % MEMORY] = bend;
            remembered++;
        }
    }

    private boolean isHeld(int i, double value, double slope) {
        return bounds[i] != Direction.EITHER && value == 0 && allowed(i, -slope) == 0;
    }

    private double allowed(int i, double value) {
        return switch (bounds[i]) {
            case HELPS -> Math.max(0, value);
            case HURTS -> Math.min(0, value);
            case EITHER -> value;
        };
    }

    private static void addTo(double[] sum, double[] other, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * other[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
