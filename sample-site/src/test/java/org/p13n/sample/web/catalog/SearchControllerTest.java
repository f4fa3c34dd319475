package org.p13n.sample.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchControllerTest {

    @Test
    void readsWhatTheShopperMeant() {
        assertThat(SearchController.readable("  oat\r\n milk\u0000 ")).isEqualTo("oat  milk");
    }

    @Test
    void readsNoMoreThanAProductNeeds() {
        assertThat(SearchController.readable("x".repeat(5_000))).hasSize(100);
    }

    @Test
    void takesNoQueryForAnEmptyOne() {
        assertThat(SearchController.readable(null)).isEmpty();
    }
}
