package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A shop that stores until a no, over real HTTP: whom it stores, and how long a no holds. */
final class OptOutIT {

    private static final String CONSENT = "/personalization/consent";
    private static final String ID = "p13n_id";
    private static final String NO = "p13n_no";

    private static StoreProcess store;

    @BeforeAll
    static void start() {
        store = StoreProcess.start(StoreCommand.fresh("opt-out")
                .with("history", "none")
                .withProperty("personalization.consent.mode", "opt-out"));
    }

    @AfterAll
    static void stop() {
        store.stop();
    }

    private static Shopper whoSaysNo() {
        Shopper shopper = new Shopper(store);
        shopper.visit("/");
        Page page = shopper.visit("/grocery");
        assertThat(shopper.cookie(ID)).isNotEmpty();
        shopper.submit(page.form(CONSENT), Map.of("answer", "no"));
        return shopper;
    }

    @Test
    void aNoOutlivesTheSessionAndIdentifiesNobody() {
        Shopper shopper = whoSaysNo();
        assertThat(shopper.cookie(ID)).isEmpty();
        assertThat(shopper.cookie(NO)).isEqualTo(whoSaysNo().cookie(NO)).isEqualTo("1");

        Shopper tomorrow = new Shopper(store);
        tomorrow.bring(NO, shopper.cookie(NO));
        tomorrow.visit("/");
        Page page = tomorrow.visit("/grocery");

        assertThat(tomorrow.cookie(ID)).isEmpty();
        assertThat(page.hasForm(CONSENT)).isFalse();
        assertThat(tomorrow.visit("/personalization").text("#p13n-own-consent + p"))
                .contains("You have said no");
    }

    @Test
    void aNewYesRemovesTheNo() {
        Shopper shopper = whoSaysNo();
        shopper.submit(shopper.visit("/personalization").form(CONSENT), Map.of("answer", "yes"));
        assertThat(shopper.cookie(NO)).isEmpty();
        assertThat(shopper.cookie(ID)).isNotEmpty();
    }

    @Test
    void aClientThatReturnsNoCookieIsGivenNoId() {
        for (int page = 0; page < 3; page++) {
            assertThat(new Shopper(store).get("/").headers().allValues("set-cookie"))
                    .noneMatch(cookie -> cookie.startsWith("p13n"));
        }
    }

    @Test
    void aNoUnderGlobalPrivacyControlSetsNoCookie() {
        Shopper shopper = new Shopper(store);
        shopper.wantsPrivacy();
        shopper.visit("/");
        shopper.visit("/grocery");
        assertThat(shopper.cookie(ID)).isEmpty();
        assertThat(shopper.cookie(NO)).isEmpty();
    }
}
