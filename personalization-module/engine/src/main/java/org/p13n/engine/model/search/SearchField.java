package org.p13n.engine.model.search;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.model.content.Words;

/** Where in a product's text a word may stand. */
enum SearchField {
    NAME,
    MODEL,
    BRAND,
    CATEGORY,
    DESCRIPTION,
    ATTRIBUTES;

    private static final Set<String> YES_NO = Set.of("true", "false", "yes", "no", "y", "n");

    /** Hands over the words of the product's field. */
    void read(ItemText item, Words words, Consumer<String> word) {
        switch (this) {
            case NAME -> words.read(item.name(), word);
            case MODEL -> words.read(item.model(), word);
            case BRAND -> words.read(item.brand(), word);
            case CATEGORY -> item.categories().forEach(category -> words.read(category, word));
            case DESCRIPTION -> words.read(item.description(), word);
            case ATTRIBUTES -> item.attributes().forEach(attribute -> readValue(attribute, words, word));
        }
    }

    /** Bare numbers, yes and no are measures that nobody searches for; they would only make the field long. */
    private static void readValue(String attribute, Words words, Consumer<String> word) {
        String value = ItemText.valueOf(attribute);
        if (value.chars().anyMatch(Character::isLetter) && !YES_NO.contains(value.toLowerCase(Locale.ROOT))) {
            words.read(value, word);
        }
    }
}
