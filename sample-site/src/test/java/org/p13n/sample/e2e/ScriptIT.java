package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.sample.e2e.Running.Which;

/** What a real browser reports, and the shopper's own pages as it shows them; pictures are kept with the build. */
@ExtendWith(SharedStores.class)
@TestInstance(Lifecycle.PER_CLASS)
final class ScriptIT {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final StoreProcess store;
    private Browser browser;

    ScriptIT(@Running(Which.SAMPLE) StoreProcess store) {
        this.store = store;
    }

    @BeforeAll
    void openTheBrowser() {
        Optional<String> missing = Browser.missing();
        missing.ifPresent(System.out::println);
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
        browser = Browser.open();
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatIsSeenChosenAndReadIsStored() {
        browser.startOver(Browser.DESKTOP);
        agree();
        browser.go(store, "/grocery/pantry");
        browser.find(".cards .card a");
        waitInSight();
        browser.click(".cards .card:not(:has(.badge.gone)) a");
        browser.find("form[action='/cart/add']");
        waitInSight();
        browser.go(store, "/cart");

        String stored = Polling.until(
                SECONDS, this::download, file -> file.contains("\"DWELL\"") && file.contains("\"IMPRESSION_SEEN\""));

        assertThat(stored).contains("\"CATEGORY_VIEW\"", "\"PRODUCT_VIEW\"", "\"IMPRESSION_SEEN\"", "\"DWELL\"");
        assertThat(stored.split("\"CLICK\"", -1)).as("one click, reported once").hasSize(2);
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    void theShoppersOwnPagesAreFitToBeShown(String device) {
        browser.startOver(device.equals("phone") ? Browser.PHONE : Browser.DESKTOP);
        browser.go(store, "/");
        browser.find(".p13n-consent");
        browser.picture(device + "-7-consent");
        fits();
        agree();
        for (String path :
                new String[] {"/grocery/sea-salt-potato-crisps", "/search?q=linen", "/home-luxury/arc-floor-lamp"}) {
            browser.go(store, path);
        }
        browser.go(store, "/personalization/quiz");
        browser.click("input[name='answer.diet'][value=vegetarian]");
        browser.click("input[name='answer.size'][value=M]");
        browser.picture(device + "-8-quiz");
        fits();
        browser.click(".p13n-questions button");
        browser.find(".p13n-notice");
        browser.go(store, "/personalization");
        browser.find(".p13n-group");
        browser.picture(device + "-9-my-personalization");
        browser.wholePicture(device + "-9-my-personalization-whole");
        fits();
        browser.go(store, "/personalization/erase");
        browser.picture(device + "-10-erase");
        fits();
        assertThat(browser.complaints()).isEmpty();
    }

    private void agree() {
        browser.go(store, "/");
        browser.click(".p13n-consent button[value=yes]");
        browser.awaitGone(".p13n-consent");
    }

    /** The script reports what was in sight for a second; here it is the page's own clock that says so. */
    private void waitInSight() {
        double start = now();
        Polling.until(SECONDS, this::now, now -> now - start > 2_500);
    }

    private double now() {
        return ((Number) browser.evaluate("performance.now()")).doubleValue();
    }

    private String download() {
        return (String) browser.evaluate("(function () { var request = new XMLHttpRequest();"
                + " request.open('GET', '/personalization/download', false); request.send();"
                + " return request.responseText; })()");
    }

    private void fits() {
        Object tooWide =
                browser.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) tooWide).intValue()).as("pixels beyond the edge").isLessThanOrEqualTo(1);
    }
}
