package org.p13n.engine.model.demand;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** How products sell, in figures that are ready to be looked up: flat, 4 bytes per product and figure. Immutable. */
public final class Demand {
    private static final int FORMAT = 1;

    private final LongIndex items;
    private final float[] figures;
    private final float[] totals;

    /** Takes the arrays: figures product by product. */
    Demand(LongIndex items, float[] figures) {
        this.items = items;
        this.figures = figures;
        totals = new float[DemandFigure.COUNT];
        double[] sums = new double[DemandFigure.COUNT];
        for (int i = 0; i < figures.length; i++) {
            sums[i % DemandFigure.COUNT] += figures[i];
        }
        Arrays.setAll(sums, i -> totals[i] = (float) sums[i]);
    }

    /** How many products are known. */
    public int items() {
        return items.size();
    }

    /** The product's number, or -1 if it was never bought. */
    public int number(long itemId) {
        return items.find(itemId);
    }

    /** @param number of a product, or -1, of which every figure is 0 */
    public float figure(int number, DemandFigure figure) {
        return number < 0 ? 0 : figures[number * DemandFigure.COUNT + figure.ordinal()];
    }

    /** The sum of a figure over all products. */
    public float total(DemandFigure figure) {
        return totals[figure.ordinal()];
    }

    /** Estimated heap. */
    public long bytes() {
        return items.bytes() + (long) Float.BYTES * figures.length;
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(DemandFigure.COUNT);
        items.writeTo(out);
        for (float figure : figures) {
            out.writeFloat(figure);
        }
    }

    /**
     * The figures that {@link #writeTo} has written.
     *
     * @throws IOException if they are of another format or cannot be
     */
    public static Demand readFrom(DataInput in) throws IOException {
        int format = in.readInt();
        int count = in.readInt();
        if (format != FORMAT || count != DemandFigure.COUNT) {
            throw new IOException("Demand must be of format " + FORMAT + " with " + DemandFigure.COUNT
                    + " figures but is of " + format + " with " + count
                    + ": train it anew or use the version of the module that wrote it");
        }
        LongIndex items = LongIndex.readFrom(in);
        float[] figures = new float[items.size() * count];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = in.readFloat();
            if (!(figures[i] >= 0) || Float.isInfinite(figures[i])) {
                throw new IOException("A figure of demand must be a number of 0 or more but is " + figures[i]);
            }
        }
        return new Demand(items, figures);
    }
}
