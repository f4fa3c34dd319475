package org.p13n.engine.model.basket;

/** What the items of one cart say of all their companions. Memory is bounded by the companions, not by the catalog. */
final class CartEvidence {
    private final int[] slots;
    private final int[] items;
    private final float[] linear;
    private final float[] conditional;
    private final float[] cosine;
    private final float[] strongest;
    private final int[] orders;
    private int size;

    /** @param companions how many there may be at most, repeated ones counted again */
    CartEvidence(int companions) {
        int room = Math.max(8, companions);
        slots = new int[Integer.highestOneBit(room * 2 - 1) * 2];
        items = new int[room];
        linear = new float[room];
        conditional = new float[room];
        cosine = new float[room];
        strongest = new float[room];
        orders = new int[room];
    }

    /**
     * Adds what one item says.
     *
     * @param perOccurrence turns "together" into a share of the item's own orders
     * @param perRoot turns it into the first half of a cosine
     */
    void add(SeedRow row, float perOccurrence, float perRoot) {
        for (int i = 0; i < row.size(); i++) {
            int place = place(row.companions()[i]);
            linear[place] += row.weights()[i];
            strongest[place] = Math.max(strongest[place], row.weights()[i]);
            conditional[place] += row.together()[i] * perOccurrence;
            cosine[place] += row.together()[i] * perRoot;
            orders[place] = Math.max(orders[place], row.orders()[i]);
        }
    }

    /** Adds what one item says by its linear weights alone, so many times. */
    void addLinear(SeedRow row, float times) {
        for (int i = 0; i < row.size(); i++) {
            if (row.weights()[i] > 0) {
                linear[place(row.companions()[i])] += row.weights()[i] * times;
            }
        }
    }

    /** Place of an item, or -1. */
    int find(int item) {
        return slots[slotOf(item)] - 1;
    }

    /** Makes an item a candidate without evidence, or leaves it the evidence that it has. */
    int place(int item) {
        int slot = slotOf(item);
        if (slots[slot] == 0) {
            items[size] = item;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    int size() {
        return size;
    }

    int item(int place) {
        return items[place];
    }

    float linear(int place) {
        return linear[place];
    }

    float conditional(int place) {
        return conditional[place];
    }

    /** Still to be divided by the root of the candidate's own occurrences. */
    float halfCosine(int place) {
        return cosine[place];
    }

    float strongest(int place) {
        return strongest[place];
    }

    /** Most orders that hold the candidate and one same item of the cart. */
    int orders(int place) {
        return orders[place];
    }

    private int slotOf(int item) {
        int mask = slots.length - 1;
        int slot = (item * 0x9e3779b9 >>> 7) & mask;
        while (slots[slot] != 0 && items[slots[slot] - 1] != item) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
