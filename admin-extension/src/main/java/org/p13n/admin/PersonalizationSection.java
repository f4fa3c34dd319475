package org.p13n.admin;

/**
 * The admin section that this module adds. Its class name is what the platform's permissions are granted on, see
 * {@code config/bc/sql/load_p13n_admin_security.sql}: no entity's, so that the platform's generic screens cannot reach
 * the settings past their rules.
 */
final class PersonalizationSection {
    /** Its path below the admin's own, without a slash; also how the platform finds the section in the menu. */
    static final String PATH = "personalization";

    /** What permissions on the section are permissions on. */
    static final String GUARDED = PersonalizationSection.class.getName();

    private PersonalizationSection() {}
}
