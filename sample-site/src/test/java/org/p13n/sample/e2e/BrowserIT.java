package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.p13n.sample.e2e.Running.Which;

/** A shopper and a merchandiser in a real browser; pictures of every page are kept with the build. */
@ExtendWith(SharedStores.class)
final class BrowserIT {

    private static final String STRENGTH = "#p13n-strength";

    private final StoreProcess store;

    BrowserIT(@Running(Which.SAMPLE) StoreProcess store) {
        this.store = store;
    }

    @BeforeEach
    void skipWithoutBrowser() {
        Optional<String> missing = Browser.missing();
        missing.ifPresent(System.out::println);
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    void aShopperWalksFromTheHomePageToAConfirmedOrder(String device) {
        Dimension size = device.equals("phone") ? Browser.PHONE : Browser.DESKTOP;
        try (Browser browser = Browser.open(size)) {
            browser.go(store, "/");
            picture(browser, device, "1-home");
            browser.click("nav.menu a[href='/grocery']");
            browser.awaitAddress("/grocery");
            picture(browser, device, "2-category");
            browser.click(".cards .card:not(:has(.badge.gone)) a");
            browser.find("form[action='/cart/add']");
            assertThat(browser.all("section.p13n-recommendations, [id^='p13n-product-page']"))
                    .as("recommendations on %s", browser.address())
                    .isNotEmpty();
            picture(browser, device, "3-product");
            browser.click("form[action='/cart/add'] button[type=submit]");
            browser.awaitAddress("/cart");
            picture(browser, device, "4-cart");
            browser.go(store, "/checkout");
            fillInCheckout(browser, device);
            picture(browser, device, "5-checkout");
            browser.click("form[action='/checkout'] button[type=submit]");
            browser.awaitAddress("/confirmation/");
            assertThat(browser.find("#order-number").getText()).isNotBlank();
            picture(browser, device, "6-confirmation");
            assertThat(browser.complaints())
                    .as("what the browser complained about")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fashion", "/search?q=coffee", "/cart", "/login", "/register", "/no-such-page"})
    void noPageIsWiderThanAPhone(String path) {
        try (Browser browser = Browser.open(Browser.PHONE)) {
            browser.go(store, path);

            Object tooWide =
                    browser.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            assertThat(((Number) tooWide).intValue())
                    .as("pixels beyond the edge")
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        try (Browser browser = Browser.open(Browser.DESKTOP)) {
            browser.go(store, "/fashion");
            browser.find("body").sendKeys(Keys.TAB);

            WebElement first = browser.focused();

            assertThat(first.getAttribute("href")).endsWith("#content");
            assertThat(first.getRect().getX())
                    .as("the skip link is seen when it has the focus")
                    .isNotNegative();
            assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isNotEqualTo("none");
        }
    }

    @Test
    void aMerchandiserLogsInAndTunesThePersonalOrder() {
        try (Browser browser = Browser.open(Browser.DESKTOP)) {
            browser.go(store, "/admin/login");
            browser.type("[name=j_username]", "merchandiser");
            browser.type("[name=j_password]", "merchandiser");
            browser.click("[type=submit]");
            browser.awaitAddress("/admin/");
            browser.go(store, "/admin/personalization");
            picture(browser, "admin", "1-personalization");

            browser.type(STRENGTH, "70");
            browser.click("#p13n-save");
            browser.find("#p13n-strength[value^='70']");
            picture(browser, "admin", "2-saved");

            browser.type(STRENGTH, "50");
            browser.click("#p13n-save");
            assertThat(browser.find("#p13n-strength[value^='50']").isDisplayed())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "category", "order", "customer"})
    void theAdminsOwnSectionsShowTheirLists(String section) {
        try (Browser browser = Browser.open(Browser.DESKTOP)) {
            browser.go(store, "/admin/login");
            browser.type("[name=j_username]", "admin");
            browser.type("[name=j_password]", "admin");
            browser.click("[type=submit]");
            browser.awaitAddress("/admin/");
            browser.go(store, "/admin/" + section);

            browser.find("table tbody tr td");

            picture(browser, "admin", "list-" + section);
        }
    }

    private static void fillInCheckout(Browser browser, String device) {
        browser.type("#emailAddress", device + "@shopper.example");
        browser.type("#firstName", "Robin");
        browser.type("#lastName", "Example");
        browser.type("#addressLine1", "1 Sample Street");
        browser.type("#city", "Springfield");
        new Select(browser.find("#state")).selectByValue("IL");
        browser.type("#postalCode", "62701");
    }

    private static void picture(Browser browser, String who, String page) {
        browser.picture(who + "-" + page);
    }
}
