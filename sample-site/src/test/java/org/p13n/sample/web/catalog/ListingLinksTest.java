package org.p13n.sample.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListingLinksTest {

    private final ListingLinks links = new ListingLinks(
            "/fashion",
            Map.of(
                    "brand", new String[] {"Plainfold", "Quaywick"},
                    "sort", new String[] {"price asc"},
                    "page", new String[] {"3"},
                    "utm_source", new String[] {"mail"}),
            Set.of("brand", "colour"));

    @Test
    void addsAFacetValueAndStartsOnTheFirstPage() {
        assertThat(links.toggling("colour", "Navy"))
                .isEqualTo("/fashion?brand=Plainfold&brand=Quaywick&sort=price+asc&colour=Navy");
    }

    @Test
    void takesAFacetValueBack() {
        assertThat(links.toggling("brand", "Plainfold")).isEqualTo("/fashion?brand=Quaywick&sort=price+asc");
    }

    @Test
    void namesThePageUnlessItIsTheFirst() {
        assertThat(links.toPage(2)).endsWith("&page=2");
        assertThat(links.toPage(1)).isEqualTo("/fashion?brand=Plainfold&brand=Quaywick&sort=price+asc");
    }

    @Test
    void dropsAllFacets() {
        assertThat(links.without(Set.of("brand", "colour"))).isEqualTo("/fashion?sort=price+asc");
    }

    @Test
    void carriesAlongWhatASortFormMustNotLose() {
        assertThat(links.fieldsExcept("sort"))
                .containsExactly(
                        new ListingLinks.Field("brand", "Plainfold"), new ListingLinks.Field("brand", "Quaywick"));
    }

    @Test
    void encodesWhatShoppersType() {
        ListingLinks search = new ListingLinks("/search", Map.of("q", new String[] {"<script>&\"'"}), Set.of());

        assertThat(search.toPage(2)).isEqualTo("/search?q=%3Cscript%3E%26%22%27&page=2");
    }
}
