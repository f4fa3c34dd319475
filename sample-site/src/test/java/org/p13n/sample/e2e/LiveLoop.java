package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
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

        shopper.submit(page.form("/p13n/bundle"), java.util.Map.of());

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

    /** A shopper who looked at one brand only, in lists that hold others too. */
    @Nested
    class ForSomebodyWhoLikesOneBrand {

        private static final String BRAND = "Pantrymost";
        private static final String CATEGORY = "/grocery/pantry";
        private static final String DEPARTMENT = "/grocery";
        private static final String SEARCH = "/search?q=organic";

        private final Shopper fan = new Shopper(store);
        private final Shopper stranger = new Shopper(store);

        ForSomebodyWhoLikesOneBrand() {
            new Shopper(store)
                    .visit(CATEGORY).listing().cards().stream()
                            .filter(card -> card.brand().equals(BRAND))
                            .limit(5)
                            .forEach(card -> fan.visit(card.url()));
        }

        @Test
        void theBrandStandsHigherInACategory() {
            standsHigher(CATEGORY);
        }

        @Test
        void theBrandStandsHigherInASearch() {
            standsHigher("/search?q=" + Visitor.encoded("sea salt"));
        }

        private void standsHigher(String list) {
            double forStranger =
                    stranger.visit(list).listing().meanPlaceOf(BRAND).orElseThrow();
            double forFan = fan.visit(list).listing().meanPlaceOf(BRAND).orElseThrow();

            assertThat(forFan).as("mean place of %s in %s", BRAND, list).isLessThan(forStranger);
        }

        @Test
        void noProductIsLostOrRepeatedOverAllPages() {
            List<String> forStranger = names(Listing.allPages(stranger, DEPARTMENT));
            List<String> forFan = names(Listing.allPages(fan, DEPARTMENT));

            assertThat(forStranger)
                    .doesNotHaveDuplicates()
                    .hasSize(stranger.visit(DEPARTMENT).listing().total());
            assertThat(forFan).isNotEqualTo(forStranger).containsExactlyInAnyOrderElementsOf(forStranger);
        }

        @Test
        void facetsAndTotalsAreTheSameForAll() {
            for (String list : List.of(DEPARTMENT, CATEGORY, SEARCH)) {
                Listing forStranger = stranger.visit(list).listing();
                Listing forFan = fan.visit(list).listing();

                assertThat(forFan.facets())
                        .as("facets of %s", list)
                        .isNotEmpty()
                        .isEqualTo(forStranger.facets());
                assertThat(forFan.total()).as("total of %s", list).isPositive().isEqualTo(forStranger.total());
            }
        }

        @Test
        void aSortThatTheShopperChoseIsTheSameForAll() {
            for (String sort : List.of("price+asc", "price+desc", "name+asc", "newest+desc")) {
                String list = CATEGORY + "?sort=" + sort;

                assertThat(fan.visit(list).listing().names())
                        .as(list)
                        .isNotEmpty()
                        .isEqualTo(stranger.visit(list).listing().names());
            }
        }

        @Test
        void theListIsTheShopsOwnAtStrengthZero() {
            List<String> own = stranger.visit(CATEGORY).listing().names();
            assertThat(fan.visit(CATEGORY).listing().names()).isNotEqualTo(own);
            Merchandiser admin = Merchandiser.admin(store);
            try {
                admin.strengthen("0");

                assertThat(fanSees(own)).isEqualTo(own);
            } finally {
                admin.strengthen("50");
            }
            assertThat(Polling.until(
                            SECONDS, () -> fan.visit(CATEGORY).listing().names(), names -> !names.equals(own)))
                    .isNotEqualTo(own);
        }

        @Test
        void theListIsTheShopsOwnWhenSwitchedOff() {
            List<String> own = stranger.visit(CATEGORY).listing().names();
            Merchandiser admin = Merchandiser.admin(store);
            try {
                admin.turn(false);

                assertThat(fanSees(own)).isEqualTo(own);
                assertThat(Health.of(store).isOn()).isFalse();
                assertThat(fan.visit(TUMBLERS).body()).doesNotContain("p13n");
            } finally {
                admin.turn(true);
            }
            Polling.until(SECONDS, () -> Health.of(store).isOn(), on -> on);
            assertThat(fan.visit(CATEGORY).listing().names()).isNotEqualTo(own);
        }

        private List<String> fanSees(List<String> expected) {
            return Polling.until(SECONDS, () -> fan.visit(CATEGORY).listing().names(), expected::equals);
        }

        @Test
        void theTasteIsKeptWhenTheVisitorRegistersAndLaterLogsInElsewhere() {
            List<String> own = stranger.visit(CATEGORY).listing().names();
            List<String> asVisitor = fan.visit(CATEGORY).listing().names();
            String address = "fan-" + System.nanoTime() + "@example.com";

            fan.register(address);

            assertThat(fan.visit(CATEGORY).listing().names()).isEqualTo(asVisitor);
            Shopper onAnotherDevice = new Shopper(store);
            onAnotherDevice.logIn(address, Shopper.PASSWORD);
            assertThat(onAnotherDevice.visit(CATEGORY).listing().names()).isNotEqualTo(own);
        }
    }

    private static List<String> names(List<Card> cards) {
        return cards.stream().map(Card::name).toList();
    }
}
