package org.p13n.engine.model.item;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.p13n.engine.model.index.LongIndex;

/** Where shoppers go from each product, by step. Immutable; safe to use from anywhere. */
public final class ItemModel {
    private static final int FORMAT = 1;

    private final LongIndex items;
    private final Map<Step, ItemNeighbours> steps;

    ItemModel(LongIndex items, Map<Step, ItemNeighbours> steps) {
        this.items = items;
        this.steps = new EnumMap<>(steps);
    }

    public ItemNeighbours neighbours(Step step) {
        return steps.get(step);
    }

    /** Estimated heap. */
    public long bytes() {
        return items.bytes()
                + steps.values().stream().mapToLong(ItemNeighbours::bytes).sum();
    }

    /** Writes the whole model: some 12 bytes per product and neighbour. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        items.writeTo(out);
        for (Step step : Step.values()) {
            steps.get(step).writeTo(out);
        }
    }

    /**
     * The model that {@link #writeTo} has written.
     *
     * @throws IOException if it is of another format or holds figures that cannot be
     */
    public static ItemModel readFrom(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("An item-to-item model must be of format " + FORMAT + " but is of " + format
                    + ": train it anew or use the version of the module that wrote it");
        }
        LongIndex items = LongIndex.readFrom(in);
        Map<Step, ItemNeighbours> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, ItemNeighbours.readFrom(in, items));
        }
        return new ItemModel(items, steps);
    }
}
