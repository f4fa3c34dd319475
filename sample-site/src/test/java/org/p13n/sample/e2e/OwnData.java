package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the store says that it knows about a shopper: the file that "My personalization" offers. */
record OwnData(String json) {

    private static final Pattern SHOPPER = Pattern.compile("\"shopper\": \"(-?\\d+)\"");

    static OwnData of(Visitor shopper) {
        Page page = shopper.get("/personalization/download");
        assertThat(page.status()).isEqualTo(200);
        return new OwnData(page.body());
    }

    /** The id under which the shopper is known. */
    long id() {
        Matcher id = SHOPPER.matcher(json);
        assertThat(id.find()).as("a shopper in %s", json).isTrue();
        return Long.parseLong(id.group(1));
    }

    boolean isEmpty() {
        return json.contains("\"interactions\": [],") && json.contains("\"identities\": [],");
    }

    boolean mentions(String text) {
        return json.contains(text);
    }
}
