package org.p13n.engine.profile;

import org.p13n.engine.event.Conclusion;

/**
 * How much a shopper is drawn to a category, 0 (not at all) to below 1.
 *
 * @param evidence how many interactions spoke for it
 */
public record CategoryAffinity(long categoryId, double affinity, int evidence) {
    public Conclusion conclusion() {
        return Conclusion.of(Conclusion.Kind.CATEGORY, categoryId);
    }
}
