package org.p13n.engine.profile;

import org.p13n.engine.event.Interaction;

/**
 * How much each kind of interaction adds to what it touches, measured in product views; 0 = teaches nothing.
 *
 * @param productView a look at a product, by which all others are measured; default 1
 * @param categoryView opening a category; default 0.5
 * @param search a search, for its intent; default 1
 * @param click choosing a product from a list, beside the view that mostly follows; default 0.5
 * @param quickLook a look at a product without opening its page; default 0.7
 * @param longDwell what a long look adds to its view; default 1
 * @param longDwellSeconds from how many seconds a look is long; default 30
 * @param bounce what turning away at once takes back of its view, not positive; default -0.5
 * @param bounceSeconds up to how many seconds a look is turning away; default 3
 * @param wishListAdd default 2
 * @param cartAdd an addition to the cart; default 3
 * @param cartRemove a removal, not positive; default -2
 * @param purchase an order line; default 5
 * @param cancellation a cancelled or returned line, not positive; default -5
 * @param ratingStar each star of a rating above three, and taken back for each below; default 1.5
 * @param notInterested "not interested" in a product, for all that the product stands for, not positive; default -1
 */
public record LearningWeights(
        double productView,
        double categoryView,
        double search,
        double click,
        double quickLook,
        double longDwell,
        int longDwellSeconds,
        double bounce,
        int bounceSeconds,
        double wishListAdd,
        double cartAdd,
        double cartRemove,
        double purchase,
        double cancellation,
        double ratingStar,
        double notInterested) {
    static final LearningWeights DEFAULTS =
            new LearningWeights(1, 0.5, 1, 0.5, 0.7, 1, 30, -0.5, 3, 2, 3, -2, 5, -5, 1.5, -1);

    private static final int MIDDLE_STARS = 3;
    private static final int MOST_STARS = 5;

    public LearningWeights {
        requireSign("productView", productView, 1);
        requireSign("categoryView", categoryView, 1);
        requireSign("search", search, 1);
        requireSign("click", click, 1);
        requireSign("quickLook", quickLook, 1);
        requireSign("longDwell", longDwell, 1);
        requireSign("longDwellSeconds", longDwellSeconds, 1);
        requireSign("bounce", bounce, -1);
        requireSign("bounceSeconds", bounceSeconds, 1);
        requireSign("longDwellSeconds - bounceSeconds", (double) longDwellSeconds - bounceSeconds, 1);
        requireSign("wishListAdd", wishListAdd, 1);
        requireSign("cartAdd", cartAdd, 1);
        requireSign("cartRemove", cartRemove, -1);
        requireSign("purchase", purchase, 1);
        requireSign("cancellation", cancellation, -1);
        requireSign("ratingStar", ratingStar, 1);
        requireSign("notInterested", notInterested, -1);
    }

    /** What the interaction adds; 0 for those that say nothing about taste. */
    double of(Interaction interaction) {
        return switch (interaction.type()) {
            case PRODUCT_VIEW -> productView;
            case CATEGORY_VIEW -> categoryView;
            case SEARCH -> search;
            case CLICK -> click;
            case QUICK_LOOK -> quickLook;
            case DWELL -> dwell(interaction.details().value());
            case WISH_LIST_ADD -> wishListAdd;
            case CART_ADD -> cartAdd;
            case CART_REMOVE -> cartRemove;
            case PURCHASE -> purchase;
            case CANCELLATION, RETURN -> cancellation;
            case RATING ->
                ratingStar * (Math.min(MOST_STARS, interaction.details().value()) - MIDDLE_STARS);
            case NOT_INTERESTED -> interaction.itemId() == 0 ? 0 : notInterested;
            default -> 0;
        };
    }

    private double dwell(int seconds) {
        if (seconds >= longDwellSeconds) {
            return longDwell;
        }
        return seconds <= bounceSeconds ? bounce : 0;
    }

    private static void requireSign(String name, double value, int sign) {
        if (!(value * sign >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Profile setting " + name + " must be 0 or " + (sign > 0 ? "more" : "less") + " but is " + value);
        }
    }
}
