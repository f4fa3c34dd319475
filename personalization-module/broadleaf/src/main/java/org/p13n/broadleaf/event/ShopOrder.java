package org.p13n.broadleaf.event;

import java.util.List;

/**
 * An order as the shop's tables have it.
 *
 * @param customerId the platform's id of the buyer, 0 if it has none
 * @param at when it was submitted
 * @param learnedStatus the status that was learned already; null if nothing of the order was
 * @param lines one per order line, with the contents of bundles
 */
record ShopOrder(long id, String status, long customerId, long at, String learnedStatus, List<Line> lines) {
    static final String SUBMITTED = "SUBMITTED";
    static final String CANCELLED = "CANCELLED";

    record Line(long orderId, long productId, int quantity) {}

    boolean isNew() {
        return status.equals(SUBMITTED) && learnedStatus == null;
    }

    /** Whether it was learned as submitted and is something else now. */
    boolean isReversed() {
        return !status.equals(SUBMITTED) && SUBMITTED.equals(learnedStatus);
    }
}
