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
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.springframework.transaction.support.TransactionSynchronizationAdapter;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The last step of a cart workflow: notes by how much the quantity of each product changed and records it once the
 * cart's transaction has been committed. Wish lists run through the same workflows; what is added to one is recorded as
 * just that. Nothing is recorded outside a shopper's own request, where nobody's consent is known.
 */
public final class CartActivity extends BaseActivity<ProcessContext<CartOperationRequest>> {
    private final Operation operation;
    private final InteractionRecorder recorder;
    private final CurrentVisit visits;
    private final ShownLists lists;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;

    /** The workflow that this activity ends. */
    public enum Operation {
        ADD,
        UPDATE,
        REMOVE
    }

    public CartActivity(
            Operation operation,
            InteractionRecorder recorder,
            CurrentVisit visits,
            ShownLists lists,
            Failures failures) {
        this.operation = operation;
        this.recorder = recorder;
        this.visits = visits;
        this.lists = lists;
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
        boolean wished = order != null && OrderStatus.NAMED.equals(order.getStatus());
        if (line == null || order == null || !(wished || OrderStatus.IN_PROCESS.equals(order.getStatus()))) {
            return;
        }
        int delta = delta(request, line);
        buyer(order).ifPresent(visit -> {
            List<Interaction> changes = wished ? wishes(visit, line, delta) : changes(visit, line, delta);
            if (!changes.isEmpty()) {
                afterCommit(() -> changes.forEach(change -> recorder.record(visit.shopper(), change)));
            }
        });
    }

    private Optional<Visit> buyer(Order order) {
        return order.getCustomer() == null || order.getCustomer().getId() == null
                ? Optional.empty()
                : visits.ofBuyer(order.getCustomer().getId());
    }

    private List<Interaction> wishes(Visit visit, OrderItem line, int delta) {
        List<Interaction> wishes = new ArrayList<>();
        if (delta > 0 && line instanceof DiscreteOrderItem single) {
            long itemId = productId(single);
            if (itemId != 0) {
                wishes.add(visit.here(Interaction.of(
                        InteractionType.WISH_LIST_ADD,
                        visit.shopper().id(),
                        itemId,
                        ledTo(visit, itemId),
                        clock.getAsLong())));
            }
        }
        return wishes;
    }

    /** Adding a product that is in the cart already runs the update workflow, which alone knows the difference. */
    private int delta(CartOperationRequest request, OrderItem line) {
        return switch (operation) {
            case ADD -> line.getQuantity();
            case UPDATE -> request.getOrderItemQuantityDelta() == null ? 0 : request.getOrderItemQuantityDelta();
            case REMOVE -> -line.getQuantity();
        };
    }

    private List<Interaction> changes(Visit visit, OrderItem line, int delta) {
        List<Interaction> changes = new ArrayList<>();
        if (line instanceof BundleOrderItem bundle) {
            for (DiscreteOrderItem part : bundle.getDiscreteOrderItems()) {
                addChange(changes, visit, part, delta * part.getQuantity());
            }
        } else if (line instanceof DiscreteOrderItem single) {
            addChange(changes, visit, single, delta);
        }
        return changes;
    }

    private void addChange(List<Interaction> changes, Visit visit, DiscreteOrderItem line, int delta) {
        long itemId = productId(line);
        if (delta != 0 && itemId != 0) {
            Interaction change = Interaction.cartChange(visit.shopper().id(), itemId, delta, clock.getAsLong());
            changes.add(visit.here(delta > 0 ? change.with(ledTo(visit, itemId)) : change));
        }
    }

    /** The list from which the product was chosen. */
    private InteractionDetails ledTo(Visit visit, long itemId) {
        return InteractionDetails.NONE.withImpression(
                lists.lastClickedFrom(visit.shopper().id(), itemId));
    }

    /** 0 if the line is of no product. */
    private static long productId(DiscreteOrderItem line) {
        Product product = line.getProduct() == null ? line.getSku().getProduct() : line.getProduct();
        return product == null ? 0 : product.getId();
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
