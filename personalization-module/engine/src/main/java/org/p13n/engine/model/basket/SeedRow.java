package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * What one item in a cart says of others, by their number ascending. 16 bytes per companion.
 *
 * @param together decayed weight of the orders that hold both, in stored units
 * @param weights what the item adds to a prediction of the companion; 0 = nothing
 * @param orders number of orders that hold both; 0 = not counted among the most frequent
 */
record SeedRow(int[] companions, float[] together, float[] weights, int[] orders) {
    static final SeedRow EMPTY = new SeedRow(new int[0], new float[0], new float[0], new int[0]);

    int size() {
        return companions.length;
    }

    /** Place of a companion, negative if it is none. */
    int find(int companion) {
        return Arrays.binarySearch(companions, companion);
    }

    long bytes() {
        return 16L * companions.length + 96;
    }

    /** The most frequent companions of a row with all there are, and those with weights. */
    static SeedRow of(CountedRow counted, TargetWeights weights, int mostCompanions, IntToLongFunction ids) {
        boolean[] kept =
                Strongest.of(counted.together(), mostCompanions, place -> ids.applyAsLong(counted.companions()[place]));
        int most = Math.min(counted.size(), mostCompanions + weights.size());
        SeedRow row = new SeedRow(new int[most], new float[most], new float[most], new int[most]);
        int size = 0;
        int next = 0;
        for (int i = 0; i < counted.size(); i++) {
            int companion = counted.companions()[i];
            while (next < weights.size() && weights.targets()[next] < companion) {
                next++;
            }
            boolean weighted = next < weights.size() && weights.targets()[next] == companion;
            if (kept[i] || weighted) {
                row.companions[size] = companion;
                row.together[size] = counted.together()[i];
                row.weights[size] = weighted ? weights.weights()[next] : 0;
                row.orders[size++] = counted.orders()[i];
            }
        }
        return row.first(size);
    }

    private SeedRow first(int size) {
        return new SeedRow(
                Arrays.copyOf(companions, size),
                Arrays.copyOf(together, size),
                Arrays.copyOf(weights, size),
                Arrays.copyOf(orders, size));
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(companions.length);
        for (int i = 0; i < companions.length; i++) {
            out.writeInt(companions[i]);
            out.writeFloat(together[i]);
            out.writeFloat(weights[i]);
            out.writeInt(orders[i]);
        }
    }

    static SeedRow readFrom(DataInput in, int items) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > items) {
            throw new IOException("A basket model of " + items + " items has a row of " + size + " companions");
        }
        SeedRow row = new SeedRow(new int[size], new float[size], new float[size], new int[size]);
        for (int i = 0; i < size; i++) {
            row.companions[i] = in.readInt();
            row.together[i] = in.readFloat();
            row.weights[i] = in.readFloat();
            row.orders[i] = in.readInt();
            boolean ascends = row.companions[i] >= 0 && (i == 0 || row.companions[i] > row.companions[i - 1]);
            boolean possible = row.together[i] >= 0
                    && Float.isFinite(row.together[i])
                    && row.weights[i] >= 0
                    && Float.isFinite(row.weights[i])
                    && row.orders[i] >= 0;
            if (!ascends || row.companions[i] >= items || !possible) {
                throw new IOException("A row of a basket model of " + items + " items has the impossible companion "
                        + row.companions[i] + " with " + row.orders[i] + " orders, together " + row.together[i]
                        + " and weight " + row.weights[i]);
            }
        }
        return row;
    }
}
