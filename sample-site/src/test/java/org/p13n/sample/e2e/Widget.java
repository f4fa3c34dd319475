package org.p13n.sample.e2e;

import java.util.List;
import org.jsoup.nodes.Element;

/** One of the module's lists on a page, as a shopper sees it. */
record Widget(String heading, String why, List<Card> cards) {

    static Widget of(Element section) {
        if (section == null) {
            return new Widget("", "", List.of());
        }
        return new Widget(
                section.select(".p13n-heading").text(),
                section.select(".p13n-why").text(),
                section.select("li.p13n-product").stream()
                        .map(product -> new Card(
                                product.select("a.p13n-link").attr("href"),
                                product.select(".p13n-name").text(),
                                "",
                                product.select(".p13n-now > span:not(.p13n-unseen)")
                                        .text()))
                        .toList());
    }

    List<String> names() {
        return cards.stream().map(Card::name).toList();
    }
}
