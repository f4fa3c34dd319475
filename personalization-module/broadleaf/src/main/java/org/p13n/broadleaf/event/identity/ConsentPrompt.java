package org.p13n.broadleaf.event.identity;

/** What the shop's pages put before a shopper because of consent. */
public enum ConsentPrompt {
    NOTHING,
    /** A question with yes and no. */
    QUESTION,
    /** What the shop does, with a way to say no. */
    NOTICE
}
