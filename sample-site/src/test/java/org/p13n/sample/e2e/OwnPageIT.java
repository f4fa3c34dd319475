package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.sample.e2e.Running.Which;

/** The question for consent, "My personalization" and "Why am I seeing this?", without any script. */
@ExtendWith(SharedStores.class)
final class OwnPageIT {

    private static final String OWN = "/personalization";
    private static final String CONSENT = "/personalization/consent";
    private static final String LAMP = "/home-luxury/arc-floor-lamp";
    private static final String CRISPS = "/grocery/sea-salt-potato-crisps";

    private final StoreProcess store;
    private final Shopper shopper;

    OwnPageIT(@Running(Which.QUIET) StoreProcess store) {
        this.store = store;
        shopper = new Shopper(store);
    }

    @Test
    void theBannerAsksOnceWithTwoAnswersOfTheSameWeight() {
        Page home = shopper.visit("/grocery?page=2");
        assertThat(home.document().select(".p13n-consent button").eachAttr("class"))
                .hasSize(2)
                .containsOnly("p13n-answer");

        Page after = answer(home, "yes");

        assertThat(after.address().toString()).endsWith("/grocery?page=2");
        assertThat(after.hasForm(CONSENT)).isFalse();
        assertThat(own().text("#p13n-own-consent + p")).contains("you agreed");
    }

    @Test
    void whoSaysNoIsNotAskedAgainAndGetsNoCookie() {
        Page after = answer(shopper.visit("/"), "no");

        assertThat(after.hasForm(CONSENT)).isFalse();
        assertThat(after.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("p13n"));
        assertThat(own().text("#p13n-own-consent + p")).contains("You have said no");
    }

    @Test
    void whoseBrowserAsksForPrivacyIsNotAsked() {
        assertThat(shopper.get("/", "Sec-GPC", "1").hasForm(CONSENT)).isFalse();
        Page own = shopper.get(OWN, "Sec-GPC", "1");
        assertThat(own.text("#p13n-own-consent + p")).contains("Global Privacy Control");
        assertThat(own.document().select("button[value=yes]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void anAnswerNeverLeadsToAnotherSite(String back) {
        FormElement form = shopper.visit("/").form(CONSENT);
        Page after = shopper.submit(form, Map.of("answer", "no", "back", back));
        assertThat(after.address().getHost()).isEqualTo(store.url().getHost());
        assertThat(after.address().getPath()).isEqualTo(OWN);
    }

    @Test
    void showsWhatIsThoughtAndWhyAndForgetsALineOnRequest() {
        shopper.visit(LAMP);
        shopper.visit(CRISPS);
        shopper.visit("/search?q=salt");
        Page own = own();
        assertThat(labels(own)).contains("Home & Luxury", "Grocery", "Lumenoak", "salt");
        assertThat(own.text(".p13n-own .p13n-line .p13n-muted")).contains("You looked at 1 product.");

        Page after = shopper.submit(line(own, "Lumenoak", "/remove"), Map.of());

        assertThat(after.text(".p13n-notice")).startsWith("Removed");
        assertThat(labels(after)).contains("Grocery").doesNotContain("Lumenoak");
        assertThat(labels(own())).doesNotContain("Lumenoak");
    }

    @Test
    void whatIsNotWantedIsNotRecommendedUntilThatIsTakenBack() {
        Page home = shopper.visit("/");
        String name = home.widget("recommendations").names().get(0);
        Element card = home.document().select("section.p13n-recommendations li").first();

        Page after = shopper.submit((FormElement) card.selectFirst("form"), Map.of());

        assertThat(after.address().getPath()).isEqualTo("/");
        assertThat(after.widget("recommendations").names()).isNotEmpty().doesNotContain(name);
        Page own = own();
        assertThat(own.text("#p13n-own-refused ~ ul")).contains(name);
        shopper.submit(line(own, name, "/remove"), Map.of());
        assertThat(own().text("#p13n-own-refused ~ ul")).doesNotContain(name);
    }

    @Test
    void aPauseShowsThePlainShopAndEndsOnRequest() {
        shopper.visit(LAMP);
        Page paused = shopper.submit(own().form(OWN + "/pause"), Map.of());
        assertThat(paused.text(".p13n-paused")).contains("paused");
        shopper.visit(CRISPS);
        assertThat(labels(own())).doesNotContain("Grocery");

        shopper.submit(own().form(OWN + "/resume"), Map.of());

        shopper.visit(CRISPS);
        assertThat(labels(own())).contains("Grocery");
    }

    @Test
    void theListOfWhatWasLookedAtCanBeCleared() {
        shopper.visit(LAMP);
        assertThat(own().text("#p13n-own-viewed")).isNotEmpty();
        assertThat(shopper.submit(own().form(OWN + "/clear-viewed"), Map.of()).text("#p13n-own-viewed"))
                .isEmpty();
    }

    @Test
    void everythingCanBeTakenHomeAndErased() {
        answer(shopper.visit("/"), "yes");
        shopper.visit(LAMP);
        Page file = shopper.visit(OWN + "/download");
        assertThat(file.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
        assertThat(file.body()).contains("\"GRANTED\"", "Lumenoak");

        Page asked = shopper.visit(OWN + "/erase");
        Page after = shopper.submit(asked.form(OWN + "/erase"), Map.of());

        assertThat(after.text(".p13n-notice")).contains("erased");
        assertThat(labels(after)).isEmpty();
        assertThat(shopper.visit("/").hasForm(CONSENT)).isTrue();
    }

    @Test
    void onlyTheShopperSeesHisPageWhateverIdIsAskedFor() {
        answer(shopper.visit("/"), "yes");
        shopper.visit(LAMP);
        String id = own(shopper.visit(OWN + "/download").body());
        Shopper stranger = new Shopper(store);
        for (String parameter : List.of("shopper", "shopperId", "id", "customerId", "visitorId", "p13n_id")) {
            String query = "?" + parameter + "=" + id;
            assertThat(labels(stranger.visit(OWN + query))).isEmpty();
            assertThat(stranger.visit(OWN + "/download" + query).body()).doesNotContain(id, "Lumenoak");
        }
        assertThat(stranger.get(OWN, "Cookie", "p13n_id=" + id).body()).doesNotContain("Lumenoak");
        assertThat(stranger.get(OWN + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void whyIsAnsweredToWhoSawTheListAndToNobodyElse() {
        Page page = shopper.visit(LAMP);
        Element widget = page.document().selectFirst("section[data-p13n-list]");
        String why = "/p13n/why?list=" + widget.attr("data-p13n-list") + "&product="
                + widget.selectFirst("input[name=productId]").attr("value");

        Page answer = shopper.visit(why);

        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(answer.body()).contains("\"sentence\": \"", "\"evidence\": ", "\"placement\": \"product-page\"");
        assertThat(new Shopper(store).get(why).status()).isEqualTo(404);
        assertThat(shopper.get("/p13n/why?list=1&product=1").status()).isEqualTo(404);
        assertThat(shopper.get("/p13n/why?list=x&product=%3Cscript%3E").status())
                .isEqualTo(404);
        assertThat(shopper.get("/p13n/why").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"consent", "remove", "withdraw", "not-interested", "clear-viewed", "pause", "resume", "erase"})
    void aFormOfAnotherSiteChangesNothing(String what) {
        shopper.visit("/");
        Page refused =
                shopper.post(OWN + "/" + what, Map.of("answer", List.of("yes"), "conclusion", List.of("category:1")));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void nonsenseIsRefusedPolitely() {
        String token = shopper.visit(OWN)
                .document()
                .selectFirst("input[name=csrfToken]")
                .attr("value");
        for (String what : List.of("remove", "withdraw", "not-interested", "consent")) {
            Page refused = shopper.post(
                    OWN + "/" + what,
                    Map.of("csrfToken", List.of(token), "conclusion", List.of("<b>"), "question", List.of(" ")));
            assertThat(refused.status()).as(what).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("<b>", "Exception");
        }
    }

    private Page answer(Page page, String answer) {
        return shopper.submit(page.form(CONSENT), Map.of("answer", answer));
    }

    private Page own() {
        return shopper.visit(OWN);
    }

    /** The shopper's id as his own file says it. */
    private static String own(String file) {
        return file.replaceAll("(?s).*\"shopper\": \"([^\"]*)\".*", "$1");
    }

    private static List<String> labels(Page own) {
        return own.document().select(".p13n-group .p13n-label").eachText();
    }

    private static FormElement line(Page own, String label, String action) {
        return (FormElement) own.document().select(".p13n-line").stream()
                .filter(line -> line.select(".p13n-label").text().equals(label))
                .flatMap(line -> line.select("form[action$=" + action + "]").stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + label + " on " + own.address()));
    }
}
