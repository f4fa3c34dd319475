package org.p13n.engine.profile;

import org.p13n.engine.event.Conclusion;

/**
 * What a shopper searches for, and how much, 0 (not at all) to below 1.
 *
 * @param term in lower case, without punctuation
 * @param evidence how many searches spoke for it
 */
public record IntentAffinity(String term, double affinity, int evidence) {
    public Conclusion conclusion() {
        return new Conclusion(Conclusion.Kind.INTENT, term);
    }
}
