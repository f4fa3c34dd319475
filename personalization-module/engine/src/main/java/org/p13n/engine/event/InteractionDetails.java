package org.p13n.engine.event;

/**
 * What is known of an interaction beyond who, what and when. Immutable.
 *
 * @param value seconds of a dwell, stars of a rating, number of results of a search or of products of an impression,
 *     position of a click counted from 1; 0 = unknown
 * @param impressionId the list that led to the interaction, by last touch, or that it is about; 0 = none
 * @param text filters of a search, products of an impression ({@link ShownList}), question and answers of a preference,
 *     the brand that a shopper is not interested in, the conclusion that he removed; empty = none; at most
 *     {@value #LONGEST_TEXT} characters, of which the rest is cut
 * @param context where and on what it happened
 */
public record InteractionDetails(int value, long impressionId, String text, ShoppingContext context) {
    public static final int LONGEST_TEXT = 2_000;

    /** Nothing is known. */
    public static final InteractionDetails NONE = new InteractionDetails(0, 0, "", ShoppingContext.UNKNOWN);

    public InteractionDetails {
        if (value < 0) {
            throw new IllegalArgumentException("An interaction's value must not be negative but is " + value);
        }
        text = text == null ? "" : cut(text);
        context = context == null ? ShoppingContext.UNKNOWN : context;
    }

    public InteractionDetails withValue(int other) {
        return new InteractionDetails(other, impressionId, text, context);
    }

    public InteractionDetails withImpression(long other) {
        return new InteractionDetails(value, other, text, context);
    }

    public InteractionDetails withText(String other) {
        return new InteractionDetails(value, impressionId, other, context);
    }

    public InteractionDetails withContext(ShoppingContext other) {
        return new InteractionDetails(value, impressionId, text, other);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1));
        return text.substring(0, halved ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }
}
