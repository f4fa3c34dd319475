package org.p13n.sample.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One page of a category or a search result, as a shopper sees it.
 *
 * @param facets the number beside each value of each facet
 * @param next where the next page is, empty on the last one
 */
record Listing(List<Card> cards, int total, Map<String, Integer> facets, String next) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static Listing of(Document page) {
        List<Card> cards = page.select(".results ul.cards > li.card").stream()
                .map(card -> new Card(
                        card.select("a").attr("href"),
                        card.select(".name").text(),
                        card.select(".brand").text(),
                        card.select(".price .now > span:not(.unseen)").text()))
                .toList();
        return new Listing(
                cards,
                total(page.select(".results [role=status]").text()),
                facets(page),
                page.select("nav.pages a[rel=next]").attr("href"));
    }

    private static int total(String status) {
        return NUMBER.matcher(status)
                .results()
                .map(MatchResult::group)
                .mapToInt(Integer::parseInt)
                .reduce(0, (first, last) -> last);
    }

    private static Map<String, Integer> facets(Document page) {
        Map<String, Integer> facets = new LinkedHashMap<>();
        for (Element facet : page.select(".facets section")) {
            for (Element value : facet.select("li a")) {
                String label = facet.select("h2").text() + ": "
                        + value.select("span:not(.tick)").text();
                facets.put(label, Integer.parseInt(value.select("small").text()));
            }
        }
        return facets;
    }

    List<String> names() {
        return cards.stream().map(Card::name).toList();
    }

    /** The mean place of a brand's products, 1 for the first of the page. */
    OptionalDouble meanPlaceOf(String brand) {
        return IntStream.range(0, cards.size())
                .filter(place -> cards.get(place).brand().equals(brand))
                .map(place -> place + 1)
                .average();
    }

    /** This page followed by all later ones, in order. */
    static List<Card> allPages(Visitor visitor, String path) {
        List<Card> all = new ArrayList<>();
        Listing page = visitor.get(path).listing();
        all.addAll(page.cards());
        while (!page.next().isEmpty()) {
            page = visitor.get(page.next()).listing();
            all.addAll(page.cards());
        }
        return all;
    }
}
