package org.p13n.broadleaf.event;

import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderPersistedEvent;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.springframework.context.ApplicationListener;

/**
 * Hears from the platform, after commit, that an order was stored. That can happen many times for one order and only
 * makes the {@link OrderReconciliation} look now rather than later.
 */
public final class SubmittedOrderListener implements ApplicationListener<OrderPersistedEvent> {
    private final OrderReconciliation reconciliation;
    private final Failures failures;

    public SubmittedOrderListener(OrderReconciliation reconciliation, Failures failures) {
        this.reconciliation = reconciliation;
        this.failures = failures;
    }

    @Override
    public void onApplicationEvent(OrderPersistedEvent event) {
        try {
            Order order = event.getOrder();
            boolean matters =
                    OrderStatus.SUBMITTED.equals(order.getStatus()) || OrderStatus.CANCELLED.equals(order.getStatus());
            if (matters && order.getId() != null) {
                reconciliation.orderChanged(order.getId());
            }
        } catch (RuntimeException e) {
            // it would surface in the customer's checkout, after the order was placed
            failures.report("hearing of an order", e);
        }
    }
}
