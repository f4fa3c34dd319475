package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What one item speaks for: other items by number ascending, and its positive weights for them. */
record TargetWeights(int[] targets, float[] weights) {
    static final TargetWeights NONE = new TargetWeights(new int[0], new float[0]);

    int size() {
        return targets.length;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(targets.length);
        for (int i = 0; i < targets.length; i++) {
            out.writeInt(targets[i]);
            out.writeFloat(weights[i]);
        }
    }

    static TargetWeights readFrom(DataInput in, int items) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > items) {
            throw new IOException("The stored basket model is refused: an item has " + size
                    + " linear weights but only " + items + " items are known");
        }
        TargetWeights read = new TargetWeights(new int[size], new float[size]);
        for (int i = 0; i < size; i++) {
            read.targets[i] = in.readInt();
            read.weights[i] = in.readFloat();
            boolean ascends = read.targets[i] >= 0 && (i == 0 || read.targets[i] > read.targets[i - 1]);
            if (!ascends || read.targets[i] >= items || !(read.weights[i] >= 0) || Float.isInfinite(read.weights[i])) {
                throw new IOException("The stored basket model is refused: an item has the impossible linear weight "
                        + read.weights[i] + " for item number " + read.targets[i]);
            }
        }
        return read;
    }

    /**
     * Turns weights by target into weights by supporting item, and leaves each the largest few.
     *
     * @param byTarget one per item; its slots are emptied on the way to save memory
     */
    static TargetWeights[] of(SupportWeights[] byTarget, int most, long[] ids) {
        int[] sizes = new int[byTarget.length];
        for (SupportWeights weights : byTarget) {
            for (int support : weights.supports()) {
                sizes[support]++;
            }
        }
        TargetWeights[] bySupport = new TargetWeights[byTarget.length];
        for (int item = 0; item < bySupport.length; item++) {
            bySupport[item] = sizes[item] == 0 ? NONE : new TargetWeights(new int[sizes[item]], new float[sizes[item]]);
        }
        Arrays.fill(sizes, 0);
        for (int target = 0; target < byTarget.length; target++) {
            SupportWeights weights = byTarget[target];
            byTarget[target] = null;
            for (int i = 0; i < weights.supports().length; i++) {
                int support = weights.supports()[i];
                bySupport[support].targets[sizes[support]] = target;
                bySupport[support].weights[sizes[support]++] = weights.weights()[i];
            }
        }
        for (int item = 0; item < bySupport.length; item++) {
            bySupport[item] = bySupport[item].largest(most, ids);
        }
        return bySupport;
    }

    private TargetWeights largest(int most, long[] ids) {
        if (size() <= most) {
            return this;
        }
        boolean[] kept = Strongest.of(weights, most, place -> ids[targets[place]]);
        TargetWeights fewer = new TargetWeights(new int[most], new float[most]);
        int next = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                fewer.targets[next] = targets[i];
                fewer.weights[next++] = weights[i];
            }
        }
        return fewer;
    }
}
