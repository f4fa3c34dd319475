package org.p13n.sample.web.cart;

import java.io.Serializable;
import org.broadleafcommerce.core.inventory.service.InventoryUnavailableException;
import org.broadleafcommerce.core.order.service.exception.RequiredAttributeNotProvidedException;
import org.p13n.sample.web.page.Notice;

/** Why the cart could not be changed, in words for the shopper. */
public final class CartProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Serializable argument;

    CartProblem(String code, Serializable argument) {
        super(code);
        this.code = code;
        this.argument = argument;
    }

    private CartProblem(String code, Serializable argument, Throwable cause) {
        super(code, cause);
        this.code = code;
        this.argument = argument;
    }

    /** What lies at the bottom of a failed cart operation or checkout; the platform wraps it in several layers. */
    public static CartProblem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InventoryUnavailableException stock) {
                return stock.getQuantityAvailable() > 0
                        ? new CartProblem("cart.only", stock.getQuantityAvailable(), failure)
                        : new CartProblem("cart.soldout", null, failure);
            }
            if (cause instanceof RequiredAttributeNotProvidedException) {
                return new CartProblem("cart.combination", null, failure);
            }
        }
        return new CartProblem("cart.failed", null, failure);
    }

    public Notice notice() {
        return Notice.problem(code, argument);
    }

    /** Whether the shopper could not have known and the shop should: it is worth a line in the log. */
    boolean isUnexpected() {
        return code.equals("cart.failed");
    }
}
