package org.p13n.broadleaf.event.identity;

/** Thrown where the admin would work with another secret than the storefront. */
public final class WrongKeyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    WrongKeyException() {
        super("Admin and storefront must have the same property " + IdentityKey.NAME
                + " but have not: give the admin the storefront's value, or remove it from both");
    }
}
