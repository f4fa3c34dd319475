package org.p13n.engine.model.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Runs of letters and digits in lower case, without accents, English plurals as singulars. */
public final class PlainWords implements Words {
    /*
     * Plurals by the S stemmer (Harman, "How effective is suffixing?", JASIS 1991), which leaves other languages nearly
     * untouched, and -xes, -ches, -shes, -sses, which it does not know. Words with digits are names of things.
     */
    private static final int SHORTEST_PLURAL = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    @Override
    public void read(String text, Consumer<String> word) {
        String plain = plain(text);
        int from = 0;
        for (int at = 0; at <= plain.length(); at++) {
            if (at == plain.length() || !Character.isLetterOrDigit(plain.charAt(at))) {
                if (at > from && !isPossessive(plain, from, at)) {
                    word.accept(singular(plain.substring(from, at)));
                }
                from = at + 1;
            }
        }
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
                return MARKS.matcher(parts).replaceAll("").toLowerCase(Locale.ROOT);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isPossessive(String text, int from, int to) {
        boolean afterApostrophe = from > 1 && (text.charAt(from - 1) == '\'' || text.charAt(from - 1) == '’');
        return afterApostrophe
                && to == from + 1
                && text.charAt(from) == 's'
                && Character.isLetter(text.charAt(from - 2));
    }

    static String singular(String word) {
        int end = word.length();
        if (end < SHORTEST_PLURAL || word.charAt(end - 1) != 's' || hasDigit(word)) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.endsWith("eies") || word.endsWith("aies") ? word : word.substring(0, end - 3) + "y";
        }
        if (word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses")) {
            return word.substring(0, end - 2);
        }
        char before = word.charAt(end - 2);
        return before == 's' || before == 'u' || before == 'i' ? word : word.substring(0, end - 1);
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
