package org.p13n.engine.profile;

import org.p13n.engine.event.Conclusion;

/**
 * How much a shopper is drawn to a price band, 0 (not at all) to below 1.
 *
 * @param band 1 (the cheapest fifth of a product's category) to 5
 * @param evidence how many interactions spoke for it
 */
public record PriceAffinity(int band, double affinity, int evidence) {
    public Conclusion conclusion() {
        return Conclusion.of(Conclusion.Kind.PRICE, band);
    }
}
