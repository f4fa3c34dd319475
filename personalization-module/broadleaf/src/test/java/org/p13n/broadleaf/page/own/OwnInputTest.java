package org.p13n.broadleaf.page.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.page.LocalPath;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;

class OwnInputTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/grocery", "/search?q=green+tea&page=2", "/caf%C3%A9"})
    void goesBackToAPageOfTheShop(String path) {
        assertThat(LocalPath.of(path, "/personalization")).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "grocery",
                "/<script>"
            })
    void neverGoesAnywhereElse(String path) {
        assertThat(LocalPath.of(path, "/personalization")).isEqualTo("/personalization");
    }

    @Test
    void refusesAProductACategoryOrABrand() {
        assertThat(Refusal.of("12", null)).contains(new Refusal(12, 0, ""));
        assertThat(Refusal.of(null, "category:7")).contains(new Refusal(0, 7, ""));
        assertThat(Refusal.of(null, "brand:Acme+%26+Co")).contains(new Refusal(0, 0, "Acme & Co"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "12x", "1234567890123456789012", " 12"})
    void aProductIsAPositiveNumber(String productId) {
        assertThat(Refusal.of(productId, null)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "category:", "category:x", "category:0", "category:-5", "brand:", "brand:%", "price:3"})
    void nothingElseCanBeRefused(String conclusion) {
        assertThat(Refusal.of(null, conclusion)).isEmpty();
    }

    @Test
    void aRefusalIsAnInteraction() {
        Interaction refusal = new Refusal(0, 0, "Acme").by(7, 1_000);
        assertThat(refusal.type()).isEqualTo(InteractionType.NOT_INTERESTED);
        assertThat(refusal.details().text()).isEqualTo("Acme");
    }

    @Test
    void whatIsWrittenIntoJsonCannotEndAScript() {
        assertThat(WhyShown.quoted("</script>\"\\\n&"))
                .isEqualTo("\"\\u003c/script\\u003e\\u0022\\u005c\\u000a\\u0026\"");
        assertThat(WhyShown.quoted("Café")).isEqualTo("\"Café\"");
    }
}
