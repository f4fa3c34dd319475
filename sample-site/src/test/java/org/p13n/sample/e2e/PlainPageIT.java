package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.sample.e2e.Running.Which;

/**
 * Switched off, the module leaves no byte behind: each page is compared with that of the very same store without the
 * module's jars and lines. Form tokens and the ids of cart lines, which differ from visit to visit, are masked.
 */
@ExtendWith(SharedStores.class)
@TestInstance(Lifecycle.PER_CLASS)
final class PlainPageIT {

    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final String PRODUCT = "/home-luxury/arc-floor-lamp";

    private final StoreProcess store;
    private StoreProcess plain;

    PlainPageIT(@Running(Which.QUIET) StoreProcess store) {
        this.store = store;
    }

    @BeforeAll
    void startThePlainStore() {
        plain = StoreProcess.start(
                StoreCommand.fresh("plain").with("history", "none").with("module", "none"));
    }

    @AfterAll
    void stopThePlainStore() {
        plain.close();
    }

    @BeforeEach
    void switchOff() {
        turn(false);
    }

    @AfterEach
    void switchOn() {
        turn(true);
    }

    private void turn(boolean on) {
        Merchandiser.admin(store).turn(on);
        assertThat(Polling.until(SECONDS, () -> Health.of(store).isOn(), now -> now == on))
                .isEqualTo(on);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/grocery",
                "/grocery?page=2",
                "/grocery/pantry",
                "/grocery/pantry?sort=price+asc",
                "/search?q=salt",
                "/search?q=nothing-like-this",
                PRODUCT,
                "/fashion/wrenna-wrap-midi-dress",
                "/cart",
                "/login",
                "/register",
                "/no-such-page"
            })
    void switchedOffAPageIsThatOfAStoreWithoutTheModule(String path) {
        isTheSame(new Shopper(store).get(path), new Shopper(plain).get(path));
    }

    @Test
    void switchedOffTheCartAndTheCheckoutAreThoseOfAStoreWithoutTheModule() {
        Shopper here = new Shopper(store);
        Shopper there = new Shopper(plain);

        isTheSame(here.addToCart(PRODUCT, 2), there.addToCart(PRODUCT, 2));
        isTheSame(here.visit("/cart"), there.visit("/cart"));
        isTheSame(here.visit("/checkout"), there.visit("/checkout"));
    }

    @Test
    void switchedOnAgainTheModuleIsBack() {
        Shopper shopper = new Shopper(store);
        assertThat(shopper.visit(PRODUCT).body()).doesNotContain("p13n");

        turn(true);

        assertThat(shopper.visit(PRODUCT).body()).contains("p13n");
        assertThat(new Shopper(plain).get("/p13n/health").status()).isEqualTo(404);
    }

    private static void isTheSame(Page ours, Page plain) {
        assertThat(ours.status()).isEqualTo(plain.status());
        assertThat(headers(ours)).isEqualTo(headers(plain));
        assertThat(masked(ours)).isEqualTo(masked(plain));
    }

    private static String masked(Page page) {
        return page.body()
                .replaceAll("(name=\"csrfToken\" value=\")[^\"]*", "$1…")
                .replaceAll("(name=\"orderItemId\" value=\"|\"quantity-)\\d+", "$1…");
    }

    private static Map<String, List<String>> headers(Page page) {
        Map<String, List<String>> headers = new TreeMap<>(page.headers().map());
        headers.keySet().removeAll(List.of("date", "set-cookie", "content-length"));
        return headers;
    }
}
