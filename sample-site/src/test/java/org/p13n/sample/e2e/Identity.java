package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who the store takes somebody for, through real log-in, registration and log-out. */
@ExtendWith(SharedStores.class)
abstract class Identity {

    static final Duration SECONDS = Duration.ofSeconds(10);
    static final String COOKIE = "p13n_id";

    private static final String LAMP = "/home-luxury/arc-floor-lamp";
    private static final String LAMP_NAME = "Arc Floor Lamp";
    private static final String BANNER = ".p13n-consent";

    private final StoreProcess store;

    Identity(StoreProcess store) {
        this.store = store;
    }

    private static String address() {
        return "who-" + System.nanoTime() + "@example.com";
    }

    private static OwnData until(Shopper shopper, String text) {
        OwnData seen = Polling.until(SECONDS, () -> OwnData.of(shopper), data -> data.mentions(text));
        assertThat(seen.mentions(text)).as("'%s' in %s", text, seen.json()).isTrue();
        return seen;
    }

    @Test
    void aVisitorWhoLogsInBecomesTheCustomerAlsoFromASecondDevice() {
        String address = address();
        Shopper registered = new Shopper(store);
        registered.register(address);
        Shopper laptop = new Shopper(store);
        laptop.agree();
        laptop.visit(LAMP);
        long asVisitor = OwnData.of(laptop).id();

        laptop.logIn(address, Shopper.PASSWORD);

        assertThat(laptop.visit("/").status()).isEqualTo(200);
        OwnData asCustomer = until(laptop, LAMP_NAME);
        assertThat(asVisitor).isNegative();
        assertThat(asCustomer.id()).isPositive();
        assertThat(asCustomer.mentions(Long.toString(asVisitor)))
                .as("the other id")
                .isTrue();
        assertThat(laptop.cookie(COOKIE)).isEmpty();
        Shopper phone = new Shopper(store);
        phone.agree();
        phone.search("something on the phone");
        long onThePhone = OwnData.of(phone).id();
        phone.logIn(address, Shopper.PASSWORD);
        phone.visit("/");
        OwnData both = until(phone, "something on the phone");
        assertThat(both.id()).isEqualTo(asCustomer.id());
        assertThat(both.mentions(LAMP_NAME)).isTrue();
        assertThat(both.mentions(Long.toString(onThePhone))).isTrue();
    }

    @Test
    void aVisitorWhoRegistersBecomesTheCustomer() {
        Shopper visitor = new Shopper(store);
        visitor.agree();
        visitor.visit(LAMP);

        visitor.register(address());

        visitor.visit("/");
        OwnData data = until(visitor, LAMP_NAME);
        assertThat(data.id()).isPositive();
        assertThat(data.mentions("\"GRANTED\"")).isTrue();
        assertThat(visitor.cookie(COOKIE)).isEmpty();
    }

    @Test
    void afterLoggingOutTheNextOneAtThisBrowserIsNobody() {
        Shopper shopper = new Shopper(store);
        shopper.agree();
        shopper.visit(LAMP);
        shopper.register(address());
        shopper.visit("/");
        long customer = OwnData.of(shopper).id();

        shopper.logOut();

        Page home = shopper.visit("/");
        assertThat(home.document().select(BANNER)).as("the question").isNotEmpty();
        OwnData next = OwnData.of(shopper);
        assertThat(next.isEmpty()).isTrue();
        assertThat(next.id()).isNegative();
        assertThat(next.id()).isNotEqualTo(customer);
        assertThat(shopper.cookie(COOKIE)).isEmpty();
    }

    @Test
    void aCookieThatSomebodyMadeUpGivesNothing() {
        Shopper victim = new Shopper(store);
        victim.agree();
        victim.visit(LAMP);
        String good = victim.cookie(COOKIE);
        long victimId = until(victim, LAMP_NAME).id();
        String[] parts = good.split("\\.");
        String forged =
                parts[0] + "." + parts[1] + "." + (Integer.parseInt(parts[2]) - 1) + "." + parts[3] + "." + parts[4];
        for (String bad :
                new String[] {forged, good.substring(0, good.length() - 1), good + "A", parts[1], "1.2.3", "x"}) {
            Shopper thief = new Shopper(store);
            thief.bring(COOKIE, bad);
            OwnData seen = OwnData.of(thief);
            assertThat(seen.id()).as(bad).isNotEqualTo(victimId);
            assertThat(seen.isEmpty()).as(bad).isTrue();
        }
        Shopper same = new Shopper(store);
        same.bring(COOKIE, good);
        assertThat(OwnData.of(same).id()).as("the real one").isEqualTo(victimId);
    }

    @Test
    void noIdThatSomebodyGuessesOpensAnything() {
        Shopper victim = new Shopper(store);
        victim.agree();
        long victimId = OwnData.of(victim).id();
        Shopper thief = new Shopper(store);
        thief.visit("/");
        for (String guess : new String[] {"?shopper=", "?shopperId=", "?customerId=", "?id="}) {
            Page page = thief.get("/personalization/download" + guess + victimId);
            assertThat(page.body()).doesNotContain(Long.toString(victimId));
        }
        assertThat(OwnData.of(victim).id()).as("still there").isEqualTo(victimId);
    }

    @Test
    void anErasedVisitorIsNobodyFromNowOnEvenWithACopyOfTheCookie() {
        Shopper shopper = new Shopper(store);
        shopper.agree();
        shopper.visit(LAMP);
        until(shopper, LAMP_NAME);
        String copy = shopper.cookie(COOKIE);

        Page erased = shopper.submit(shopper.visit("/personalization/erase").form("/personalization/erase"), Map.of());

        assertThat(erased.status()).isEqualTo(200);
        assertThat(shopper.cookie(COOKIE)).isEmpty();
        assertThat(OwnData.of(shopper).isEmpty()).isTrue();
        Shopper later = new Shopper(store);
        later.bring(COOKIE, copy);
        OwnData seen = OwnData.of(later);
        assertThat(seen.isEmpty()).isTrue();
        assertThat(seen.mentions(LAMP_NAME)).isFalse();
    }
}
