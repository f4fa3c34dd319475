package org.p13n.broadleaf.event;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;

/** The platform's customer of the request, logged in or not, as the shopper; looked up once per request. */
public final class RequestShopper implements CurrentShopper {
    private static final String FOUND = RequestShopper.class.getName() + ".found";

    @Override
    public Optional<Shopper> find() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        if (context == null || context.getRequest() == null || context.getWebRequest() == null) {
            return Optional.empty();
        }
        HttpServletRequest request = context.getRequest();
        if (request.getAttribute(FOUND) instanceof Shopper found) {
            return Optional.of(found);
        }
        Customer customer = CustomerState.getCustomer();
        if (customer == null || customer.getId() == null || customer.getId() == 0) {
            return Optional.empty();
        }
        Shopper found = new Shopper(customer.getId(), isFirst(customer, request));
        request.setAttribute(FOUND, found);
        return Optional.of(found);
    }

    private static boolean isFirst(Customer customer, HttpServletRequest request) {
        if (!customer.isAnonymous()) {
            return false;
        }
        HttpSession session = request.getSession(false);
        return session != null && session.isNew();
    }
}
