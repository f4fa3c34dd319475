package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Categories and searches as a shopper sees them who looked at one brand only, beside those of a new visitor. */
@ExtendWith(SharedStores.class)
abstract class PersonalLists {

    private static final Duration SECONDS = Duration.ofSeconds(5);

    private static final String BRAND = "Pantrymost";
    private static final String CATEGORY = "/grocery/pantry";
    private static final String DEPARTMENT = "/grocery";
    private static final String PRODUCT = "/home-luxury/ribbed-tumblers-set-of-4";
    private static final String SEARCH = "/search?q=organic";

    private final StoreProcess store;
    private final Shopper fan;
    private final Shopper stranger;

    PersonalLists(StoreProcess store) {
        this.store = store;
        fan = new Shopper(store);
        stranger = new Shopper(store);
        looksAtTheBrand(fan);
    }

    private void looksAtTheBrand(Shopper shopper) {
        new Shopper(store)
                .visit(CATEGORY).listing().cards().stream()
                        .filter(card -> card.brand().equals(BRAND))
                        .limit(5)
                        .forEach(card -> shopper.visit(card.url()));
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
        double forStranger = stranger.visit(list).listing().meanPlaceOf(BRAND).orElseThrow();
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

            assertThat(forFan.facets()).as("facets of %s", list).isNotEmpty().isEqualTo(forStranger.facets());
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
        assertThat(Polling.until(SECONDS, () -> fan.visit(CATEGORY).listing().names(), names -> !names.equals(own)))
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
            assertThat(fan.visit(PRODUCT).body()).doesNotContain("p13n");
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
        String address = "fan-" + System.nanoTime() + "@example.com";
        fan.agree();

        fan.register(address);

        assertThat(fan.visit(CATEGORY).listing().meanPlaceOf(BRAND).orElseThrow())
                .isLessThan(
                        stranger.visit(CATEGORY).listing().meanPlaceOf(BRAND).orElseThrow());
        Shopper onAnotherDevice = new Shopper(store);
        onAnotherDevice.logIn(address, Shopper.PASSWORD);
        assertThat(onAnotherDevice.visit(CATEGORY).listing().names()).isNotEqualTo(own);
    }

    @Test
    void whatAVisitorLookedAtIsTheCustomersAfterLoggingInAndNobodysAfterLoggingOut() {
        List<String> own = stranger.visit(CATEGORY).listing().names();
        String address = "customer-" + System.nanoTime() + "@example.com";
        Shopper customer = new Shopper(store);
        customer.register(address);
        customer.logOut();
        Shopper visitor = new Shopper(store);
        looksAtTheBrand(visitor);
        visitor.agree();

        visitor.logIn(address, Shopper.PASSWORD);

        assertThat(visitor.visit(CATEGORY).listing().names()).isNotEqualTo(own);
        Shopper onAnotherDevice = new Shopper(store);
        onAnotherDevice.logIn(address, Shopper.PASSWORD);
        assertThat(onAnotherDevice.visit(CATEGORY).listing().names()).isNotEqualTo(own);
        visitor.logOut();
        assertThat(visitor.visit(CATEGORY).listing().names()).isEqualTo(own);
    }

    private static List<String> names(List<Card> cards) {
        return cards.stream().map(Card::name).toList();
    }
}
