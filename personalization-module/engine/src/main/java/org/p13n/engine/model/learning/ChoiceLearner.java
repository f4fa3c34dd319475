package org.p13n.engine.model.learning;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.p13n.engine.model.learning.PairwiseLearner.Direction;

/**
 * Learns the curves of an {@link AdditiveModel} from choices out of lists. Collects choices, then {@link #learn} may be
 * called any number of times. Not thread-safe; the same choices in the same order give the same model.
 */
public final class ChoiceLearner {
    /*
     * Conditional logit (McFadden 1974; as a ranking loss ListNet's top one: Cao et al., ICML 2007) with a generalised
     * additive score (Hastie and Tibshirani 1986; for ranking: Zhuang et al., WSDM 2021): the chosen product against some
     * of its list. A curve is a chain of straight segments between quantiles; its parameters are the rises of the
     * segments, so that monotone curves are a sign constraint and the problem stays convex. Values are turned into
     * (segment, part) once; a step of the optimizer is then two passes of table look-ups over rows x features.
     */
    private static final long SEED = 0x63686f696365L;

    private final Curve[] curves;
    private final ChoiceSettings settings;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private float[] rows = new float[1024];
    private int rowCount;
    private int[] ends = new int[64];
    private float[] says = new float[64];
    private int choices;

    public ChoiceLearner(Curve[] curves, ChoiceSettings settings) {
        if (curves.length == 0) {
            throw new IllegalArgumentException("An additive score must have at least one feature");
        }
        this.curves = curves.clone();
        this.settings = settings;
    }

    /**
     * Adds a choice. Of the list some rivals are drawn; a list of one is no choice and is ignored.
     *
     * @param features of all products of the list, one product after the other
     * @param chosen the place of the chosen product in it, from 0
     * @param rival whether the product at a place counts as not chosen; others that were chosen as well do not
     * @param say how much the choice counts: 1, or more for a place that is seldom looked at; 0 is ignored
     */
    public void add(float[] features, int chosen, boolean[] rival, float say) {
        int width = curves.length;
        if (features.length != rival.length * width || chosen < 0 || chosen >= rival.length) {
            throw new IllegalArgumentException(
                    "A choice out of " + rival.length + " products must be one of them and have " + width
                            + " features each but is " + chosen + " with " + features.length + " in all");
        }
        if (!(say >= 0) || Float.isInfinite(say)) {
            throw new IllegalArgumentException("A choice's say must be a number of 0 or more but is " + say);
        }
        requireNumbers(features);
        int candidates = rivals(rival, chosen);
        if (candidates == 0 || say == 0) {
            return;
        }
        append(features, chosen);
        int wanted = Math.min(candidates, settings.rivals());
        for (int i = 0; i < rival.length && wanted > 0; i++) {
            if (rival[i] && i != chosen) {
                if (random.nextInt(candidates--) < wanted) {
                    append(features, i);
                    wanted--;
                }
            }
        }
        close(say);
    }

    /** Number of choices added. */
    public int choices() {
        return choices;
    }

    /** The curves that make the choices and the hand-set slopes most likely; those slopes themselves without choices. */
    public AdditiveModel learn() {
        if (choices == 0 || settings.steps() == 0) {
            return AdditiveModel.handSet(curves);
        }
        float[][] knots = new float[curves.length][];
        for (int feature = 0; feature < curves.length; feature++) {
            knots[feature] = knots(feature);
        }
        Segments segments = new Segments(rows, rowCount, knots);
        ChoiceLoss loss = new ChoiceLoss(segments, Arrays.copyOf(ends, choices), Arrays.copyOf(says, choices));
        loss.hold(priorRises(segments), settings.priorChoices());
        double[] rises = new ProjectedLbfgs(bounds(segments), settings.steps()).minimize(loss, priorRises(segments));
        return segments.model(rises);
    }

    /** Quantiles of the values in lists, denser where the chosen products are. */
    private float[] knots(int feature) {
        float[] values = new float[rowCount + choices * 8];
        int size = 0;
        for (int choice = 0, begin = 0; choice < choices; begin = ends[choice++]) {
            for (int row = begin; row < ends[choice]; row++) {
                values[size++] = rows[row * curves.length + feature];
            }
            for (int i = 0; i < 8; i++) {
                values[size++] = rows[begin * curves.length + feature];
            }
        }
        Arrays.sort(values, 0, size);
        float[] knots = new float[settings.segments() + 1];
        int count = 0;
        for (int i = 0; i < knots.length; i++) {
            float value = values[(int) ((long) i * (size - 1) / settings.segments())];
            if (count == 0 || value > knots[count - 1]) {
                knots[count++] = value;
            }
        }
        return Arrays.copyOf(knots, count);
    }

    private double[] priorRises(Segments segments) {
        double[] rises = new double[segments.rises()];
        for (int feature = 0; feature < curves.length; feature++) {
            for (int i = 0; i < segments.rises(feature); i++) {
                rises[segments.first(feature) + i] = curves[feature].slope() * segments.width(feature, i);
            }
        }
        return rises;
    }

    private Direction[] bounds(Segments segments) {
        Direction[] bounds = new Direction[segments.rises()];
        for (int feature = 0; feature < curves.length; feature++) {
            Arrays.fill(
                    bounds,
                    segments.first(feature),
                    segments.first(feature) + segments.rises(feature),
                    curves[feature].direction());
        }
        return bounds;
    }

    private static int rivals(boolean[] rival, int chosen) {
        int rivals = 0;
        for (int i = 0; i < rival.length; i++) {
            rivals += rival[i] && i != chosen ? 1 : 0;
        }
        return rivals;
    }

    private void requireNumbers(float[] features) {
        for (int i = 0; i < features.length; i++) {
            if (!Float.isFinite(features[i])) {
                throw new IllegalArgumentException("Feature " + curves[i % curves.length].name()
                        + " must be a number for every product but is " + features[i]);
            }
        }
    }

    private void append(float[] features, int place) {
        int width = curves.length;
        if ((rowCount + 1) * width > rows.length) {
            rows = Arrays.copyOf(rows, Math.max((rowCount + 1) * width, rows.length + rows.length / 2));
        }
        System.arraycopy(features, place * width, rows, rowCount++ * width, width);
    }

    private void close(float say) {
        if (choices == ends.length) {
            ends = Arrays.copyOf(ends, choices * 2);
            says = Arrays.copyOf(says, choices * 2);
        }
        ends[choices] = rowCount;
        says[choices++] = say;
    }
}
