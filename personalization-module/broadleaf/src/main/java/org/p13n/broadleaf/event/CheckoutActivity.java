package org.p13n.broadleaf.event;

import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;

/**
 * The step of the checkout before the order is complete: if the request says no by a signal, it is noted with the order's
 * number. In a thread of its own, because a statement that fails on the checkout's connection would undo the checkout;
 * what cannot be noted in time is still known in this node's memory.
 */
public final class CheckoutActivity extends BaseActivity<ProcessContext<CheckoutSeed>> {
    private final CurrentShopper currentShopper;
    private final ApartOrders apart;
    private final TimedWork work;
    private final Failures failures;

    public CheckoutActivity(CurrentShopper currentShopper, ApartOrders apart, TimedWork work, Failures failures) {
        this.currentShopper = currentShopper;
        this.apart = apart;
        this.work = work;
        this.failures = failures;
    }

    @Override
    public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context) {
        try {
            if (currentShopper.keepsApart()) {
                long orderId = context.getSeedData().getOrder().getId();
                work.done(() -> apart.note(orderId));
            }
        } catch (RuntimeException e) {
            // anything thrown here would undo the customer's checkout
            failures.report("noting a signal with an order", e);
        }
        return context;
    }
}
