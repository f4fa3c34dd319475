package org.p13n.engine.model;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** What sells and what is new, overall and by category, brand and attribute. Immutable; holds only items of the catalog. */
public final class Popularity {
    static final Popularity EMPTY =
            new Popularity(new LongIndex(), Shelves.EMPTY, new double[0], PopularLists.EMPTY, 1, 0);
    private static final long[] NOTHING = {};

    private final LongIndex items;
    private final Shelves shelves;
    private final double[] weights;
    private final PopularLists lists;
    private final double scale;
    private final double mostOnScale;

    Popularity(LongIndex items, Shelves shelves, double[] weights, PopularLists lists, double scale, double most) {
        this.items = items;
        this.shelves = shelves;
        this.weights = weights;
        this.lists = lists;
        this.scale = scale;
        mostOnScale = Math.log(1 + most * scale);
    }

    /** 0 for an item that nobody cared for, 1 for the most popular one, on a logarithmic scale. */
    public double score(long itemId) {
        double interest = interest(itemId);
        return interest > 0 ? Math.log(1 + interest) / mostOnScale : 0;
    }

    /** The decayed number of purchases (and of views at their small weight) at the time of training. */
    public double interest(long itemId) {
        int item = items.find(itemId);
        return item < 0 || item >= weights.length ? 0 : weights[item] * scale;
    }

    /** Most popular first; items that nobody cared for yet follow, newest first; ties by id. */
    public long[] top(int limit) {
        return first(lists.overall(), limit);
    }

    /** Like {@link #top} among the items of a category and its descendants. */
    public long[] topInCategory(long categoryId, int limit) {
        return onShelf(shelves.ofCategory(categoryId), limit);
    }

    /** Like {@link #top} among the items of a brand. */
    public long[] topOfBrand(String brand, int limit) {
        return onShelf(shelves.ofBrand(brand), limit);
    }

    /**
     * Like {@link #top} among the items with an attribute's value.
     *
     * @param attribute as {@code name=value}
     */
    public long[] topWithAttribute(String attribute, int limit) {
        return onShelf(shelves.ofAttribute(attribute), limit);
    }

    /** Latest on sale first, ties by id. */
    public long[] newest(int limit) {
        return first(lists.newest(), limit);
    }

    long bytes() {
        return lists.bytes() + (long) Double.BYTES * weights.length;
    }

    private long[] onShelf(int shelf, int limit) {
        return shelf < 0 ? NOTHING : first(lists.byShelf()[shelf], limit);
    }

    private static long[] first(long[] list, int limit) {
        return Arrays.copyOf(list, Math.min(Math.max(limit, 0), list.length));
    }
}
