package org.p13n.admin;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUserImpl;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;

/** The platform's security with one user, whose rights a test gives and takes. */
final class Rights implements SecurityVerifier {
    String login;
    boolean mayView;
    boolean mayChange;
    boolean mayProtect;

    Rights(String login, boolean mayView, boolean mayChange) {
        this.login = login;
        this.mayView = mayView;
        this.mayChange = mayChange;
    }

    @Override
    public AdminUser getPersistentAdminUser() {
        AdminUser user = new AdminUserImpl();
        user.setLogin(login);
        return user;
    }

    @Override
    public void securityCheck(String guarded, EntityOperationType operation) throws ServiceException {
        if (guarded.equals(PrivacySection.GUARDED) && mayProtect) {
            return;
        }
        boolean allowed = operation == EntityOperationType.FETCH && mayView
                || operation == EntityOperationType.UPDATE && mayChange;
        if (!allowed || !guarded.equals(PersonalizationSection.GUARDED)) {
            throw new SecurityServiceException("Refused: " + operation + " of " + guarded);
        }
    }

    @Override
    public void securityCheck(PersistencePackage operand, EntityOperationType operation) throws ServiceException {
        throw new SecurityServiceException("Refused: nobody edits the settings as entities");
    }
}
