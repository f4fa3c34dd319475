package org.p13n.broadleaf.event;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;

/** The platform's customer of the request, logged in or not, as the shopper. */
public final class RequestShopper implements CurrentShopper {
    @Override
    public Optional<Shopper> find() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        if (context == null || context.getWebRequest() == null) {
            return Optional.empty();
        }
        Customer customer = CustomerState.getCustomer();
        if (customer == null || customer.getId() == null || customer.getId() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Shopper(customer.getId(), isFirst(customer, context.getRequest())));
    }

    private static boolean isFirst(Customer customer, HttpServletRequest request) {
        if (!customer.isAnonymous() || request == null) {
            return false;
        }
        HttpSession session = request.getSession(false);
        return session != null && session.isNew();
    }
}
