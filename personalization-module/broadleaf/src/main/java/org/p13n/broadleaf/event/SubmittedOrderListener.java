package org.p13n.broadleaf.event;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderPersistedEvent;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.springframework.context.ApplicationListener;

/**
 * Hears from the platform, after commit, that an order was stored. That can happen many times for one order and only
 * makes the {@link OrderReconciliation} look now rather than later, with the buyer that the request knows. A buyer of
 * whom nothing is stored has it noted in his session's profile at once: nobody will tell it later.
 */
public final class SubmittedOrderListener implements ApplicationListener<OrderPersistedEvent> {
    private static final int MOST_NOTED = 10_000;

    private final OrderReconciliation reconciliation;
    private final InteractionRecorder recorder;
    private final CurrentShopper currentShopper;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;
    private final Map<Long, Boolean> noted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MOST_NOTED;
        }
    };

    public SubmittedOrderListener(
            OrderReconciliation reconciliation,
            InteractionRecorder recorder,
            CurrentShopper currentShopper,
            Failures failures) {
        this.reconciliation = reconciliation;
        this.recorder = recorder;
        this.currentShopper = currentShopper;
        this.failures = failures;
    }

    @Override
    public void onApplicationEvent(OrderPersistedEvent event) {
        try {
            Order order = event.getOrder();
            if (order.getId() == null || isOpen(order)) {
                return;
            }
            if (OrderStatus.SUBMITTED.equals(order.getStatus())) {
                buyer(order).ifPresent(shopper -> placed(order, shopper));
            }
            reconciliation.orderChanged(order.getId());
        } catch (RuntimeException e) {
            // it would surface in the customer's checkout, after the order was placed
            failures.report("hearing of an order", e);
        }
    }

    /** A cart or a wish list. */
    private static boolean isOpen(Order order) {
        return order.getStatus() == null
                || OrderStatus.IN_PROCESS.equals(order.getStatus())
                || OrderStatus.NAMED.equals(order.getStatus());
    }

    private Optional<Shopper> buyer(Order order) {
        return order.getCustomer() == null || order.getCustomer().getId() == null
                ? Optional.empty()
                : currentShopper.buyer(order.getCustomer().getId());
    }

    private void placed(Order order, Shopper shopper) {
        synchronized (noted) {
            if (noted.putIfAbsent(order.getId(), true) != null) {
                return;
            }
        }
        reconciliation.placed(
                order.getId(), new ToldBuyers.Buyer(shopper.id(), currentShopper.keepsApart(), clock.getAsLong()));
        if (!ShopperIds.mayBeStored(shopper.id())) {
            for (DiscreteOrderItem line : order.getDiscreteOrderItems()) {
                Product product = line.getProduct() == null ? line.getSku().getProduct() : line.getProduct();
                if (product != null && line.getQuantity() > 0) {
                    recorder.record(
                            shopper,
                            Interaction.purchase(
                                    shopper.id(),
                                    product.getId(),
                                    line.getQuantity(),
                                    order.getId(),
                                    clock.getAsLong()));
                }
            }
        }
    }
}
