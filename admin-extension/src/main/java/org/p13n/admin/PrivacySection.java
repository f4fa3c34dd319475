package org.p13n.admin;

/** The admin section for what is stored about persons. It has a permission of its own, which merchandisers do not need. */
final class PrivacySection {
    /** Its path below the admin's own, without a slash. */
    static final String PATH = PersonalizationSection.PATH + "/privacy";

    /** What the permission is a permission on. */
    static final String GUARDED = PrivacySection.class.getName();

    private PrivacySection() {}
}
