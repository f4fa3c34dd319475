package org.p13n.admin;

import java.util.List;
import org.p13n.broadleaf.config.PrivacyRecords.Customer;
import org.p13n.broadleaf.config.PrivacyRecords.Proof;
import org.p13n.broadleaf.config.PrivacyRecords.Stored;

/**
 * What is stored about one customer, in words.
 *
 * @param facts label and text of each line
 * @param anything whether there is something to export or erase
 */
public record PrivacyView(long customerId, String name, List<Fact> facts, boolean anything) {
    /** One line. */
    public record Fact(String key, String label, String text) {}

    /** An erasure that happened, as a row of a table. */
    public record Erased(String number, String when, String exactly, String by, String rows) {}

    static PrivacyView of(Stored stored, Words words) {
        String span = stored.interactions() == 0
                ? words.say("privacy.interactions.none")
                : words.say(
                        "privacy.interactions.span",
                        words.count(stored.interactions()),
                        words.moment(stored.from()),
                        words.moment(stored.until()));
        List<Fact> facts = List.of(
                fact("customer", customer(stored.customer(), words), words),
                fact("consent", consent(stored, words), words),
                fact("interactions", span, words),
                fact("impressions", words.count(stored.impressions()), words),
                fact("categories", list(stored.likedCategories(), words), words),
                fact("brands", list(stored.likedBrands(), words), words),
                fact("identities", words.count(stored.identities()), words));
        boolean anything = stored.interactions() > 0
                || stored.impressions() > 0
                || stored.profile()
                || stored.identities() > 0
                || stored.consentAt() > 0;
        return new PrivacyView(stored.customer().id(), name(stored.customer(), words), facts, anything);
    }

    static Erased of(Proof proof, long now, Words words) {
        return new Erased(
                proof.number(),
                words.ago(proof.at(), now),
                words.moment(proof.at()),
                words.say(proof.byShopper() ? "privacy.by.shopper" : "privacy.by.admin"),
                words.count(proof.rows()));
    }

    static String name(Customer customer, Words words) {
        return customer.name().isEmpty() ? words.say("privacy.nameless") : customer.name();
    }

    private static Fact fact(String key, String text, Words words) {
        return new Fact(key, words.say("privacy.fact." + key), text);
    }

    private static String customer(Customer customer, Words words) {
        String email = customer.email().isEmpty() ? words.say("privacy.no.email") : customer.email();
        return words.say(
                customer.registered() ? "privacy.registered" : "privacy.guest", Long.toString(customer.id()), email);
    }

    private static String consent(Stored stored, Words words) {
        return stored.consentAt() == 0
                ? words.say("privacy.consent.NONE")
                : words.say(
                        "privacy.consent." + stored.consent(), words.moment(stored.consentAt()), stored.textVersion());
    }

    private static String list(List<String> names, Words words) {
        return names.isEmpty() ? words.say("privacy.nothing") : String.join(", ", names);
    }
}
