package org.p13n.sample.data.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The set of keys seen so far, remembered by a 64-bit hash.
 *
 * <p>Open addressing over plain longs: 16 to 32 bytes a key where a set of strings takes over 100, so that the orders
 * of a large retailer fit. With ten million keys the chance of one false "seen" is about 3 in a million, and a false
 * one costs time only.
 */
final class SeenKeys {
    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds the key and says whether it is new. */
    boolean add(String key) {
        if (size * 2 >= slots.length) {
            grow();
        }
        return insert(hash(key));
    }

    private boolean insert(long hash) {
        int at = (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(hash -> hash != 0).forEach(this::insert);
    }

    /** FNV-1a with a final mix; never 0, which marks an empty slot. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
