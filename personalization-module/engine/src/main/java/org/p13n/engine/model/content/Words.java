package org.p13n.engine.model.content;

import java.util.function.Consumer;

/**
 * How a text is cut into the words by which it is found and compared; the same for products and queries. The engine brings
 * {@link PlainWords}; an adapter may hand in what its platform knows of the shop's language. Safe for many threads.
 */
public interface Words {
    /** Hands over the text's words in their order. */
    void read(String text, Consumer<String> word);
}
