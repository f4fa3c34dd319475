package org.p13n.engine.event;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of what is thought of a shopper, which the shopper may remove. Immutable.
 *
 * @param value the category's or product's id, the brand, {@code name=value}, the search intent, the price band 1 to 5,
 *     the number of the device or of the time of the week
 */
public record Conclusion(Kind kind, String value) {
    /** What a line is about. */
    public enum Kind {
        CATEGORY(true),
        BRAND(false),
        ATTRIBUTE(false),
        INTENT(false),
        PRICE(true),
        DEVICE(true),
        TIME(true),
        /** Not an inference but the shopper's own "not interested", which removing takes back. */
        NOT_ITEM(true),
        NOT_BRAND(false),
        NOT_CATEGORY(true);

        private final boolean numbered;

        Kind(boolean numbered) {
            this.numbered = numbered;
        }

        /** Whether its values are whole numbers. */
        public boolean isNumbered() {
            return numbered;
        }

        /** As it stands in texts, like {@code not-brand}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Conclusion {
        if (kind == null || value == null || value.isBlank()) {
            throw new IllegalArgumentException("A conclusion must say what it is about but is " + kind + ":" + value);
        }
        if (kind.isNumbered()) {
            value = Long.toString(Long.parseLong(value));
        }
    }

    public static Conclusion of(Kind kind, long id) {
        return new Conclusion(kind, Long.toString(id));
    }

    /** As {@code attribute:colour%3Dred}, which is the text of a {@link InteractionType#CONCLUSION_REMOVED}. */
    public String encode() {
        return kind.word() + ":" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * What {@link #encode} has written.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static Conclusion decode(String text) {
        int colon = text.indexOf(':');
        for (Kind kind : Kind.values()) {
            if (colon > 0 && kind.word().equals(text.substring(0, colon))) {
                String value = URLDecoder.decode(text.substring(colon + 1), StandardCharsets.UTF_8);
                return new Conclusion(kind, value);
            }
        }
        throw new IllegalArgumentException("A conclusion must read kind:value but is '" + text + "'");
    }

    /** Like {@link #decode}, but empty where that throws: for what strangers may have written. */
    public static Optional<Conclusion> read(String text) {
        try {
            return Optional.of(decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
