package org.p13n.sample.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/checkout", "/fashion/wool-scarf?size=M"})
    void keepsAddressesOfTheShop(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/a\r\nb: c"
            })
    void leadsHomeInsteadOfElsewhere(String address) {
        assertThat(LocalAddress.of(address)).isEqualTo("/");
    }
}
