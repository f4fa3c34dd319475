package org.p13n.engine.model.content;

import java.util.List;

/**
 * A product as its page describes it; what nobody has written down is empty. Immutable.
 *
 * @param name what people call it
 * @param model the maker's own name for it, such as a type number
 * @param brand who makes it
 * @param description what its page says
 * @param categories names or ids of its categories, outermost first, such as {@code Audio}, {@code Headphones}
 * @param attributes what it is like, each as {@code name=value}; what has no {@code =} is a value without a name
 * @param price in the shop's currency; 0 = unknown
 */
public record ItemText(
        long itemId,
        String name,
        String model,
        String brand,
        String description,
        List<String> categories,
        List<String> attributes,
        double price) {

    public ItemText {
        if (itemId == 0) {
            throw new IllegalArgumentException("An item's id must not be 0: 0 stands for no item");
        }
        name = name == null ? "" : name;
        model = model == null ? "" : model;
        brand = brand == null ? "" : brand;
        description = description == null ? "" : description;
        categories = categories == null ? List.of() : List.copyOf(categories);
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        price = price > 0 && price < Double.POSITIVE_INFINITY ? price : 0;
    }

    /** A product of which the name alone is known. */
    public ItemText(long itemId, String name) {
        this(itemId, name, null, null, null, null, null, 0);
    }

    /** The name of an attribute, empty if it has none. */
    public static String nameOf(String attribute) {
        return attribute.substring(0, Math.max(0, attribute.indexOf('=')));
    }

    /** The value of an attribute. */
    public static String valueOf(String attribute) {
        return attribute.substring(attribute.indexOf('=') + 1);
    }
}
