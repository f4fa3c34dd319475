package org.p13n.admin;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;

/** Who of the admin users may look at personalization, change it or see persons, and who is doing it now. */
public final class PersonalizationAccess {
    private final SecurityVerifier platform;

    public PersonalizationAccess(SecurityVerifier platform) {
        this.platform = platform;
    }

    /** @throws SecurityServiceException if the user has no right to look */
    void checkMayView() throws ServiceException {
        platform.securityCheck(PersonalizationSection.GUARDED, EntityOperationType.FETCH);
    }

    /** @throws SecurityServiceException if the user has no right to change anything */
    void checkMayChange() throws ServiceException {
        platform.securityCheck(PersonalizationSection.GUARDED, EntityOperationType.UPDATE);
    }

    boolean mayChange() throws ServiceException {
        try {
            checkMayChange();
            return true;
        } catch (SecurityServiceException refused) {
            return false; // the platform knows no question, only a check that throws
        }
    }

    /** @throws SecurityServiceException if the user has no right to see or erase what is stored about a person */
    void checkMayProtect() throws ServiceException {
        platform.securityCheck(PrivacySection.GUARDED, EntityOperationType.FETCH);
        platform.securityCheck(PrivacySection.GUARDED, EntityOperationType.REMOVE);
    }

    /** The name with which the user logged in: who made a change. */
    String user() {
        return platform.getPersistentAdminUser().getLogin();
    }
}
