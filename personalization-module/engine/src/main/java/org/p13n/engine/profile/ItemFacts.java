package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What the engine needs to know about a product to understand taste. Immutable: the array is copied in; its accessor
 * hands out the shared array, which no caller may change.
 *
 * @param name what people call it
 * @param brand null if it has none
 * @param categoryIds its own categories, the main one first, and all their ancestors
 * @param activeSince epoch milliseconds from which it has been on sale
 * @param attributes what it is like, each once as {@code name=value}, sorted, so that the values of a name stand together
 * @param priceBand how dear it is among its like, from 1 (the cheapest fifth) to 5; 0 = unknown
 */
@SuppressWarnings("ArrayRecordComponent")
public record ItemFacts(
        long itemId,
        String name,
        String brand,
        long[] categoryIds,
        long activeSince,
        List<String> attributes,
        int priceBand) {
    public static final int PRICE_BANDS = 5;

    private static final long[] NO_CATEGORIES = {};

    public ItemFacts {
        if (itemId == 0) {
            throw new IllegalArgumentException("An item's id must not be 0: 0 stands for no item");
        }
        if (priceBand < 0 || priceBand > PRICE_BANDS) {
            throw new IllegalArgumentException(
                    "An item's price band must be 0 (unknown) to " + PRICE_BANDS + " but is " + priceBand);
        }
        name = name == null ? "" : name;
        brand = brand == null || brand.isBlank() ? null : brand;
        categoryIds = categoryIds == null ? NO_CATEGORIES : categoryIds.clone();
        attributes = attributes == null || attributes.isEmpty() ? List.of() : sorted(attributes);
    }

    /** An item without attributes, of unknown price. */
    public ItemFacts(long itemId, String name, String brand, long[] categoryIds, long activeSince) {
        this(itemId, name, brand, categoryIds, activeSince, List.of(), 0);
    }

    /** Whether two attributes, each {@code name=value}, have the same name. */
    public static boolean haveOneName(String attribute, String other) {
        int name = attribute.indexOf('=') + 1;
        return name > 0 && other.startsWith(attribute.substring(0, name));
    }

    private static List<String> sorted(List<String> attributes) {
        for (int i = 1; i < attributes.size(); i++) {
            if (attributes.get(i - 1).compareTo(attributes.get(i)) >= 0) {
                return attributes.stream().sorted().distinct().toList();
            }
        }
        return List.copyOf(attributes); // shared if it cannot change
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemFacts that
                && itemId == that.itemId
                && activeSince == that.activeSince
                && priceBand == that.priceBand
                && name.equals(that.name)
                && Objects.equals(brand, that.brand)
                && attributes.equals(that.attributes)
                && Arrays.equals(categoryIds, that.categoryIds);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(itemId);
    }

    @Override
    public String toString() {
        return "item " + itemId + " '" + name + "' brand " + brand + " categories " + Arrays.toString(categoryIds)
                + " attributes " + attributes + " price band " + priceBand;
    }
}
