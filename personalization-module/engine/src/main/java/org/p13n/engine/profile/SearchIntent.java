package org.p13n.engine.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody looks for, as far as the spelling of the search does not matter. */
final class SearchIntent {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SearchIntent() {}

    /** Lower case, words divided by single spaces, compatible characters united; empty if there is no word. */
    static String of(String query) {
        String head = query.length() > 2 * Label.LONGEST ? query.substring(0, 2 * Label.LONGEST) : query;
        String folded = Normalizer.normalize(head, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Label.of(NO_WORD.matcher(folded).replaceAll(" ").strip()).strip();
    }
}
