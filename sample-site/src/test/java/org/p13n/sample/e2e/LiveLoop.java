package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The module's whole loop as shoppers see it: what some do changes what others are shown. */
@ExtendWith(SharedStores.class)
abstract class LiveLoop {

    private static final Duration SECONDS = Duration.ofSeconds(5);

    private static final String TUMBLERS = "/home-luxury/ribbed-tumblers-set-of-4";
    private static final String FILM = "/electronics/snaplet-film-40-prints";
    private static final String FILM_NAME = "Snaplet Film, 40 Prints";
    private static final String DEODORANT = "/beauty/aluminium-free-deodorant";

    private final StoreProcess store;

    LiveLoop(StoreProcess store) {
        this.store = store;
    }

    private Widget beside(Shopper shopper, String product) {
        return shopper.visit(product).widget("recommendations");
    }

    @Test
    void twoOrdersTeachTheStoreWhatGoesTogetherWithinSeconds() {
        Shopper lookedBefore = new Shopper(store);
        assertThat(beside(lookedBefore, TUMBLERS).names()).doesNotContain(FILM_NAME);

        for (String buyer : List.of("first", "second")) {
            Shopper shopper = new Shopper(store);
            shopper.visit("/home-luxury");
            shopper.buy(buyer + "@example.com", TUMBLERS, FILM);
        }

        Shopper third = new Shopper(store);
        Widget shown = Polling.until(
                SECONDS, () -> beside(third, TUMBLERS), widget -> widget.names().contains(FILM_NAME));
        assertThat(shown.names()).contains(FILM_NAME);
        assertThat(shown.heading()).isNotBlank();
        assertThat(shown.why()).isNotBlank();

        Shopper otherTaste = new Shopper(store);
        otherTaste.visit("/beauty/bath-body-grooming");
        assertThat(beside(otherTaste, DEODORANT).names()).isNotEmpty().doesNotContain(FILM_NAME);
        assertThat(beside(third, "/").names())
                .as("on the home page, for who looked at the tumblers")
                .contains(FILM_NAME);
        // in a shop with a handful of orders what was bought at all is popular, and fills the end of every list
        List<String> forOtherTaste = beside(otherTaste, "/").names();
        assertThat(forOtherTaste.subList(0, forOtherTaste.size() / 2))
                .as("on the home page, for who looks at care products")
                .isNotEmpty()
                .doesNotContain(FILM_NAME);
    }

    @Test
    void bundleAddsItsProductsToTheCartAsLinesOfTheirOwn() {
        String lamp = "/home-luxury/arc-floor-lamp";
        String rug = "/home-luxury/berber-style-wool-rug";
        for (String buyer : List.of("third", "fourth")) {
            new Shopper(store).buy(buyer + "@example.com", lamp, rug);
        }
        Shopper shopper = new Shopper(store);
        Page page = Polling.until(SECONDS, () -> shopper.visit(lamp), seen -> seen.hasForm("/p13n/bundle"));
        List<String> offered = page.widget("bundle").names();

        shopper.submit(page.form("/p13n/bundle"), Map.of());

        assertThat(offered).hasSizeBetween(2, 3).contains("Arc Floor Lamp", "Berber-Style Wool Rug");
        assertThat(shopper.cart()).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void showsNoProductThatCannotBeBoughtThatIsInTheCartOrThatThePageIsAbout() {
        Set<String> notForSale = SampleCatalog.notForSale();
        Shopper shopper = new Shopper(store);
        shopper.addToCart(FILM, 1);
        Set<String> seen = new HashSet<>();
        for (String category : List.of("/home-luxury/luxury/fine-jewellery", "/electronics/speakers", "/beauty")) {
            for (Card product : shopper.visit(category).listing().cards()) {
                Page page = shopper.visit(product.url());
                List<String> shown =
                        new ArrayList<>(page.widget("recommendations").names());
                page.widget("bundle").names().stream().skip(1).forEach(shown::add);
                assertThat(shown).as("beside %s", product.name()).doesNotContain(product.name(), FILM_NAME);
                seen.addAll(shown);
            }
        }
        assertThat(seen).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(notForSale);
    }

    @Test
    void stopsShowingWhatHasJustSoldOut() {
        String vase = "/home-luxury/ripple-ceramic-vase";
        String hoops = "/home-luxury/fine-gold-hoops";
        String name = "Fine Gold Hoops";
        for (String buyer : List.of("fifth", "sixth")) {
            Shopper shopper = new Shopper(store);
            shopper.addToCart(hoops, 2);
            shopper.buy(buyer + "@example.com", vase);
        }
        Shopper looking = new Shopper(store);
        assertThat(Polling.until(SECONDS, () -> beside(looking, vase).names(), names -> names.contains(name)))
                .contains(name);

        new Shopper(store).buy("seventh@example.com", vase, hoops);

        assertThat(Polling.until(SECONDS, () -> beside(looking, vase).names(), names -> !names.contains(name)))
                .isNotEmpty()
                .doesNotContain(name);
    }

    @Test
    void pricesInWidgetsAreThoseOfTheProductPages() {
        Shopper shopper = new Shopper(store);
        Page page = shopper.visit(TUMBLERS);
        assertThat(page.widget("recommendations").cards()).isNotEmpty();
        for (Card card : page.widget("recommendations").cards()) {
            assertThat(shopper.visit(card.url()).text(".buy .price .now > span:not(.unseen)"))
                    .as("price of %s", card.name())
                    .isEqualTo(card.price());
        }
    }

    @Test
    void healthTellsHowTheModuleIsDoingAndNothingAboutPersons() {
        long before = Health.of(store).number("interactionsStored");

        new Shopper(store).buy("nobody@example.com", TUMBLERS);

        Health health =
                Polling.until(SECONDS, () -> Health.of(store), seen -> seen.number("interactionsStored") > before);
        assertThat(health.page().status()).isEqualTo(200);
        assertThat(health.page().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(health.isOn()).isTrue();
        assertThat(health.number("interactionsStored")).isGreaterThan(before);
        assertThat(health.number("modelVersion")).isPositive();
        assertThat(health.number("modelAgeSeconds")).isNotNegative();
        assertThat(health.number("queueDepth")).isNotNegative();
        assertThat(health.value("lastErrorKind")).isEqualTo("null");
        assertThat(health.page().body()).doesNotContain("@", "example", "shopper", "customer", "nobody");
    }
}
