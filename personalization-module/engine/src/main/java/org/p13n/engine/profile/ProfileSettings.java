package org.p13n.engine.profile;

import java.time.Duration;
import org.p13n.engine.event.InteractionType;

/**
 * The hyper-parameters of shopper profiles.
 *
 * @param categoryHalfLife after how long a category's weight is halved; more than 0; default 30 days
 * @param brandHalfLife the same for brands, which people stay with longer; more than 0; default 60 days
 * @param priorWeight how much evidence (in product views) makes half of the confidence; more than 0; default 4
 * @param productView weight of a look at a product, by which all others are measured; 0 = views teach nothing; default 1
 * @param categoryView weight of opening a category; 0 = teaches nothing; default 0.5
 * @param cartAdd weight of an addition to the cart; 0 = teaches nothing; default 3
 * @param cartRemove weight of a removal, not positive; 0 = a removal changes nothing; default -2
 * @param purchase weight of an order line; 0 = teaches nothing; default 5
 * @param cancellation weight of a cancelled line, not positive; 0 = a cancellation changes nothing; default -5
 */
public record ProfileSettings(
        Duration categoryHalfLife,
        Duration brandHalfLife,
        double priorWeight,
        double productView,
        double categoryView,
        double cartAdd,
        double cartRemove,
        double purchase,
        double cancellation) {
    private static final ProfileSettings DEFAULTS =
            new ProfileSettings(Duration.ofDays(30), Duration.ofDays(60), 4, 1, 0.5, 3, -2, 5, -5);

    public ProfileSettings {
        requirePositive("categoryHalfLife", categoryHalfLife);
        requirePositive("brandHalfLife", brandHalfLife);
        requirePositive("priorWeight", priorWeight);
        requireSign("productView", productView, 1);
        requireSign("categoryView", categoryView, 1);
        requireSign("cartAdd", cartAdd, 1);
        requireSign("cartRemove", cartRemove, -1);
        requireSign("purchase", purchase, 1);
        requireSign("cancellation", cancellation, -1);
    }

    public static ProfileSettings defaults() {
        return DEFAULTS;
    }

    /** How much an interaction of that type adds to what it touches; 0 for those that touch no product. */
    double weight(InteractionType type) {
        return switch (type) {
            case PRODUCT_VIEW -> productView;
            case CATEGORY_VIEW -> categoryView;
            case CART_ADD -> cartAdd;
            case CART_REMOVE -> cartRemove;
            case PURCHASE -> purchase;
            case CANCELLATION, RETURN -> cancellation;
            default -> 0;
        };
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() <= 0) {
            throw new IllegalArgumentException("Profile setting " + name + " must be 1 ms or more but is " + value);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Profile setting " + name + " must be more than 0 but is " + value);
        }
    }

    private static void requireSign(String name, double value, int sign) {
        if (!(value * sign >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Profile setting " + name + " must be 0 or " + (sign > 0 ? "more" : "less") + " but is " + value);
        }
    }
}
