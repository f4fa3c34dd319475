package org.p13n.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingParametersFilterTest {

    @ParameterizedTest
    @CsvSource({
        "page, 2",
        "pageSize, 48",
        "sort, price asc",
        "brand, Quaywick",
        "price, range[0.00000:10.00000]",
        "price, range[250:null]",
        "q, range",
        "colour, '\" OR *:*'"
    })
    void keepsWhatThePlatformCanRead(String name, String value) {
        assertThat(ListingParametersFilter.isReadable(name, new String[] {value}))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "page, x",
        "page, 0",
        "page, -1",
        "pageSize, 1e9",
        "sort, price",
        "sort, 'price asc,name'",
        "sort, secret asc",
        "price, cheap",
        "price, range[",
        "price, range[1]",
        "price, range[a:b]",
        "brand, 'range[0 TO 1] OR x'",
        "facetField, brand"
    })
    void dropsWhatBreaksThePlatform(String name, String value) {
        assertThat(ListingParametersFilter.isReadable(name, new String[] {value}))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"page", "sort"})
    void dropsAParameterThatIsGivenTwiceWhereOneCounts(String name) {
        assertThat(ListingParametersFilter.isReadable(name, new String[] {"1", "2"}))
                .isFalse();
    }
}
