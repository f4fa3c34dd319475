package org.p13n.broadleaf.event;

import java.util.Collection;
import java.util.Map;

/** Knows who the platform's customers are, registered ones and guests, to whom the shop's orders belong. */
public interface Buyers {
    /**
     * The shoppers to whom purchases of these customers may be added.
     *
     * @return by platform id; who did not agree to it, or of whom nobody knows who he is, is missing
     */
    Map<Long, Long> shoppers(Collection<Long> platformCustomerIds);
}
