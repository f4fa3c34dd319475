package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.order.domain.BundleOrderItem;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.order.service.workflow.CartOperationRequest;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.p13n.engine.event.Interaction;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The last step of a cart workflow: notes by how much the quantity of each product changed and records it once the
 * cart's transaction has been committed. Wish lists run through the same workflows and are left alone.
 */
public final class CartActivity extends BaseActivity<ProcessContext<CartOperationRequest>> {
    private final Operation operation;
    private final InteractionRecorder recorder;
    private final CurrentShopper currentShopper;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;

    /** The workflow that this activity ends. */
    public enum Operation {
        ADD,
        UPDATE,
        REMOVE
    }

    public CartActivity(
            Operation operation, InteractionRecorder recorder, CurrentShopper currentShopper, Failures failures) {
        this.operation = operation;
        this.recorder = recorder;
        this.currentShopper = currentShopper;
        this.failures = failures;
    }

    @Override
    public ProcessContext<CartOperationRequest> execute(ProcessContext<CartOperationRequest> context) {
        try {
            observe(context.getSeedData());
        } catch (RuntimeException e) {
            // anything thrown here would roll the customer's cart back
            failures.report("observing the cart", e);
        }
        return context;
    }

    private void observe(CartOperationRequest request) {
        Order order = request.getOrder();
        OrderItem line = request.getOrderItem();
        if (order == null || line == null || !OrderStatus.IN_PROCESS.equals(order.getStatus())) {
            return;
        }
        buyer(order).ifPresent(shopper -> {
            List<Interaction> changes = changes(shopper.id(), line, delta(request, line));
            if (!changes.isEmpty()) {
                afterCommit(() -> changes.forEach(change -> recorder.record(shopper, change)));
            }
        });
    }

    private Optional<Shopper> buyer(Order order) {
        return order.getCustomer() == null || order.getCustomer().getId() == null
                ? Optional.empty()
                : currentShopper.buyer(order.getCustomer().getId());
    }

    /** Adding a product that is in the cart already runs the update workflow, which alone knows the difference. */
    private int delta(CartOperationRequest request, OrderItem line) {
        return switch (operation) {
            case ADD -> line.getQuantity();
            case UPDATE -> request.getOrderItemQuantityDelta() == null ? 0 : request.getOrderItemQuantityDelta();
            case REMOVE -> -line.getQuantity();
        };
    }

    private List<Interaction> changes(long shopperId, OrderItem line, int delta) {
        List<Interaction> changes = new ArrayList<>();
        if (line instanceof BundleOrderItem bundle) {
            for (DiscreteOrderItem part : bundle.getDiscreteOrderItems()) {
                addChange(changes, shopperId, part, delta * part.getQuantity());
            }
        } else if (line instanceof DiscreteOrderItem single) {
            addChange(changes, shopperId, single, delta);
        }
        return changes;
    }

    private void addChange(List<Interaction> changes, long shopperId, DiscreteOrderItem line, int delta) {
        Product product = line.getProduct() == null ? line.getSku().getProduct() : line.getProduct();
        if (delta != 0 && product != null) {
            changes.add(Interaction.cartChange(shopperId, product.getId(), delta, clock.getAsLong()));
        }
    }

    private static void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronizationAdapter() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
