package org.p13n.broadleaf.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.p13n.engine.event.ShopperIds;

/** For whom the orders were placed that wait for being learned, as this node's checkout knew. */
final class ToldBuyers implements ErasureListener {
    /** So many orders of this node wait at most. */
    private static final int MOST = 10_000;

    private final Map<Long, Buyer> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Buyer> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Who placed an order.
     *
     * @param apart whether its purchases are to stay nobody's, whatever the shopper says later
     * @param at epoch milliseconds
     */
    record Buyer(long shopperId, boolean apart, long at) {
        /** Whether purchases of the order may be stored as the shopper's. */
        boolean isPerson() {
            return !apart && ShopperIds.isPerson(shopperId) && ShopperIds.mayBeStored(shopperId);
        }
    }

    synchronized void put(long orderId, Buyer buyer) {
        told.put(orderId, buyer);
    }

    synchronized Optional<Buyer> of(long orderId) {
        return Optional.ofNullable(told.get(orderId));
    }

    synchronized void remove(Collection<Long> orderIds) {
        orderIds.forEach(told::remove);
    }

    /** Who was erased stays unknown: his order is learned as nobody's, and does not become his again. */
    @Override
    public void forgotten(LongPredicate erased, long until) {
        for (long id : persons()) {
            if (erased.test(id)) {
                forget(id, until);
            }
        }
    }

    private synchronized List<Long> persons() {
        return told.values().stream()
                .filter(Buyer::isPerson)
                .map(Buyer::shopperId)
                .distinct()
                .toList();
    }

    private synchronized void forget(long shopperId, long until) {
        told.replaceAll((order, buyer) ->
                buyer.shopperId() == shopperId && buyer.at() <= until ? new Buyer(0, true, buyer.at()) : buyer);
    }
}
