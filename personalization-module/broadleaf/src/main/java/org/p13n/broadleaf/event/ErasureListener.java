package org.p13n.broadleaf.event;

import java.util.function.LongPredicate;

/** Somebody inside the module who holds something of shoppers, in memory or on disk, and must let go of it on demand. */
public interface ErasureListener {
    /**
     * Everything that these shoppers did until then is to be forgotten; called in the background. Doing it again must
     * change nothing.
     *
     * @param erased tells by a shopper's id whether he is meant: other nodes know only a keyed hash of the id
     * @param until epoch milliseconds, included; what happened later stays
     */
    void forgotten(LongPredicate erased, long until);
}
