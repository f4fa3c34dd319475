package org.p13n.engine.model.content;

/** What two products can have in common. The order is that of stored shares: append only. */
public enum ContentPart {
    NAME,
    DESCRIPTION,
    BRAND,
    CATEGORY,
    ATTRIBUTES,
    PRICE
}
