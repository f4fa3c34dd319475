package org.p13n.engine.model.learning;

import java.util.Arrays;

/** How unlikely curves make the choices, and how far they are from what they are held at; convex. */
final class ChoiceLoss implements ProjectedLbfgs.Loss {
    private final Segments segments;
    private final int[] ends;
    private final float[] says;
    private final double[] heights;
    private final double[] partly;
    private final double[] whole;
    private final double[] scores;
    private double[] held = {};
    private double strength;

    /** @param ends where the rows of each choice end; the first of them is the chosen one */
    ChoiceLoss(Segments segments, int[] ends, float[] says) {
        this.segments = segments;
        this.ends = ends;
        this.says = says;
        heights = new double[segments.rises()];
        partly = new double[segments.rises()];
        whole = new double[segments.rises()];
        int most = 0;
        for (int i = 0; i < ends.length; i++) {
            most = Math.max(most, ends[i] - (i == 0 ? 0 : ends[i - 1]));
        }
        scores = new double[most];
    }

    void hold(double[] rises, double firmly) {
        held = rises;
        strength = firmly;
    }

    @Override
    public double at(double[] rises, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < rises.length; i++) {
            double off = rises[i] - held[i];
            loss += strength / 2 * off * off;
            gradient[i] = strength * off;
        }
        Arrays.fill(partly, 0);
        Arrays.fill(whole, 0);
        segments.heights(rises, heights);
        for (int choice = 0, begin = 0; choice < ends.length; begin = ends[choice++]) {
            loss += says[choice] * lossOf(rises, begin, ends[choice], says[choice]);
        }
        segments.gather(partly, whole, gradient);
        return loss;
    }

    private double lossOf(double[] rises, int begin, int end, double say) {
        segments.score(rises, heights, begin, end, scores);
        int count = end - begin;
        double best = scores[0];
        for (int i = 1; i < count; i++) {
            best = Math.max(best, scores[i]);
        }
        double chosen = scores[0];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            scores[i] = Math.exp(scores[i] - best);
            sum += scores[i];
        }
        for (int i = 0; i < count; i++) {
            double slope = say * (scores[i] / sum - (i == 0 ? 1 : 0));
            if (Math.abs(slope) > 1e-7) {
                segments.differentiate(begin + i, slope, partly, whole);
            }
        }
        return best + Math.log(sum) - chosen;
    }
}
