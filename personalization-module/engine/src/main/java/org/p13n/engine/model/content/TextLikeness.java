package org.p13n.engine.model.content;

/**
 * How alike the texts of products are, over a catalog that was taken in once; a port, which the adapter implements with what
 * the platform searches with. The engine's own {@link PlainTextLikeness} needs nothing but memory. For one thread.
 */
public interface TextLikeness {
    /** Takes alike products in. */
    interface Visitor {
        /**
         * One product whose text is alike.
         *
         * @param name how alike the names are, 0 to 1
         * @param description how alike the descriptions are, 0 to 1
         */
        void visit(long itemId, double name, double description);
    }

    /** Takes the texts of a whole catalog in. */
    interface Factory {
        TextLikeness over(Iterable<ItemText> items);
    }

    /**
     * Hands over, in any order and each once, the items whose texts are most like that item's; never the item itself. Nothing
     * if it is unknown or has no text.
     *
     * @param limit how many at most
     */
    void similar(long itemId, int limit, Visitor visitor);
}
