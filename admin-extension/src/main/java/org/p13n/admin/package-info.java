/**
 * The merchandisers' side of personalization: a section of the Broadleaf admin that says how it is doing in words and
 * figures, and lets those who may turn it off and tune it.
 *
 * <p>{@link org.p13n.admin.PersonalizationController} answers the section's requests; before anything else it asks
 * {@link org.p13n.admin.PersonalizationAccess}, because the platform guards URLs by a right that every admin user has.
 * What it shows is an {@link org.p13n.admin.Overview}, put together by {@link org.p13n.admin.OverviewReader} from what
 * the storefront's nodes wrote into the database; what it changes goes through
 * {@link org.p13n.admin.PersonalizationTuning} into the same database, which every node reads again within seconds.
 * The page and its JSON come from one overview, so they cannot disagree.
 *
 * <p>All state is in the database; nothing here remembers anything between two requests.
 */
package org.p13n.admin;
