package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.p13n.engine.model.index.LongIndex;

/** How often two items came together, and each of them at all; decayed, symmetric, owned by the trainer's thread. */
final class PairCounts {
    private final LongIndex items;
    private final TrainingSettings settings;
    private final BitSet touched = new BitSet();
    private PairRow[] rows = new PairRow[0];
    private double[] occurrences = new double[0];
    private Row[] published = new Row[0];
    private long rowBytes;

    PairCounts(LongIndex items, TrainingSettings settings) {
        this.items = items;
        this.settings = settings;
    }

    void writeTo(DataOutput out) throws IOException {
        int count = 0;
        for (PairRow row : rows) {
            count += row == null ? 0 : 1;
        }
        out.writeInt(count);
        for (int item = 0; item < rows.length; item++) {
            if (rows[item] != null) {
                out.writeInt(item);
                out.writeDouble(occurrences[item]);
                rows[item].writeTo(out);
            }
        }
    }

    /** Takes over another trainer's counts; this one must be empty. */
    void readFrom(DataInput in) throws IOException {
        int count = Stored.count("items with neighbours", in.readInt(), items.size());
        for (int i = 0; i < count; i++) {
            int item = Stored.number("an item", in.readInt(), items.size());
            row(item);
            occurrences[item] = Stored.weight("an item's number of occurrences", in.readDouble());
            rows[item] = PairRow.readFrom(in, items.size());
        }
    }

    void addPair(int a, int b, double weight) {
        row(a).add(b, weight, settings.rowCandidates());
        row(b).add(a, weight, settings.rowCandidates());
    }

    /** Adds to how often the item came at all. */
    void addOccurrence(int item, double weight) {
        row(item);
        occurrences[item] += weight;
    }

    /** The rows as they are now: new ones for touched items, the former ones for all others. */
    Row[] publishRows() {
        Row[] next = Arrays.copyOf(published, rows.length);
        for (int item = touched.nextSetBit(0); item >= 0; item = touched.nextSetBit(item + 1)) {
            rowBytes -= next[item] == null ? 0 : next[item].bytes();
            next[item] = rows[item].size() == 0 ? null : rows[item].strongest(settings.neighboursPerItem(), items);
            rowBytes += next[item] == null ? 0 : next[item].bytes();
        }
        touched.clear();
        published = next;
        return next;
    }

    /** How often each item came, in stored units; the array is the counter's own. */
    double[] occurrences() {
        return occurrences;
    }

    long rowBytes() {
        return rowBytes;
    }

    private PairRow row(int item) {
        if (item >= rows.length) {
            int capacity = Math.max(items.size(), rows.length + rows.length / 2);
            rows = Arrays.copyOf(rows, capacity);
            occurrences = Arrays.copyOf(occurrences, capacity);
        }
        if (rows[item] == null) {
            rows[item] = new PairRow();
        }
        touched.set(item);
        return rows[item];
    }
}
