package org.p13n.engine.model.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The weights of all features, and how they change with what is known of the session. Immutable. */
final class Blend {
    /*
     * Weights are bilinear: a feature's weight is a sum over circumstances, so that a session of one click leans on other
     * relations than one of ten, and a rare product on other ones than a popular one, without separate models. For one
     * look-up the circumstances are given: the score is then a plain sum of feature * weight.
     */
    private static final int BUCKETS = 3;
    static final int CIRCUMSTANCES = 1 + BUCKETS + 3;
    private static final float COMMON_EVIDENCE = 3;

    private final float[] weights;

    Blend(float[] weights) {
        if (weights.length != CIRCUMSTANCES * Features.COUNT) {
            throw new IllegalArgumentException(
                    "A blend must have " + CIRCUMSTANCES * Features.COUNT + " weights but has " + weights.length);
        }
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("A blend's weights must be numbers but one is " + weight);
            }
        }
        this.weights = weights.clone();
    }

    /**
     * What holds for one look-up: how long the session is, how much is known of its latest product, and how much it goes
     * back to what it had.
     *
     * @param evidence how often the latest product was clicked in training
     */
    static float[] circumstances(int[] clicks, int count, float evidence) {
        float[] circumstances = new float[CIRCUMSTANCES];
        circumstances[0] = 1;
        if (count > 1) {
            circumstances[count == 2 ? 1 : count <= 4 ? 2 : BUCKETS] = 1;
        }
        circumstances[1 + BUCKETS] = Features.log(1 + evidence) - COMMON_EVIDENCE;
        circumstances[2 + BUCKETS] = OwnClicks.repeats(clicks, count);
        circumstances[3 + BUCKETS] = count > 0 && OwnClicks.isRepeat(clicks, count - 1) ? 1 : 0;
        return circumstances;
    }

    /** One weight per feature. */
    float[] under(float[] circumstances) {
        float[] sums = new float[Features.COUNT];
        for (int c = 0; c < CIRCUMSTANCES; c++) {
            if (circumstances[c] != 0) {
                for (int i = 0; i < Features.COUNT; i++) {
                    sums[i] += circumstances[c] * weights[c * Features.COUNT + i];
                }
            }
        }
        return sums;
    }

    float[] weights() {
        return weights.clone();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    static Blend readFrom(DataInput in) throws IOException {
        int count = in.readInt();
        if (count != CIRCUMSTANCES * Features.COUNT) {
            throw new IOException("A blend must have " + CIRCUMSTANCES * Features.COUNT + " weights but has " + count);
        }
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = in.readFloat();
        }
        try {
            return new Blend(weights);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The blend before anything was learned: every relation counts, nearer ones more. */
    static Blend defaults() {
        float[] weights = new float[CIRCUMSTANCES * Features.COUNT];
        for (int i = 0; i < Features.PAIRS; i++) {
            int group = i / Features.RELATIONS;
            weights[Features.PAIRS + i] = group == 0 ? 0.2f : 0.1f;
        }
        weights[Features.OWN + 1] = 0.5f;
        weights[Features.OWN + 5] = 1;
        weights[Features.ALONE] = 0.3f;
        return new Blend(weights);
    }
}
