package org.p13n.broadleaf.profile;

import org.broadleafcommerce.common.extension.AbstractExtensionHandler;
import org.broadleafcommerce.common.extension.ExtensionResultHolder;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.security.CustomerMergeExtensionHandler;
import org.broadleafcommerce.profile.web.core.security.CustomerMergeExtensionManager;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionWriter;
import org.springframework.web.context.request.WebRequest;

/**
 * Tells the module, at log-in, which visitor turned out to be which customer: the profiles are merged at once, the
 * stored interactions change hands in the background. Registering keeps the visitor's id, so that nothing is to be done.
 */
public final class LoginMergeHandler extends AbstractExtensionHandler implements CustomerMergeExtensionHandler {
    private final CustomerMergeExtensionManager manager;
    private final ShopperProfiles profiles;
    private final InteractionWriter writer;
    private final Failures failures;

    public LoginMergeHandler(
            CustomerMergeExtensionManager manager,
            ShopperProfiles profiles,
            InteractionWriter writer,
            Failures failures) {
        this.manager = manager;
        this.profiles = profiles;
        this.writer = writer;
        this.failures = failures;
    }

    /** Registers with the platform; called once, after construction. */
    public void register() {
        manager.registerHandler(this);
    }

    @Override
    public ExtensionResultStatusType merge(
            ExtensionResultHolder<Customer> customer, WebRequest request, Customer anonymous) {
        try {
            Long from = anonymous == null ? null : anonymous.getId();
            Long to = customer.getResult() == null ? null : customer.getResult().getId();
            if (from != null && to != null && !from.equals(to)) {
                profiles.merge(from, to);
                writer.moveShopper(from, to);
            }
        } catch (RuntimeException e) {
            // it would break the customer's log-in
            failures.report("merging at log-in", e);
        }
        return ExtensionResultStatusType.NOT_HANDLED;
    }
}
