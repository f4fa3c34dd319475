package org.p13n.engine.model.session;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** Learns a blend from what shoppers clicked next in sessions that were not learned from. */
final class BlendLearning {
    /*
     * Listwise: the softmax over all candidates of a session should give the product that was clicked next (ListNet's
     * top-one, Cao et al., ICML 2007; the same likelihood as a conditional logit, McFadden 1973). Convex. Stochastic steps
     * of Adam (Kingma and Ba, ICLR 2015) over choices in a fixed shuffled order with a step that falls to 0; the prior
     * pulls towards the default blend with the strength of so many choices. Nothing is stored per choice: features are
     * made anew in each pass, some 0.1 ms each.
     */
    private static final int MOST_CHOICES = 20_000;
    private static final int BATCH = 32;
    private static final double STEP = 0.02;
    private static final double MOMENTUM = 0.9;
    private static final double SCALE_MEMORY = 0.999;
    private static final long STRIDE = 7_919;

    private final ClickLog log;
    private final int from;
    private final Lookup lookup;
    private final Increments none;
    private final SessionSettings settings;
    private final float[] prior = Blend.defaults().weights();
    private final float[] weights = prior.clone();
    private final double[] gradient = new double[weights.length];
    private final double[] momentum = new double[weights.length];
    private final double[] scale = new double[weights.length];
    private final float[] expected = new float[Features.COUNT];
    private float[] chances = new float[1 << 10];
    private int steps;

    private BlendLearning(ClickLog log, int from, LearnedItems older, SessionSettings settings) {
        this.log = log;
        this.from = from;
        this.settings = settings;
        lookup = new Lookup(new LongIndex(), older);
        none = new Increments(older);
    }

    /**
     * The blend that the clicks of a log from a place on teach.
     *
     * @param older learned from the clicks before that place only
     */
    static Blend learn(ClickLog log, int from, LearnedItems older, SessionSettings settings) {
        BlendLearning learning = new BlendLearning(log, from, older, settings);
        int[] choices = learning.choices();
        if (choices.length == 0) {
            return Blend.defaults();
        }
        int passes = settings.blendPasses();
        long total = (long) passes * choices.length;
        for (long n = 0; n < total; n++) {
            learning.choice(choices[(int) (n * STRIDE % choices.length)]);
            if ((n + 1) % BATCH == 0 || n + 1 == total) {
                learning.step(STEP * (1 - (double) n / total), choices.length);
            }
        }
        return new Blend(learning.weights);
    }

    /** Places of clicks that have an earlier one in their session; evenly thinned out. */
    private int[] choices() {
        int all = 0;
        for (int place = from; place < log.size(); place++) {
            all += place > from && !log.endsSession(place - 1) ? 1 : 0;
        }
        int kept = Math.min(all, MOST_CHOICES);
        int[] choices = new int[kept];
        int next = 0;
        int seen = 0;
        for (int place = from + 1; place < log.size(); place++) {
            if (!log.endsSession(place - 1) && (long) seen++ * kept / all >= next && next < kept) {
                choices[next++] = place;
            }
        }
        return choices;
    }

    private void choice(int place) {
        int begin = log.sessionStart(place);
        int[] clicks = new int[place - begin];
        for (int i = 0; i < clicks.length; i++) {
            clicks[i] = log.itemAt(begin + i);
        }
        lookup.collect(clicks, clicks.length, none);
        float[] circumstances = lookup.circumstances();
        float[] effective = new Blend(weights).under(circumstances);
        int chosen = score(effective, log.itemAt(place));
        if (chosen < 0) {
            return;
        }
        differentiate(chosen, circumstances);
    }

    /** Fills in each candidate's chance; the number of the chosen one or -1. */
    private int score(float[] effective, int item) {
        int size = lookup.candidates();
        if (chances.length < size) {
            chances = new float[size * 2];
        }
        int chosen = -1;
        float highest = Float.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < size; candidate++) {
            chances[candidate] = Lookup.dot(lookup.features(candidate), effective);
            highest = Math.max(highest, chances[candidate]);
            if (lookup.item(candidate) == item) {
                chosen = candidate;
            }
        }
        float sum = 0;
        for (int candidate = 0; candidate < size; candidate++) {
            chances[candidate] = (float) Math.exp(chances[candidate] - highest);
            sum += chances[candidate];
        }
        for (int candidate = 0; candidate < size; candidate++) {
            chances[candidate] /= sum;
        }
        return chosen;
    }

    private void differentiate(int chosen, float[] circumstances) {
        Arrays.fill(expected, 0);
        for (int candidate = 0; candidate < lookup.candidates(); candidate++) {
            float say = chances[candidate] - (candidate == chosen ? 1 : 0);
            if (Math.abs(say) > 1e-6f) {
                float[] features = lookup.features(candidate);
                for (int i = 0; i < Features.COUNT; i++) {
                    expected[i] += say * features[i];
                }
            }
        }
        for (int c = 0; c < Blend.CIRCUMSTANCES; c++) {
            for (int i = 0; i < Features.COUNT; i++) {
                gradient[c * Features.COUNT + i] += circumstances[c] * expected[i];
            }
        }
    }

    private void step(double length, int choices) {
        steps++;
        double unbiasMomentum = 1 - Math.pow(MOMENTUM, steps);
        double unbiasScale = 1 - Math.pow(SCALE_MEMORY, steps);
        for (int i = 0; i < weights.length; i++) {
            double slope = gradient[i] / BATCH + settings.blendPrior() / choices * (weights[i] - prior[i]);
            momentum[i] = MOMENTUM * momentum[i] + (1 - MOMENTUM) * slope;
            scale[i] = SCALE_MEMORY * scale[i] + (1 - SCALE_MEMORY) * slope * slope;
            weights[i] -= (float) (length * momentum[i] / unbiasMomentum / (Math.sqrt(scale[i] / unbiasScale) + 1e-8));
            gradient[i] = 0;
        }
    }
}
