package org.p13n.engine.event;

/** What a shopper did. The {@linkplain #code() code} is what storage and model files hold: it never changes meaning. */
public enum InteractionType {
    PRODUCT_VIEW(1),
    CATEGORY_VIEW(2),
    SEARCH(3),
    CART_ADD(4),
    CART_REMOVE(5),
    PURCHASE(6),
    CANCELLATION(7);

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
