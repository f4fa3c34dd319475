package org.p13n.engine.profile;

/** The 64-bit key under which a brand's weight is kept. */
final class BrandKey {
    /*
     * FNV-1a over the characters with a final mix. Two of a shopper's 64 brands share a key with a probability below
     * 2^-52; they would then be treated as one.
     */
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private BrandKey() {}

    static long of(String brand) {
        long hash = OFFSET;
        for (int i = 0; i < brand.length(); i++) {
            hash = (hash ^ brand.charAt(i)) * PRIME;
        }
        return hash ^ (hash >>> 32);
    }
}
