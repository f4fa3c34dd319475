package org.p13n.sample.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Tops & Knitwear;tops-knitwear",
                "Crème Brûlée;creme-brulee",
                "  Men's  Shoes! ;mens-shoes",
                "../../etc/passwd;etc-passwd",
                "<script>alert(1)</script>;script-alert-1-script",
                "日本;fallback",
            })
    void areLowerCaseWordsJoinedByDashes(String name, String part) {
        assertThat(UrlNames.part(name, "fallback")).isEqualTo(part);
    }

    @Test
    void areCutToABearableLength() {
        assertThat(UrlNames.part("word ".repeat(40), "fallback"))
                .hasSizeLessThanOrEqualTo(80)
                .endsWith("word");
    }
}
