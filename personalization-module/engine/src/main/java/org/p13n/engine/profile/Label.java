package org.p13n.engine.profile;

/** The names under which weights are kept: their longest form and their 64-bit keys. */
final class Label {
    /*
     * Keys are FNV-1a over the characters with a final fold. Two of a shopper's 100 labels share a key with a
     * probability below 2^-50; they would then be treated as one. What is longer than a label may be is cut, and half a
     * surrogate pair, which no database stores, is replaced; both before the key is made, so that text and key agree.
     */
    static final int LONGEST = 48;

    private static final char REPLACEMENT = '\ufffd';
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Label() {}

    /** The name as it is kept. */
    static String of(String name) {
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        for (int i = 0; i < cut.length(); i++) {
            if (Character.isSurrogate(cut.charAt(i))) {
                return withoutHalves(cut);
            }
        }
        return cut;
    }

    static long key(String name) {
        String label = of(name);
        long hash = OFFSET;
        for (int i = 0; i < label.length(); i++) {
            hash = (hash ^ label.charAt(i)) * PRIME;
        }
        return hash ^ (hash >>> 32);
    }

    private static String withoutHalves(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE ? REPLACEMENT : each)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
