package org.p13n.sample.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductDetailTest {

    @Test
    void showsDescriptionsAsPlainParagraphs() {
        assertThat(ProductDetail.paragraphs("<p>Warm &amp; <b>soft</b>.</p><p>Wash cold.<br/>Dry flat.</p>"))
                .containsExactly("Warm & soft.", "Wash cold.", "Dry flat.");
    }

    @Test
    void leavesMarkupThatWasTextAsText() {
        assertThat(ProductDetail.paragraphs("1 &lt; 2")).containsExactly("1 < 2");
    }

    @Test
    void hasNothingToSayOfAProductWithoutDescription() {
        assertThat(ProductDetail.paragraphs(null)).isEmpty();
    }
}
