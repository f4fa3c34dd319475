package org.p13n.engine.event;

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
 */
public record Interaction(
        InteractionType type,
        long shopperId,
        long itemId,
        long categoryId,
        String query,
        int quantity,
        long orderId,
        long at) {

    public Interaction {
        if (type == null) {
            throw new IllegalArgumentException("An interaction must have a type but has none: pass an InteractionType");
        }
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
            case CANCELLATION -> require(orderId != 0, type, "must name its order", "orderId", orderId);
        }
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

    /** This interaction, or its copy moved back to {@code now} if a wrong clock has put it into the future. */
    public Interaction notAfter(long now) {
        return at <= now
                ? this
                : new Interaction(type, shopperId, itemId, categoryId, query, quantity, orderId, Math.max(0, now));
    }

    private static void require(boolean holds, InteractionType type, String rule, String field, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "A " + type + " interaction " + rule + " but " + field + " is " + value + ": do not capture it");
        }
    }
}
