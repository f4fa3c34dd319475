package org.p13n.engine.event;

/** What a shopper did. The {@linkplain #code() code} is what storage and model files hold: it never changes meaning. */
public enum InteractionType {
    PRODUCT_VIEW(1),
    CATEGORY_VIEW(2),
    SEARCH(3),
    CART_ADD(4),
    CART_REMOVE(5),
    PURCHASE(6),
    CANCELLATION(7),
    /** How long a product page was really looked at; its view is an interaction of its own. */
    DWELL(8),
    /** A list was put on a page. */
    IMPRESSION(9),
    /** That list really came into the shopper's sight. */
    IMPRESSION_SEEN(10),
    /** A product, search result or recommendation was chosen from a list that was shown. */
    CLICK(11),
    QUICK_LOOK(12),
    WISH_LIST_ADD(13),
    CHECKOUT_START(14),
    RETURN(15),
    RATING(16),
    /** The shopper has said what he prefers: a question and the chosen answers. */
    PREFERENCE(17),
    /** The shopper does not want to see this product, brand or category. */
    NOT_INTERESTED(18),
    /** The shopper has removed something that was concluded about him. */
    CONCLUSION_REMOVED(19),
    VIEWED_CLEARED(20),
    PAUSED(21),
    RESUMED(22),
    CONSENT_GIVEN(23),
    CONSENT_WITHDRAWN(24),
    /** Reserved for e-mail. */
    MAIL_OPENED(25),
    /** Reserved for e-mail. */
    MAIL_CLICKED(26);

    private static final InteractionType[] BY_CODE = new InteractionType[values().length + 1];

    static {
        for (InteractionType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;

    InteractionType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /**
     * The type of that code.
     *
     * @throws IllegalArgumentException if no type has it
     */
    public static InteractionType ofCode(int code) {
        if (code < 1 || code >= BY_CODE.length) {
            throw new IllegalArgumentException(
                    "Interaction type code must be 1 to " + (BY_CODE.length - 1) + " but is " + code);
        }
        return BY_CODE[code];
    }
}
