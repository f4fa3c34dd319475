package org.p13n.broadleaf.event;

/**
 * Whom a request is personalized for.
 *
 * @param id the platform's customer id, also for visitors who are not logged in
 * @param firstRequest whether the platform has only now made that id, so that nothing can be stored under it yet
 */
public record Shopper(long id, boolean firstRequest) {}
