package org.p13n.engine.model.content;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a training reads of the catalog's texts.
 *
 * @param items gives every product that can be sold, read anew each time
 * @param likeness compares their texts
 */
public record CatalogTexts(Supplier<List<ItemText>> items, TextLikeness.Factory likeness) {
    /** A catalog of which no texts are known. */
    public static final CatalogTexts NONE =
            new CatalogTexts(List::of, items -> new PlainTextLikeness(items, new PlainWords()));
}
