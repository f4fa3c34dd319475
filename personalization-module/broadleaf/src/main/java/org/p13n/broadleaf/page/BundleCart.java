package org.p13n.broadleaf.page;

import java.util.List;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.exception.AddToCartException;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.Shelf;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds several products to the shopper's cart through the platform's order service: all of them or none. */
public final class BundleCart {
    private final OrderService orders;
    private final Shelf shelf;
    private final TransactionTemplate transaction;
    private final Failures failures;

    public BundleCart(
            OrderService orders, Shelf shelf, PlatformTransactionManager transactionManager, Failures failures) {
        this.orders = orders;
        this.shelf = shelf;
        this.failures = failures;
        transaction = new TransactionTemplate(transactionManager);
    }

    /** Thrown inside the transaction to leave nothing half done. */
    private static final class NotAddedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAddedException(Exception cause) {
            super(cause);
        }
    }

    /** Adds one of each; false if one of them cannot be bought now, and the cart is then as it was. */
    boolean add(List<Long> productIds) {
        boolean allOffered = productIds.stream()
                .allMatch(id ->
                        shelf.find(id).filter(shelf::isOfferedWithoutChoice).isPresent());
        if (!allOffered) {
            return false;
        }
        try {
            Order priced = transaction.execute(status -> addAll(productIds));
            CartState.setCart(priced);
            return true;
        } catch (RuntimeException e) {
            // whatever it was, the transaction took everything back
            failures.report("adding a bundle", e);
            return false;
        }
    }

    private Order addAll(List<Long> productIds) {
        try {
            Order cart = cart();
            for (Long productId : productIds) {
                cart = orders.addItem(cart.getId(), new OrderItemRequestDTO(productId, 1), false);
            }
            return orders.save(cart, true);
        } catch (AddToCartException | PricingException e) {
            throw new NotAddedException(e);
        }
    }

    private Order cart() {
        Order cart = CartState.getCart();
        return cart == null || cart instanceof NullOrderImpl
                ? orders.createNewCartForCustomer(CustomerState.getCustomer())
                : cart;
    }
}
