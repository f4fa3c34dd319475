package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.p13n.engine.model.index.LongIndex;

/** A basket model as a stream of bytes. */
final class BasketFormat {
    private BasketFormat() {}

    static void write(BasketModel model, DataOutput out) throws IOException {
        BasketFigures figures = model.figures();
        out.writeInt(figures.orders());
        out.writeLong(figures.publishedAt());
        out.writeInt(figures.leastEvidence());
        out.writeDouble(figures.scale());
        for (double weight : model.blend()) {
            out.writeDouble(weight);
        }
        model.index().writeTo(out);
        out.writeInt(model.popular().length);
        for (int item : model.popular()) {
            out.writeInt(item);
        }
        for (int item = 0; item < model.items(); item++) {
            out.writeFloat(model.occurrences()[item]);
            out.writeInt(model.frequencies()[item]);
            for (int window = 0; window < Says.WINDOWS.length; window++) {
                out.writeFloat(model.popularities()[item * Says.WINDOWS.length + window]);
            }
            model.row(item).writeTo(out);
        }
    }

    static BasketModel read(DataInput in) throws IOException {
        BasketFigures figures = new BasketFigures(
                notNegative("number of orders", in.readInt()),
                in.readLong(),
                notNegative("least evidence", in.readInt()),
                positive("scale", in.readDouble()));
        double[] blend = new double[2 * Signals.COUNT];
        for (int i = 0; i < blend.length; i++) {
            blend[i] = finite("weight of a signal", in.readDouble());
        }
        LongIndex items = LongIndex.readFrom(in);
        int size = items.size();
        int[] popular = new int[within("number of popular items", in.readInt(), size + 1)];
        for (int i = 0; i < popular.length; i++) {
            popular[i] = within("popular item", in.readInt(), size);
        }
        float[] occurrences = new float[size];
        int[] frequencies = new int[size];
        float[] popularities = new float[size * Says.WINDOWS.length];
        SeedRow[] rows = new SeedRow[size];
        for (int item = 0; item < size; item++) {
            occurrences[item] = (float) notNegative("decayed number of orders", in.readFloat());
            frequencies[item] = notNegative("number of orders", in.readInt());
            for (int window = 0; window < Says.WINDOWS.length; window++) {
                popularities[item * Says.WINDOWS.length + window] = (float) finite("popularity", in.readFloat());
            }
            rows[item] = SeedRow.readFrom(in, size);
        }
        return new BasketModel(items, rows, occurrences, frequencies, popularities, popular, blend, figures);
    }

    private static int within(String what, int value, int below) throws IOException {
        if (value < 0 || value >= below) {
            throw refused(what, "from 0 to " + (below - 1), value);
        }
        return value;
    }

    private static int notNegative(String what, int value) throws IOException {
        return within(what, value, Integer.MAX_VALUE);
    }

    private static double notNegative(String what, double value) throws IOException {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw refused(what, "0 or more", value);
        }
        return value;
    }

    private static double positive(String what, double value) throws IOException {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw refused(what, "above 0", value);
        }
        return value;
    }

    private static double finite(String what, double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw refused(what, "a number", value);
        }
        return value;
    }

    private static IOException refused(String what, String rule, Object value) {
        return new IOException("The " + what + " of a stored basket model must be " + rule + " but is " + value);
    }
}
