package org.p13n.engine.profile;

import org.p13n.engine.event.Conclusion;

/**
 * How much a shopper is drawn to products of which an attribute has that value, 0 (not at all) to below 1.
 *
 * @param evidence how many interactions spoke for it
 */
public record AttributeAffinity(String name, String value, double affinity, int evidence) {
    static AttributeAffinity of(String label, double affinity, int evidence) {
        int equals = Math.max(0, label.indexOf('='));
        String value = label.substring(Math.min(label.length(), equals + 1));
        return new AttributeAffinity(label.substring(0, equals), value, affinity, evidence);
    }

    public Conclusion conclusion() {
        return new Conclusion(Conclusion.Kind.ATTRIBUTE, name + "=" + value);
    }
}
