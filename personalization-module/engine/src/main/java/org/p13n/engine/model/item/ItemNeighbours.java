package org.p13n.engine.model.item;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.p13n.engine.model.index.LongIndex;

/**
 * The neighbours that one step leads to from each product, best first, ties by item id: one flat table. Immutable. Hot
 * paths walk {@linkplain #begin slots} by product number; all others use {@link #forEach}.
 */
public final class ItemNeighbours {
    private final LongIndex items;
    private final double shrinkage;
    private final float[] sources;
    private final float[] targets;
    private final int[] begins;
    private final int[] neighbours;
    private final float[] weights;
    private final int[] shoppers;

    /** What is told of a neighbour. */
    public interface Visitor {
        /**
         * Takes in a neighbour.
         *
         * @param similarity 0 to 1
         * @param evidence how many shoppers made the step
         */
        void visit(long itemId, double similarity, int evidence);
    }

    /** Takes the arrays; {@code begins} has one entry more than there are products. */
    ItemNeighbours(
            LongIndex items,
            double shrinkage,
            float[][] shoppersOfItems,
            int[] begins,
            int[] neighbours,
            float[] weights,
            int[] shoppers) {
        this.items = items;
        this.shrinkage = shrinkage;
        sources = shoppersOfItems[0];
        targets = shoppersOfItems[1];
        this.begins = begins;
        this.neighbours = neighbours;
        this.weights = weights;
        this.shoppers = shoppers;
    }

    /** Tells of the product's best neighbours; of none if it is unknown. */
    public void forEach(long itemId, int limit, Visitor visitor) {
        int number = items.find(itemId);
        if (number >= 0) {
            int end = Math.min(end(number), begin(number) + limit);
            for (int slot = begin(number); slot < end; slot++) {
                visitor.visit(items.keyAt(neighbours[slot]), similarity(number, slot, shrinkage), shoppers[slot]);
            }
        }
    }

    /** How many products are known; their numbers are 0 to this less 1. */
    public int items() {
        return items.size();
    }

    /** The product's number, or -1. */
    public int number(long itemId) {
        return items.find(itemId);
    }

    public long itemId(int number) {
        return items.keyAt(number);
    }

    /** The slot of the product's best neighbour. */
    public int begin(int number) {
        return begins[number];
    }

    /** The slot after that of its worst neighbour. */
    public int end(int number) {
        return begins[number + 1];
    }

    /** The number of the product in a slot. */
    public int neighbour(int slot) {
        return neighbours[slot];
    }

    /** The steps to the product in a slot, decayed and weighted: at most one for each shopper. */
    public float weight(int slot) {
        return weights[slot];
    }

    /** How many shoppers made the step to the product in a slot. */
    public int evidence(int slot) {
        return shoppers[slot];
    }

    /** The steps relative to the geometric mean of both products' shoppers, shrunk; 0 to 1. */
    public double similarity(int number, int slot, double shrink) {
        double both = Math.sqrt((double) sources[number] * targets[neighbours[slot]]) + shrink;
        return both > 0 ? Math.min(1, weights[slot] / both) : 0;
    }

    /** The steps relative to the shoppers at the step's beginning, shrunk: how likely the next shopper makes it; 0 to 1. */
    public double likelihood(int number, int slot, double shrink) {
        return Math.min(1, weights[slot] / (sources[number] + shrink));
    }

    /** Decayed number of shoppers who may begin a step at the product. */
    public float shoppersFrom(int number) {
        return sources[number];
    }

    /** Decayed number of shoppers who may end a step at the product. */
    public float shoppersTo(int number) {
        return targets[number];
    }

    /** What stands under a plain similarity beside the shoppers. */
    public double shrinkage() {
        return shrinkage;
    }

    /** Estimated heap without the index of the products. */
    public long bytes() {
        return 12L * items.size() + 12L * neighbours.length;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(shrinkage);
        for (int number = 0; number < items.size(); number++) {
            out.writeFloat(sources[number]);
            out.writeFloat(targets[number]);
            out.writeInt(end(number) - begin(number));
        }
        for (int slot = 0; slot < neighbours.length; slot++) {
            out.writeInt(neighbours[slot]);
            out.writeFloat(weights[slot]);
            out.writeInt(shoppers[slot]);
        }
    }

    static ItemNeighbours readFrom(DataInput in, LongIndex items) throws IOException {
        double shrinkage = in.readDouble();
        require(shrinkage >= 0, "a shrinkage of 0 or more", shrinkage);
        float[][] ofItems = new float[2][items.size()];
        int[] begins = new int[items.size() + 1];
        for (int number = 0; number < items.size(); number++) {
            ofItems[0][number] = weight(in, "shoppers of a product");
            ofItems[1][number] = weight(in, "shoppers of a product");
            int length = in.readInt();
            require(length >= 0 && length < items.size(), "fewer neighbours than there are products", length);
            begins[number + 1] = Math.addExact(begins[number], length);
        }
        return readSlots(in, items, shrinkage, ofItems, begins);
    }

    private static ItemNeighbours readSlots(
            DataInput in, LongIndex items, double shrinkage, float[][] ofItems, int[] begins) throws IOException {
        int slots = begins[items.size()];
        int[] neighbours = new int[slots];
        float[] weights = new float[slots];
        int[] shoppers = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            neighbours[slot] = in.readInt();
            require(neighbours[slot] >= 0 && neighbours[slot] < items.size(), "a known neighbour", neighbours[slot]);
            weights[slot] = weight(in, "steps");
            shoppers[slot] = in.readInt();
            require(shoppers[slot] > 0, "one shopper or more for each neighbour", shoppers[slot]);
        }
        return new ItemNeighbours(items, shrinkage, ofItems, begins, neighbours, weights, shoppers);
    }

    private static float weight(DataInput in, String what) throws IOException {
        float weight = in.readFloat();
        require(weight >= 0 && weight < Float.POSITIVE_INFINITY, "a number of 0 or more for " + what, weight);
        return weight;
    }

    private static void require(boolean holds, String rule, double actual) throws IOException {
        if (!holds) {
            throw new IOException("An item-to-item list must have " + rule + " but has " + actual);
        }
    }
}
