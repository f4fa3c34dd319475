package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.Objects;

/**
 * What the engine needs to know about a product to understand taste. Immutable: the array is copied in; its accessor
 * hands out the shared array, which no caller may change.
 *
 * @param name what people call it
 * @param brand null if it has none
 * @param categoryIds its own categories and all their ancestors
 * @param activeSince epoch milliseconds from which it has been on sale
 */
@SuppressWarnings("ArrayRecordComponent")
public record ItemFacts(long itemId, String name, String brand, long[] categoryIds, long activeSince) {
    private static final long[] NO_CATEGORIES = {};

    public ItemFacts {
        if (itemId == 0) {
            throw new IllegalArgumentException("An item's id must not be 0: 0 stands for no item");
        }
        name = name == null ? "" : name;
        brand = brand == null || brand.isBlank() ? null : brand;
        categoryIds = categoryIds == null ? NO_CATEGORIES : categoryIds.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemFacts that
                && itemId == that.itemId
                && activeSince == that.activeSince
                && name.equals(that.name)
                && Objects.equals(brand, that.brand)
                && Arrays.equals(categoryIds, that.categoryIds);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(itemId);
    }

    @Override
    public String toString() {
        return "item " + itemId + " '" + name + "' brand " + brand + " categories " + Arrays.toString(categoryIds);
    }
}
