package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.sample.e2e.Running.Which;

/** What comes from people and programs that mean no good, or have no idea. */
@ExtendWith(SharedStores.class)
final class BadInputIT {

    private static final String CATEGORY = "/grocery/pantry";
    private static final String PRODUCT = "/home-luxury/opal-globe-pendant";
    private static final String MARKUP =
            "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onfocus='alert(3) ${7*7}";

    private final StoreProcess store;
    private final Shopper shopper;

    BadInputIT(@Running(Which.QUIET) StoreProcess store) {
        this.store = store;
        shopper = new Shopper(store);
    }

    private static Map<String, List<String>> fields(String name, String value) {
        return Map.of(name, List.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class.module.classLoader.resources.context.parent.pipeline.first.pattern",
                "Class.module.classLoader",
                "class",
                "order.class.module",
                "class[module]",
                "['class'].module"
            })
    void parametersThatReachIntoClassAreRefusedEverywhere(String name) {
        String query = "?" + Visitor.encoded(name) + "=1";
        for (String path : List.of("/", CATEGORY, "/search", "/register", "/admin/login", "/admin/product")) {
            assertThat(shopper.get(path + query).status()).as("GET %s", path).isEqualTo(400);
        }
        for (String path : List.of("/cart/add", "/register", "/checkout", "/p13n/bundle", "/admin/login_admin_post")) {
            assertThat(shopper.post(path, fields(name, "1")).status())
                    .as("POST %s", path)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/grocery/%00",
                "/grocery/%ff%fe",
                "/grocery/\u00ff\u00fe",
                "/grocery/%",
                "/grocery/%zz",
                "/grocery/..%2f..%2fetc%2fpasswd",
                "/grocery/../../../etc/passwd",
                "/static/../WEB-INF/web.xml",
                "/static/%2e%2e/WEB-INF/web.xml",
                "/WEB-INF/web.xml",
                "/images/catalog/..%2f..%2fproducts.csv",
                "/images/catalog/%2e%2e/products.csv",
                "/grocery//pantry//",
                "/grocery/pantry\\..\\..",
                "/grocery/%E2%98%83-%F0%9F%A6%8A",
                "/grocery/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/grocery/pantry'--",
                "/no-such-product",
                "/p13n/health/../..%2f"
            })
    void malformedAddressesAreNotFoundOrRefused(String target) {
        assertThat(RawRequest.get(store, target)).as("status of %s", target).isIn(400, 404);
    }

    @Test
    void endlessAddressesAreNotFoundOrRefused() {
        assertThat(RawRequest.get(store, "/" + "a".repeat(5_000))).isIn(400, 404, 414);
        assertThat(RawRequest.get(store, "/" + "a/".repeat(50_000))).isIn(400, 404, 414);
        assertThat(shopper.get("/search?q=" + "a".repeat(5_000)).status()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%00", "%ff", "%", "a%00b", "\"", "*:*", "a:b", "(((", "name:[* TO", "\\", "AND OR NOT", "~", "+"
            })
    void searchTermsThatAreNoWordsBreakNothing(String encoded) {
        assertThat(RawRequest.get(
                        store,
                        "/search?q="
                                + encoded.replace(" ", "+").replace("\"", "%22").replace("\\", "%5C")))
                .isIn(200, 400);
    }

    @Test
    void markupInASearchTermIsShownAsText() {
        Page page = shopper.visit("/search?q=" + Visitor.encoded(MARKUP));

        assertThat(page.heading()).contains("<script>alert(1)</script>", "${7*7}");
        showsNoInjectedElement(page);
    }

    @Test
    void markupInAReviewIsShownAsText() {
        shopper.register("reviewer-" + System.nanoTime() + "@example.com");
        Page page =
                shopper.submit(shopper.visit(PRODUCT).form("/account/reviews"), Map.of("rating", "5", "text", MARKUP));

        assertThat(page.text(".reviews .text")).contains("<script>alert(1)</script>", "${7*7}");
        showsNoInjectedElement(page);
        showsNoInjectedElement(new Shopper(store).visit(PRODUCT));
    }

    @Test
    void markupInANameIsShownAsText() {
        Page form = shopper.visit("/register");
        Page page = shopper.submit(
                form.form("/register"),
                Map.of(
                        "firstName",
                        MARKUP,
                        "lastName",
                        MARKUP,
                        "emailAddress",
                        "name-" + System.nanoTime() + "@example.com",
                        "password",
                        Shopper.PASSWORD,
                        "passwordConfirm",
                        Shopper.PASSWORD));

        showsNoInjectedElement(page);
        showsNoInjectedElement(shopper.visit("/account"));
    }

    private static void showsNoInjectedElement(Page page) {
        assertThat(page.document().select("script:not([src]), img[src=x], [onerror], [onfocus]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "0", "100", "2147483648", "99999999999999999999", "1e9", "1.5", "abc", "", "٣", "1;2"})
    void absurdQuantitiesLeaveTheCartAsItIs(String quantity) {
        Page refused = shopper.submit(shopper.visit(PRODUCT).form("/cart/add"), Map.of("quantity", quantity));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.notice()).isNotBlank();
        assertThat(shopper.cart()).isEmpty();

        shopper.addToCart(PRODUCT, 2);
        if (!quantity.equals("0")) {
            assertThat(shopper.submit(shopper.visit("/cart").form("/cart/update"), Map.of("quantity", quantity))
                            .status())
                    .isEqualTo(200);
            assertThat(shopper.visit("/cart")
                            .document()
                            .select("input[name=quantity]")
                            .eachAttr("value"))
                    .containsExactly("2");
        }
    }

    @Test
    void nobodyChangesACartLineOfSomebodyElse() {
        shopper.addToCart(PRODUCT, 1);
        Map<String, List<String>> line = Page.filled(shopper.visit("/cart").form("/cart/update"), Map.of());
        Shopper other = new Shopper(store);
        other.addToCart(PRODUCT, 1);

        other.submit(
                other.visit("/cart").form("/cart/update"),
                Map.of("orderItemId", line.get("orderItemId").get(0), "quantity", "7"));

        assertThat(shopper.visit("/cart")
                        .document()
                        .select("input[name=quantity]")
                        .eachAttr("value"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=price",
                "sort=foo+desc",
                "sort=price+sideways",
                "sort=price+asc&sort=name+asc",
                "page=-1",
                "page=0",
                "page=abc",
                "page=99999999999",
                "pageSize=100000",
                "pageSize=-5",
                "price=cheap",
                "price=range[a:b]",
                "facetField=brand"
            })
    void listingParametersThatSayNothingGiveTheListingWithoutThem(String query) {
        for (String list : List.of(CATEGORY + "?", "/search?q=olive&")) {
            String clean = list.startsWith("/search") ? "/search?q=olive" : CATEGORY;

            Page page =
                    new Shopper(store).visit(list + query.replace("[", "%5B").replace("]", "%5D"));

            assertThat(page.listing().names())
                    .isNotEmpty()
                    .isEqualTo(new Shopper(store).visit(clean).listing().names());
        }
    }

    @Test
    void aPageBehindTheLastOneIsNoError() {
        assertThat(shopper.get(CATEGORY + "?page=99999").status()).isEqualTo(200);
    }

    private Page sendBundle(List<String> ids) {
        String token = shopper.visit(PRODUCT)
                .document()
                .selectFirst("input[name=csrfToken]")
                .val();
        return shopper.post("/p13n/bundle", Map.of("csrfToken", List.of(token), "productId", ids));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "0", "abc", "1 OR 1=1", "99999999999999999999", "<script>", "1,1", "1,2,3,4", " ", "1.0"})
    void bundlesOfIdsThatTheWidgetNeverSendsAreRefused(String ids) {
        assertThat(sendBundle(List.of(ids.split(","))).status()).isEqualTo(400);
        assertThat(shopper.cart()).isEmpty();
    }

    @Test
    void bundlesOfProductsThatAreNotThereAreRefused() {
        assertThat(sendBundle(List.of("987654321")).status()).isEqualTo(409);
        assertThat(shopper.cart()).isEmpty();
    }

    @Test
    void bundlesWithoutTheirTokenAreRefused() {
        assertThat(shopper.post("/p13n/bundle", fields("productId", "1")).status())
                .isEqualTo(403);
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        shopper.visit(PRODUCT);
        for (String path : List.of("/cart/add", "/cart/update", "/register", "/checkout", "/login_post")) {
            assertThat(shopper.post(path, fields("productId", "1")).status())
                    .as("POST %s", path)
                    .isEqualTo(403);
        }
    }
}
