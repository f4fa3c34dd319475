package org.p13n.broadleaf.event;

import java.util.Optional;

/** The shopper of the request that the current thread serves. */
public interface CurrentShopper {
    /** The shopper; empty outside a storefront request, as in a scheduled job. */
    Optional<Shopper> find();

    /**
     * The shopper, if the platform keeps the carts and orders of the request under that customer's id; empty if it is
     * somebody else's, as when a program changes a cart.
     */
    default Optional<Shopper> buyer(long platformCustomerId) {
        return find();
    }

    /** Whether the request asks, by a signal, that nothing of it is ever connected with its person. */
    default boolean keepsApart() {
        return false;
    }
}
