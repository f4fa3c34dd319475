package org.p13n.engine.profile;

import org.p13n.engine.event.Conclusion;

/**
 * How much a shopper is drawn to a brand, 0 (not at all) to below 1.
 *
 * @param evidence how many interactions spoke for it
 */
public record BrandAffinity(String brand, double affinity, int evidence) {
    public Conclusion conclusion() {
        return new Conclusion(Conclusion.Kind.BRAND, brand);
    }
}
