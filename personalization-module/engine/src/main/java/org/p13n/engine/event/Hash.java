package org.p13n.engine.event;

/** The finalizer of MurmurHash3 (A. Appleby, public domain): every input bit changes about half of the output bits. */
public final class Hash {
    private Hash() {}

    public static long mix(long value) {
        long hash = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
