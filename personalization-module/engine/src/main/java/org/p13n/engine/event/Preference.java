package org.p13n.engine.event;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a shopper has declared: a question and the chosen answers. The question {@code brand}, {@code category} or
 * {@code price} is about just that; any other is the name of an attribute, and its answers are values. Immutable.
 *
 * @param question never blank
 * @param answers none = the declaration is withdrawn
 */
public record Preference(String question, List<String> answers) {
    public static final String BRAND = "brand";
    public static final String CATEGORY = "category";
    public static final String PRICE = "price";

    public Preference {
        if (question == null || question.isBlank()) {
            throw new IllegalArgumentException("A preference must name its question but names '" + question + "'");
        }
        answers =
                answers.stream().filter(answer -> !answer.isBlank()).distinct().toList();
    }

    /** As {@code skin+type=dry,sensitive}, which is the text of a {@link InteractionType#PREFERENCE}. */
    public String encode() {
        return quoted(question) + "=" + answers.stream().map(Preference::quoted).collect(Collectors.joining(","));
    }

    /**
     * What {@link #encode} has written.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static Preference decode(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("A preference must read question=answer,answer but is '" + text + "'");
        }
        List<String> answers = Arrays.stream(text.substring(equals + 1).split(",", -1))
                .map(Preference::unquoted)
                .toList();
        return new Preference(unquoted(text.substring(0, equals)), answers);
    }

    /** Like {@link #decode}, but empty where that throws: for what strangers may have written. */
    public static Optional<Preference> read(String text) {
        try {
            return Optional.of(decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String quoted(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unquoted(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
