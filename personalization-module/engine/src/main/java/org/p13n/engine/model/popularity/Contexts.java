package org.p13n.engine.model.popularity;

import org.p13n.engine.event.Hash;
import org.p13n.engine.model.content.PlainWords;

/** The keys of contexts: where popularity is counted apart. */
public final class Contexts {
    private static final long CATEGORY = 1;
    private static final long SEGMENT = 2;
    private static final long QUERY = 3;
    private static final int LONGEST = 200;
    private static final PlainWords WORDS = new PlainWords();

    private Contexts() {}

    /** The list of a category. */
    public static long category(long categoryId) {
        return Hash.mix(Hash.mix(categoryId) + CATEGORY);
    }

    /** A group of shoppers, such as {@code country=DE} or {@code device=PHONE}. */
    public static long segment(String name) {
        return hash(SEGMENT, cut(name));
    }

    /** The results of a query; queries with the same words in the same order are one. */
    public static long query(String text) {
        StringBuilder words = new StringBuilder();
        WORDS.read(cut(text), word -> words.append(word).append(' '));
        return hash(QUERY, words);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static long hash(long kind, CharSequence text) {
        long hash = Hash.mix(kind);
        for (int i = 0; i < text.length(); i++) {
            hash = Hash.mix(hash + text.charAt(i));
        }
        return hash;
    }
}
