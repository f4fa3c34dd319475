package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.sample.e2e.Running.Which;

/** The platform's admin with the module's section in it: who may do what, and what it shows. */
@ExtendWith(SharedStores.class)
final class AdminIT {

    private static final Duration SECONDS = Duration.ofSeconds(10);

    /** A server looks every second whether a training is asked for; a machine that builds much else is slow. */
    private static final Duration A_TRAINING = Duration.ofSeconds(90);

    private final StoreProcess store;

    AdminIT(@Running(Which.QUIET) StoreProcess store) {
        this.store = store;
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "category", "order", "customer"})
    void showsThePlatformsOwnSections(String section) {
        Page page = Merchandiser.admin(store).get("/admin/" + section);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select(".listgrid-container table")).isNotEmpty();
    }

    @Test
    void opensAProduct() {
        Merchandiser admin = Merchandiser.admin(store);
        String id = new Shopper(store)
                .visit("/home-luxury/arc-floor-lamp")
                .document()
                .select("[name=productId]")
                .val();

        Page page = admin.get("/admin/product/" + id);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("input").eachAttr("value")).contains("Arc Floor Lamp");
    }

    @Test
    void showsNothingToSomebodyWhoIsNotLoggedIn() {
        Visitor nobody = new Visitor(store.url());
        for (String path : List.of("/admin/personalization", "/admin/personalization/status", "/admin/product")) {
            assertThat(nobody.get(path).hasForm("/login_admin_post"))
                    .as("log-in at %s", path)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "merchandiser"})
    void letsAdministratorsAndMerchandisersTune(String name) {
        Merchandiser user = new Merchandiser(store, name, name);
        try {
            Page saved = user.strengthen("30");

            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.document().select("#p13n-strength").val()).isEqualTo("30");
            assertThat(user.get(Merchandiser.SECTION + "/status").status()).isEqualTo(200);
        } finally {
            user.strengthen("50");
        }
    }

    @Test
    void keepsOthersOut() {
        Merchandiser service = new Merchandiser(store, "service", "service");
        String token = service.get("/admin/changePassword")
                .document()
                .select("input[name=csrfToken]")
                .val();
        Map<String, List<String>> form = Map.of(
                "csrfToken", List.of(token),
                "strength", List.of("1"),
                "enabled", List.of("false"),
                "version", List.of("1"));

        assertThat(token).isNotEmpty();
        assertThat(service.get(Merchandiser.SECTION).status()).isEqualTo(403);
        assertThat(service.get(Merchandiser.SECTION + "/status").status()).isEqualTo(403);
        for (String change : List.of("/strength", "/switch", "/learn", "/stop", "/model")) {
            assertThat(service.post(Merchandiser.SECTION + change, form).status())
                    .as(change)
                    .isEqualTo(403);
        }
        Merchandiser admin = Merchandiser.admin(store);
        assertThat(admin.section().text("#p13n-model-shown")).startsWith("The newest model is shown");
        assertThat(admin.isOn()).isTrue();
        assertThat(admin.section().document().select("#p13n-strength").val()).isEqualTo("50");
    }

    @Test
    void refusesFormsWithoutTheirToken() {
        Merchandiser admin = Merchandiser.admin(store);

        Page strength = admin.post(Merchandiser.SECTION + "/strength", Map.of("strength", List.of("1")));
        Page switched = admin.post(Merchandiser.SECTION + "/switch", Map.of("enabled", List.of("false")));

        Page learn = admin.post(Merchandiser.SECTION + "/learn", Map.of());
        Page back = admin.post(Merchandiser.SECTION + "/model", Map.of("version", List.of("1")));

        assertThat(List.of(strength.status(), switched.status(), learn.status(), back.status()))
                .containsOnly(403);
        assertThat(strength.body()).doesNotContain("Exception");

        Merchandiser again = Merchandiser.admin(store);
        assertThat(again.isOn()).isTrue();
        assertThat(again.section().document().select("#p13n-strength").val()).isEqualTo("50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "abc", "NaN", "1e1", "", "999999999999", "50;1", "<b>5</b>"})
    void refusesAStrengthThatIsNoneAndSaysWhatIsOne(String strength) {
        Merchandiser admin = Merchandiser.admin(store);

        Page refused = admin.strengthen(strength);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#p13n-strength-error"))
                .contains("from 0 to 100")
                .contains(strength);
        assertThat(admin.section().document().select("#p13n-strength").val()).isEqualTo("50");
    }

    @Test
    void learnsAnewWhenAskedAndGoesBackToAnOlderModelAndForwardAgain() {
        Merchandiser admin = Merchandiser.admin(store);
        Merchandiser merchandiser = new Merchandiser(store, "merchandiser", "merchandiser");
        Page first = Polling.until(A_TRAINING, admin::section, page -> newestModel(page) > 0);
        long before = newestModel(first);
        assertThat(first.text("#p13n-model-shown")).startsWith("The newest model is shown");
        assertThat(shownModel(first)).isEqualTo(Long.toString(before));

        Page asked = admin.submit(first.form(Merchandiser.SECTION + "/learn"), Map.of());
        assertThat(asked.status()).isEqualTo(200);
        Page learned = Polling.until(A_TRAINING, admin::section, page -> newestModel(page) > before);

        assertThat(newestModel(learned)).isGreaterThan(before);
        assertThat(shownModel(learned)).isEqualTo(Long.toString(newestModel(learned)));
        assertThat(admin.get(Merchandiser.SECTION + "/status").body()).contains("\"models\":{\"key\":\"true:*");
        try {
            Page back = merchandiser.submit(
                    merchandiser.section().form(Merchandiser.SECTION + "/model"),
                    Map.of("version", Long.toString(before)));
            assertThat(back.status()).isEqualTo(200);
            assertThat(shownModel(back)).isEqualTo(Long.toString(before));
            assertThat(back.text("#p13n-model-shown")).startsWith("Model " + before + " is shown as it was");
            assertThat(back.text("#p13n-model-by")).startsWith("Chosen by merchandiser, ");
        } finally {
            admin.submit(admin.section().form(Merchandiser.SECTION + "/model"), Map.of("version", "newest"));
        }
        Page forward = admin.section();
        assertThat(shownModel(forward)).isEqualTo(Long.toString(newestModel(forward)));
        assertThat(forward.text("#p13n-model-by")).startsWith("Chosen by admin, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "", "newer", "99999999999999999999", "<b>1</b>"})
    void refusesToGoBackToWhatIsNoStoredModel(String version) {
        Merchandiser admin = Merchandiser.admin(store);

        FormElement form = admin.section().form(Merchandiser.SECTION + "/learn");
        form.attr("action", Merchandiser.SECTION + "/model");

        Page refused = admin.submit(form, Map.of("version", version));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#p13n-model-error"))
                .contains("“" + version + "”")
                .endsWith("Nothing was changed.");
        assertThat(admin.section().text("#p13n-model-shown")).startsWith("The newest model is shown");
    }

    /** 0 if there is none. */
    private static long newestModel(Page section) {
        String version =
                section.document().select("#p13n-models tr[data-version]").attr("data-version");
        return version.isEmpty() ? 0 : Long.parseLong(version);
    }

    private static String shownModel(Page section) {
        return section.text("#p13n-models tr.is-shown th");
    }

    @Test
    void showsPersonsToAdministratorsAndToNobodyElse() {
        String privacy = Merchandiser.SECTION + "/privacy";
        String address = "asks-" + System.nanoTime() + "@example.com";
        Shopper shopper = new Shopper(store);
        shopper.agree();
        shopper.register(address);
        shopper.search("lamp for the admin");
        Merchandiser admin = Merchandiser.admin(store);
        Merchandiser merchandiser = new Merchandiser(store, "merchandiser", "merchandiser");

        Page found = Polling.until(
                SECONDS,
                () -> admin.submit(admin.get(privacy).form(privacy + "/find"), Map.of("who", address)),
                page -> page.text("[data-fact=interactions] dd").contains("from"));

        assertThat(found.text("[data-fact=consent] dd")).startsWith("agreed on");
        assertThat(admin.submit(found.form(privacy + "/export"), Map.of()).body())
                .contains("lamp for the admin", "\"GRANTED\"");
        refusesPersons(merchandiser, privacy, found.form(privacy + "/erase"));
        Page erased = admin.submit(found.form(privacy + "/erase"), Map.of());
        String proof = erased.text("#p13n-erased code");
        assertThat(proof).isNotEmpty();
        assertThat(erased.document().select("#p13n-proofs code").eachText()).contains(proof);
        assertThat(admin.submit(erased.form(privacy + "/find"), Map.of("who", address))
                        .text("[data-fact=interactions] dd"))
                .isEqualTo("nothing stored");
    }

    private static void refusesPersons(Merchandiser user, String privacy, FormElement erase) {
        String token = user.section().document().select("input[name=csrfToken]").attr("value");
        Map<String, List<String>> fields = new HashMap<>(Page.filled(erase, Map.of("csrfToken", token)));
        assertThat(user.get(privacy).status()).isEqualTo(403);
        assertThat(user.section().document().select("a[href$=" + privacy + "]")).isEmpty();
        for (String action : List.of("/find", "/export", "/erase")) {
            assertThat(user.post(privacy + action, fields).status()).as(action).isEqualTo(403);
        }
    }

    @Test
    void countsWhatShoppersDo() {
        Merchandiser admin = Merchandiser.admin(store);
        int views = sum(admin, "PRODUCT_VIEW");
        int searches = sum(admin, "SEARCH");
        Shopper shopper = new Shopper(store);
        shopper.agree();

        shopper.visit("/home-luxury/opal-globe-pendant");
        shopper.visit("/home-luxury/arc-floor-lamp");
        shopper.search("lamp");

        assertThat(Polling.until(SECONDS, () -> sum(admin, "PRODUCT_VIEW"), count -> count >= views + 2))
                .isGreaterThanOrEqualTo(views + 2);
        assertThat(Polling.until(SECONDS, () -> sum(admin, "SEARCH"), count -> count > searches))
                .isGreaterThan(searches);
        assertThat(admin.get(Merchandiser.SECTION + "/status").body())
                .contains("PRODUCT_VIEW")
                .doesNotContain("@");
    }

    /** Over all days that the section shows, so that midnight changes nothing. */
    private static int sum(Merchandiser admin, String type) {
        String count = admin.section().text("#p13n-chart tr[data-type=" + type + "] td.p13n-sum:last-child");
        return Integer.parseInt(count.replaceAll("\\D", ""));
    }
}
