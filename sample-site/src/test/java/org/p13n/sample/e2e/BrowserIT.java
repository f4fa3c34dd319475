package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.p13n.sample.e2e.Running.Which;

/** A shopper and a merchandiser in a real browser; pictures of what they saw are kept with the build. */
@ExtendWith(SharedStores.class)
@TestInstance(Lifecycle.PER_CLASS)
final class BrowserIT {

    /** The platform's jQuery, which tries a colour to see whether the browser knows colours. */
    private static final String PLATFORM = "/admin/js/lib/jquery-";

    private static final String STRENGTH = "#p13n-strength";

    private final StoreProcess store;
    private Browser browser;

    BrowserIT(@Running(Which.SAMPLE) StoreProcess store) {
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

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "phone"})
    void aShopperWalksFromTheHomePageToAConfirmedOrder(String device) {
        browser.startOver(device.equals("phone") ? Browser.PHONE : Browser.DESKTOP);
        browser.go(store, "/");
        browser.picture(device + "-1-home");
        browser.click("nav.menu a[href='/grocery']");
        browser.awaitAddress("/grocery");
        browser.picture(device + "-2-category");
        browser.click(".cards .card:not(:has(.badge.gone)) a");
        browser.find("form[action='/cart/add']");
        assertThat(browser.all("section.p13n-recommendations li"))
                .as("recommendations on %s", browser.address())
                .isNotEmpty();
        browser.picture(device + "-3-product");
        browser.click("form[action='/cart/add'] button[type=submit]");
        browser.awaitAddress("/cart");
        browser.picture(device + "-4-cart");
        browser.click("a[href='/checkout']");
        fillInCheckout(device + "@shopper.example");
        browser.picture(device + "-5-checkout");
        browser.click("form[action='/checkout'] button[type=submit]");
        browser.awaitAddress("/confirmation/");
        assertThat(browser.find("#order-number").getText()).isNotBlank();
        browser.picture(device + "-6-confirmation");
        hasNothingToComplainAbout();
    }

    private void fillInCheckout(String emailAddress) {
        browser.type("#emailAddress", emailAddress);
        browser.type("#firstName", "Robin");
        browser.type("#lastName", "Example");
        browser.type("#addressLine1", "1 Sample Street");
        browser.type("#city", "Springfield");
        new Select(browser.find("#state")).selectByValue("IL");
        browser.type("#postalCode", "62701");
    }

    private void hasNothingToComplainAbout() {
        assertThat(browser.complaints())
                .as("script errors, missing files and forbidden content")
                .filteredOn(complaint -> !complaint.contains(PLATFORM))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fashion", "/search?q=coffee", "/cart", "/login", "/register", "/no-such-page"})
    void noPageIsWiderThanAPhone(String path) {
        browser.startOver(Browser.PHONE);
        browser.go(store, path);

        Object tooWide =
                browser.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        assertThat(((Number) tooWide).intValue()).as("pixels beyond the edge").isLessThanOrEqualTo(1);
    }

    @Test
    void theKeyboardSkipsToTheContentAndSeesWhereItIs() {
        browser.startOver(Browser.DESKTOP);
        browser.go(store, "/fashion");
        browser.find("body").sendKeys(Keys.TAB);
        WebElement skip = browser.focused();
        assertThat(skip.getAttribute("href")).endsWith("#content");
        assertThat(skip.getRect().getY())
                .as("top of the skip link while it has the focus")
                .isNotNegative();
        focusIsSeen();

        skip.sendKeys(Keys.ENTER);
        browser.focused().sendKeys(Keys.TAB);

        assertThat(browser.evaluate("document.querySelector('#content').contains(document.activeElement)"))
                .isEqualTo(true);
        focusIsSeen();
    }

    private void focusIsSeen() {
        assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .as("outline of %s", browser.focused().getText())
                .isNotEqualTo("none");
    }

    @Test
    void aMerchandiserMovesTheSliderAndTheStorefrontGoesOn() {
        browser.startOver(Browser.DESKTOP);
        try {
            logInToTheAdmin("merchandiser");
            browser.go(store, Merchandiser.SECTION);
            browser.picture("admin-1-personalization");

            browser.find("#p13n-strength-slider").sendKeys(Keys.END);
            assertThat(browser.find(STRENGTH).getAttribute("value")).isEqualTo("100");
            browser.click("#p13n-save");
            browser.find(".alert-box.success");
            assertThat(browser.find(STRENGTH).getAttribute("value")).isEqualTo("100");
            browser.picture("admin-2-saved");
            hasNothingToComplainAbout();

            browser.go(store, "/grocery");
            assertThat(browser.all(".cards .card")).isNotEmpty();
        } finally {
            Merchandiser.admin(store).strengthen("50");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "category", "order", "customer"})
    void theAdminsOwnSectionsShowTheirLists(String section) {
        browser.startOver(Browser.DESKTOP);
        logInToTheAdmin("admin");
        browser.go(store, "/admin/" + section);

        browser.find("table tbody tr td");

        browser.picture("admin-list-" + section);
    }

    private void logInToTheAdmin(String name) {
        browser.go(store, "/admin/login");
        browser.type("[name=j_username]", name);
        browser.type("[name=j_password]", name);
        browser.click("[type=submit]");
        browser.awaitGone("[name=j_password]");
    }
}
