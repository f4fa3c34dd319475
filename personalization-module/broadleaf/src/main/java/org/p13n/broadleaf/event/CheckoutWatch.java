package org.p13n.broadleaf.event;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.web.order.CartState;

/** Notices the first look at the checkout, once for each cart that has something in it. */
public final class CheckoutWatch {
    private static final String LAST = "p13nCheckoutOf";

    private final String path;

    /** @param path where the shop's checkout begins */
    public CheckoutWatch(String path) {
        this.path = path;
    }

    boolean isStarted(HttpServletRequest request) {
        if (!(request.getContextPath() + path).equals(request.getRequestURI())) {
            return false;
        }
        Order cart = CartState.getCart();
        HttpSession session = request.getSession(false);
        if (cart == null || cart.getId() == null || session == null || cart.getItemCount() == 0) {
            return false;
        }
        boolean repeated = cart.getId().equals(session.getAttribute(LAST));
        session.setAttribute(LAST, cart.getId());
        return !repeated;
    }
}
