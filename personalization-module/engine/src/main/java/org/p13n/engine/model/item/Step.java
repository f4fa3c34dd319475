package org.p13n.engine.model.item;

/** From what kind of touch to what kind of touch shoppers went: each step is a list of neighbours of its own. */
public enum Step {
    /** Whoever looked at this also looked at that. */
    VIEWED_VIEWED,
    /** Whoever looked at this bought that. */
    VIEWED_BOUGHT,
    /** Whoever bought this bought that as well, or next. */
    BOUGHT_BOUGHT;

    /** How much a touch counts at the step's beginning; a product in the cart has been looked at. */
    public double sourceSay(Touch touch, double cartSay) {
        return this == BOUGHT_BOUGHT ? bought(touch, cartSay) : viewed(touch);
    }

    /** How much a touch counts at the step's end. */
    public double targetSay(Touch touch, double cartSay) {
        return this == VIEWED_VIEWED ? viewed(touch) : bought(touch, cartSay);
    }

    private static double viewed(Touch touch) {
        return touch == Touch.PURCHASE ? 0 : 1;
    }

    private static double bought(Touch touch, double cartSay) {
        return switch (touch) {
            case VIEW -> 0;
            case CART -> cartSay;
            case PURCHASE -> 1;
        };
    }
}
