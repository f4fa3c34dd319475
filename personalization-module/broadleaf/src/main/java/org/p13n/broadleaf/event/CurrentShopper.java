package org.p13n.broadleaf.event;

import java.util.Optional;

/** The shopper of the request that the current thread serves. */
public interface CurrentShopper {
    /** The shopper; empty outside a storefront request, as in a scheduled job. */
    Optional<Shopper> find();
}
