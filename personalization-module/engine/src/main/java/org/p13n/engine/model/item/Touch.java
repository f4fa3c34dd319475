package org.p13n.engine.model.item;

/** How a shopper came near a product, as far as steps between products are counted. */
public enum Touch {
    VIEW,
    CART,
    PURCHASE
}
