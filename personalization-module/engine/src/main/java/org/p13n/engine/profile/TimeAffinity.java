package org.p13n.engine.profile;

import org.p13n.engine.event.Conclusion;

/**
 * When a shopper shops, and how much, 0 (not at all) to below 1.
 *
 * @param evidence how many interactions spoke for it
 */
public record TimeAffinity(TimeOfWeek time, double affinity, int evidence) {
    public Conclusion conclusion() {
        return Conclusion.of(Conclusion.Kind.TIME, time.number());
    }
}
