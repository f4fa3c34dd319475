package org.p13n.broadleaf.event.identity;

/** What a shopper has answered. The names are stored: they never change meaning. */
public enum Consent {
    /** Nothing yet. */
    NONE,
    GRANTED,
    /** No, before anything was agreed to. */
    DENIED,
    /** No, after something was stored, which was erased then. */
    WITHDRAWN
}
