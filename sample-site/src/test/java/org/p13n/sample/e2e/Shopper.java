package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody in the storefront, with a session of their own. */
final class Shopper extends Visitor {

    /** The cookie by which a visitor is recognized who has agreed. */
    static final String VISITOR_COOKIE = "p13n_id";

    private static final String CONSENT = "/personalization/consent";

    static final String ORDER_NUMBER = "#order-number";
    static final String PASSWORD = "correct horse 1";

    private static final Map<String, String> ADDRESS = Map.of(
            "firstName", "Test",
            "lastName", "Shopper",
            "addressLine1", "1 Test Street",
            "city", "Austin",
            "state", "TX",
            "postalCode", "78701");

    Shopper(StoreProcess store) {
        super(store.url());
    }

    /** Looks at a page that must be there. */
    Page visit(String path) {
        Page page = get(path);
        assertThat(page.status()).as("status of %s", path).isEqualTo(200);
        return page;
    }

    Listing search(String term) {
        return visit("/search?q=" + encoded(term)).listing();
    }

    /** Looks at a product and puts it into the cart, taking the first choice that each option offers. */
    Page addToCart(String productUrl, int quantity) {
        Page product = visit(productUrl);
        FormElement form = product.form("/cart/add");
        for (Element option : form.select("fieldset")) {
            Element first = option.selectFirst("input[type=radio]:not([disabled])");
            if (first != null) {
                first.attr("checked", "checked");
            }
        }
        return submit(form, Map.of("quantity", Integer.toString(quantity)));
    }

    /** Buys these products, one piece each, and returns the order's number. */
    String buy(String emailAddress, String... productUrls) {
        for (String productUrl : productUrls) {
            addToCart(productUrl, 1);
        }
        return checkOut(emailAddress);
    }

    String checkOut(String emailAddress) {
        Page confirmation = placeOrder(emailAddress);
        String number = confirmation.text(ORDER_NUMBER);
        assertThat(number)
                .as("order number on %s: %s %s", confirmation.address(), confirmation.notice(), errors(confirmation))
                .isNotEmpty();
        return number;
    }

    /** Sends the checkout's form and sees what comes. */
    Page placeOrder(String emailAddress) {
        Map<String, String> typed = new HashMap<>(ADDRESS);
        typed.put("emailAddress", emailAddress);
        return submit(visit("/checkout").form("/checkout"), typed);
    }

    private static List<String> errors(Page page) {
        return page.document().select(".error").eachText();
    }

    /** The names of the products in the cart, one per line. */
    List<String> cart() {
        return visit("/cart").document().select("ul.lines > li .name").eachText();
    }

    /** Says yes to the shop's question whether it may remember what this shopper does. */
    void agree() {
        answer("yes");
    }

    /** Says yes or no to it. */
    Page answer(String answer) {
        Page page = submit(visit("/personalization").form(CONSENT), Map.of("answer", answer));
        assertThat(page.status())
                .as("status of answering %s: %s", answer, page.heading())
                .isEqualTo(200);
        return page;
    }

    /** What "My personalization" says the shopper looked at last, newest first. */
    List<String> lookedAt() {
        return visit("/personalization")
                .document()
                .select("section[aria-labelledby=p13n-own-viewed] .p13n-name")
                .eachText();
    }

    void register(String emailAddress) {
        Page page = submit(
                visit("/register").form("/register"),
                Map.of(
                        "firstName", "Test",
                        "lastName", "Shopper",
                        "emailAddress", emailAddress,
                        "password", PASSWORD,
                        "passwordConfirm", PASSWORD));
        assertThat(page.status())
                .as("status of registering: %s", page.heading())
                .isEqualTo(200);
        assertThat(errors(page)).isEmpty();
    }

    void logIn(String emailAddress, String password) {
        Page page =
                submit(visit("/login").form("/login_post"), Map.of("j_username", emailAddress, "j_password", password));
        assertThat(page.hasForm("/login_post"))
                .as("log-in refused: %s", page.notice())
                .isFalse();
    }

    void logOut() {
        visit("/logout");
    }

    /** The numbers of the orders in the account, newest first. */
    List<String> orders() {
        return visit("/account")
                .document()
                .select("table.orders td:first-child")
                .eachText();
    }
}
