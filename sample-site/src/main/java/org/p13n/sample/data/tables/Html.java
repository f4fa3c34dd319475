package org.p13n.sample.data.tables;

/** Plain text for the platform's description columns: the long one holds HTML, the short one plain text. */
final class Html {
    private Html() {}

    /** The text as HTML that shows exactly this text; null for null. */
    static String of(String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text, cut at a word when it is too long; null for null. */
    static String shortened(String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        return text.substring(0, space > longest / 2 ? space : longest - 1) + "…";
    }
}
