package org.p13n.engine.model.content;

/**
 * The hyper-parameters of likeness by content.
 *
 * @param name weight of alike names; 0 = names do not count; default 3
 * @param description weight of alike descriptions; 0 = they do not count; default 1
 * @param brand weight of the same brand; 0 = brands do not count; default 0.2
 * @param category weight of common categories, rarer ones counting more; 0 = they do not count; default 2
 * @param attributes weight of common attributes, rarer ones counting more; 0 = they do not count; default 3
 * @param price weight of near prices; 0 = prices do not count; default 0.3
 * @param priceRatio how many times dearer halves the likeness of prices; more than 1; default 2
 * @param doubt how much a part that one of two products has nothing for counts, as if they had nothing in common there;
 *     0 = it is left out, 1 = it counts fully; default 0.5
 * @param candidates how many products with alike texts are compared in full; at least 1; default 100
 * @param sharing how many products with the same rare category or attribute are compared as well; 0 = none; default 50
 * @param neighbours how many of the most alike are kept per product; at least 1; default 32
 */
public record ContentSettings(
        double name,
        double description,
        double brand,
        double category,
        double attributes,
        double price,
        double priceRatio,
        double doubt,
        int candidates,
        int sharing,
        int neighbours) {
    private static final ContentSettings DEFAULTS = new ContentSettings(3, 1, 0.2, 2, 3, 0.3, 2, 0.5, 100, 50, 32);

    public ContentSettings {
        requireWithin("name", name, 0, 1000);
        requireWithin("description", description, 0, 1000);
        requireWithin("brand", brand, 0, 1000);
        requireWithin("category", category, 0, 1000);
        requireWithin("attributes", attributes, 0, 1000);
        requireWithin("price", price, 0, 1000);
        requireWithin("priceRatio", priceRatio, Math.nextUp(1.0), 1000);
        requireWithin("doubt", doubt, 0, 1);
        requireWithin("candidates", candidates, 1, 10_000);
        requireWithin("sharing", sharing, 0, 10_000);
        requireWithin("neighbours", neighbours, 1, 1000);
        if (name + description + brand + category + attributes + price <= 0) {
            throw new IllegalArgumentException(
                    "At least one weight of a content part must be more than 0 but all are 0");
        }
    }

    public static ContentSettings defaults() {
        return DEFAULTS;
    }

    double weightOf(ContentPart part) {
        return switch (part) {
            case NAME -> name;
            case DESCRIPTION -> description;
            case BRAND -> brand;
            case CATEGORY -> category;
            case ATTRIBUTES -> attributes;
            case PRICE -> price;
        };
    }

    private static void requireWithin(String setting, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Content setting " + setting + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
