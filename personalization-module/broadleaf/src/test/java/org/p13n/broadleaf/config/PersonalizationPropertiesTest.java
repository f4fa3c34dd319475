package org.p13n.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PersonalizationPropertiesTest {
    private static final Pattern DOCUMENTED =
            Pattern.compile("\\| `(personalization\\.[a-z.]+)` \\| `?([^`|]*?)`? \\|");

    @Test
    void theDocumentationListsEveryPropertyWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = DOCUMENTED.matcher(Files.readString(Path.of("../docs/configuration.md")));
        while (row.find()) {
            documented.put(row.group(1), row.group(2).equals("empty") ? "" : row.group(2));
        }
        assertThat(documented).isEqualTo(defaults());
    }

    @Test
    void theContextsAskForEveryPropertyAndForNoOther() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String file : new String[] {
            "bl-p13n-applicationContext.xml",
            "bl-p13n-site-applicationContext.xml",
            "bl-p13n-site-applicationContext-servlet.xml"
        }) {
            Matcher key = Pattern.compile("\\('(personalization\\.[a-z.]+)'")
                    .matcher(Files.readString(Path.of("src/main/resources", file)));
            while (key.find()) {
                asked.add(key.group(1));
            }
        }
        assertThat(asked).isEqualTo(defaults().keySet());
    }

    @Test
    void theShopsValueStandsAboveTheDefault() {
        assertThat(with("personalization.queue.capacity", null).count("personalization.queue.capacity", 2, 1_000_000))
                .isEqualTo(100_000);
        assertThat(with("personalization.queue.capacity", " 64 ").count("personalization.queue.capacity", 2, 1_000_000))
                .isEqualTo(64);
    }

    @Test
    void aWrongValueSaysItsRuleItsValueAndItsKey() {
        assertThatThrownBy(() ->
                        with("personalization.queue.capacity", "many").count("personalization.queue.capacity", 2, 100))
                .hasMessageStartingWith(
                        "The property personalization.queue.capacity must be a whole number from 2 to 100 but is 'many'");
        assertThatThrownBy(() ->
                        with("personalization.queue.capacity", "1").count("personalization.queue.capacity", 2, 100))
                .hasMessageContaining("from 2 to 100 but is '1'");
        assertThatThrownBy(() -> with("personalization.enabled", "yes").flag("personalization.enabled"))
                .hasMessageContaining("true or false but is 'yes'");
        assertThatThrownBy(
                        () -> with("personalization.affinity.strength", "2").share("personalization.affinity.strength"))
                .hasMessageContaining("0.0 to 1.0 but is '2'");
        assertThatThrownBy(() -> with("personalization.bundle.cart.path", "http://evil.example/")
                        .path("personalization.bundle.cart.path"))
                .hasMessageContaining("begins with a slash");
    }

    @Test
    void aNodeHasANameWithoutBeingGivenOne() {
        assertThat(with("personalization.node.name", null).nodeName("personalization.node.name"))
                .contains("-" + ProcessHandle.current().pid());
        assertThat(with("personalization.node.name", "one").nodeName("personalization.node.name"))
                .isEqualTo("one");
    }

    @Test
    void placeholdersThatTheShopDoesNotKnowAreNotValues() {
        PersonalizationProperties properties = new PersonalizationProperties();
        properties.setEmbeddedValueResolver(text -> text.replace(":}", "}"));
        assertThat(properties.count("personalization.search.window", 0, 1_000)).isEqualTo(100);
        properties.setEmbeddedValueResolver(text -> "24");
        assertThat(properties.count("personalization.search.window", 0, 1_000)).isEqualTo(24);
    }

    private static PersonalizationProperties with(String key, String value) {
        return new PersonalizationProperties(asked -> asked.equals(key) ? value : null);
    }

    private static Map<String, String> defaults() throws IOException {
        Properties defaults = new Properties();
        try (InputStream stream =
                PersonalizationPropertiesTest.class.getResourceAsStream(PersonalizationProperties.DEFAULTS)) {
            defaults.load(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        Map<String, String> byKey = new TreeMap<>();
        defaults.stringPropertyNames().forEach(key -> byKey.put(key, defaults.getProperty(key)));
        return byKey;
    }
}
