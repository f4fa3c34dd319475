package org.p13n.engine.event;

import java.util.Comparator;

/**
 * One thing that one shopper did at one moment. Immutable; 0 stands for "none" in every id.
 *
 * @param shopperId who did it, never 0
 * @param itemId the product, 0 for a category view, a search and the cancellation of a whole order
 * @param categoryId the category viewed or the one the shopper came from, 0 if unknown
 * @param query what was searched for, null unless it is a search
 * @param quantity how many pieces were added, removed, bought or cancelled; 0 for views and searches
 * @param orderId the order of a purchase or cancellation, 0 for everything else
 * @param at epoch milliseconds
 * @param details what else is known of it, never null
 */
public record Interaction(
        InteractionType type,
        long shopperId,
        long itemId,
        long categoryId,
        String query,
        int quantity,
        long orderId,
        long at,
        InteractionDetails details) {
    /** The order of time; where it ties, any that is always the same. */
    public static final Comparator<Interaction> IN_TIME = Comparator.comparingLong(Interaction::at)
            .thenComparing(Interaction::type)
            .thenComparingLong(Interaction::shopperId)
            .thenComparingLong(Interaction::itemId)
            .thenComparingLong(Interaction::categoryId)
            .thenComparingLong(Interaction::orderId)
            .thenComparingInt(Interaction::quantity)
            .thenComparingInt(interaction -> interaction.details().value())
            .thenComparing(interaction -> interaction.details().text());

    public Interaction {
        if (type == null) {
            throw new IllegalArgumentException("An interaction must have a type but has none: pass an InteractionType");
        }
        require(details != null, type, "must have details, at least InteractionDetails.NONE,", "details", details);
        require(shopperId != 0, type, "must have a shopper", "shopperId", shopperId);
        require(at >= 0, type, "must not lie before 1970", "at", at);
        require(quantity >= 0, type, "must not have a negative quantity", "quantity", quantity);
        switch (type) {
            case PRODUCT_VIEW -> require(itemId != 0, type, "must name an item", "itemId", itemId);
            case CATEGORY_VIEW -> require(categoryId != 0, type, "must name a category", "categoryId", categoryId);
            case SEARCH -> require(query != null && !query.isBlank(), type, "must have a query", "query", query);
            case CART_ADD, CART_REMOVE, PURCHASE -> {
                require(itemId != 0, type, "must name an item", "itemId", itemId);
                require(quantity > 0, type, "must have a quantity of 1 or more", "quantity", quantity);
            }
            case CANCELLATION, RETURN -> require(orderId != 0, type, "must name its order", "orderId", orderId);
            case DWELL, RATING -> {
                require(itemId != 0, type, "must name an item", "itemId", itemId);
                require(details.value() > 0, type, "must have a value of 1 or more", "value", details.value());
            }
            case QUICK_LOOK, WISH_LIST_ADD -> require(itemId != 0, type, "must name an item", "itemId", itemId);
            case IMPRESSION, IMPRESSION_SEEN, CLICK ->
                require(
                        details.impressionId() != 0,
                        type,
                        "must name its list",
                        "impressionId",
                        details.impressionId());
            case PREFERENCE, CONCLUSION_REMOVED ->
                require(!details.text().isBlank(), type, "must say what it is about", "text", details.text());
            case NOT_INTERESTED ->
                require(
                        itemId != 0 || categoryId != 0 || !details.text().isBlank(),
                        type,
                        "must name an item, a category or a brand",
                        "text",
                        details.text());
            case CHECKOUT_START,
                    VIEWED_CLEARED,
                    PAUSED,
                    RESUMED,
                    CONSENT_GIVEN,
                    CONSENT_WITHDRAWN,
                    MAIL_OPENED,
                    MAIL_CLICKED -> {}
        }
    }

    /** An interaction of which nothing else is known. */
    public Interaction(
            InteractionType type,
            long shopperId,
            long itemId,
            long categoryId,
            String query,
            int quantity,
            long orderId,
            long at) {
        this(type, shopperId, itemId, categoryId, query, quantity, orderId, at, InteractionDetails.NONE);
    }

    public static Interaction productView(long shopperId, long itemId, long at) {
        return new Interaction(InteractionType.PRODUCT_VIEW, shopperId, itemId, 0, null, 0, 0, at);
    }

    public static Interaction categoryView(long shopperId, long categoryId, long at) {
        return new Interaction(InteractionType.CATEGORY_VIEW, shopperId, 0, categoryId, null, 0, 0, at);
    }

    public static Interaction search(long shopperId, String query, long at) {
        return new Interaction(InteractionType.SEARCH, shopperId, 0, 0, query, 0, 0, at);
    }

    /** An addition for a positive delta, a removal for a negative one; the quantity is always positive. */
    public static Interaction cartChange(long shopperId, long itemId, int delta, long at) {
        InteractionType type = delta < 0 ? InteractionType.CART_REMOVE : InteractionType.CART_ADD;
        int quantity = delta == Integer.MIN_VALUE ? Integer.MAX_VALUE : Math.abs(delta);
        return new Interaction(type, shopperId, itemId, 0, null, quantity, 0, at);
    }

    public static Interaction purchase(long shopperId, long itemId, int quantity, long orderId, long at) {
        return new Interaction(InteractionType.PURCHASE, shopperId, itemId, 0, null, quantity, orderId, at);
    }

    /** The cancellation of one line of an order; the item 0 cancels the whole order. */
    public static Interaction cancellation(long shopperId, long itemId, int quantity, long orderId, long at) {
        return new Interaction(InteractionType.CANCELLATION, shopperId, itemId, 0, null, quantity, orderId, at);
    }

    /** The list of that id was shown: {@code text} is what {@link ShownList#encode()} wrote. */
    public static Interaction impression(long shopperId, long impressionId, ShownList list, long at) {
        InteractionDetails details = InteractionDetails.NONE
                .withValue(list.itemIds().size())
                .withImpression(impressionId)
                .withText(list.encode());
        return new Interaction(InteractionType.IMPRESSION, shopperId, 0, list.categoryId(), null, 0, 0, at, details);
    }

    /** @param position the product's place in the list, from 1; 0 if unknown */
    public static Interaction click(long shopperId, long itemId, long impressionId, int position, long at) {
        InteractionDetails details = InteractionDetails.NONE.withValue(position).withImpression(impressionId);
        return new Interaction(InteractionType.CLICK, shopperId, itemId, 0, null, 0, 0, at, details);
    }

    /** Any other interaction with a product, or with none if the item is 0. */
    public static Interaction of(
            InteractionType type, long shopperId, long itemId, InteractionDetails details, long at) {
        return new Interaction(type, shopperId, itemId, 0, null, 0, 0, at, details);
    }

    /** This interaction, or its copy moved back to {@code now} if a wrong clock has put it into the future. */
    public Interaction notAfter(long now) {
        return at <= now
                ? this
                : new Interaction(
                        type, shopperId, itemId, categoryId, query, quantity, orderId, Math.max(0, now), details);
    }

    /** This interaction with other details. */
    public Interaction with(InteractionDetails other) {
        return new Interaction(type, shopperId, itemId, categoryId, query, quantity, orderId, at, other);
    }

    /** This interaction as somebody else's, as when a visitor turns out to be a customer. */
    public Interaction of(long otherShopperId) {
        return otherShopperId == shopperId
                ? this
                : new Interaction(type, otherShopperId, itemId, categoryId, query, quantity, orderId, at, details);
    }

    private static void require(boolean holds, InteractionType type, String rule, String field, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "A " + type + " interaction " + rule + " but " + field + " is " + value + ": do not capture it");
        }
    }
}
