package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.broadleaf.event.identity.Erasure.Requester;
import org.p13n.broadleaf.event.identity.ErasureTable.Proof;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShownList;

class ErasureTest {
    private static final long CUSTOMER = 7_654_321;
    private static final long OTHER = 1_234_567;
    private static final long VISITOR = ShopperIds.visitor(4_711_471_147_114_711L);
    private static final long GUEST = 8_765_432;
    private static final long ORDER = 6_543_210;
    private static final long GUEST_ORDER = 5_432_109;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Node node = new Node(shop, ConsentMode.OPT_IN, clock::get);
    private final Node other = new Node(shop, ConsentMode.OPT_IN, clock::get);

    @AfterEach
    void endRequest() {
        BroadleafRequestContext.setBroadleafRequestContext(null);
    }

    @Test
    void leavesTheShoppersIdInNoColumnOfAnyTable() {
        fill(CUSTOMER);
        fill(OTHER);
        assertThat(found(CUSTOMER)).hasSizeGreaterThan(4);

        String proof = node.erasure.erase(CUSTOMER, Requester.SHOPPER);

        for (long id : List.of(CUSTOMER, VISITOR, GUEST, ShopperIds.basket(ORDER), ShopperIds.basket(GUEST_ORDER))) {
            assertThat(found(id)).as("where " + id + " still stands").isEmpty();
        }
        assertThat(found(OTHER)).isNotEmpty();
        assertThat(node.erasures.latest(10)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(proof);
            assertThat(one.at()).isEqualTo(clock.get());
            assertThat(one.requester()).isEqualTo(Requester.SHOPPER);
            assertThat(one.rows()).isEqualTo(10);
        });
    }

    @Test
    void ofWhatTheModuleKnowsOfAnOrderOnlyItsNumberRemains() {
        fill(CUSTOMER);
        shop.run(
                "INSERT INTO P13N_ORDER (ORDER_ID, ORDER_STATUS, KEPT_APART, LEARNED_AT)"
                        + " VALUES (?, 'SUBMITTED', FALSE, 1)",
                ORDER);
        node.erasure.erase(CUSTOMER, Requester.SHOPPER);
        assertThat(found(ORDER)).as("so that it is not learned again").containsExactly("P13N_ORDER.ORDER_ID");
    }

    @Test
    void namesACustomerByHisMarkNoLongerThanAJournalMayWait() {
        node.erasure.erase(CUSTOMER, Requester.SHOPPER);
        node.erasure.erase(VISITOR, Requester.SHOPPER);
        clock.addAndGet(31L * 86_400_000);
        node.worker.run();
        assertThat(shop.platform()
                        .jdbc()
                        .queryForList(
                                "SELECT SHOPPER_MARK FROM P13N_ERASURE WHERE SHOPPER_MARK IS NOT NULL", String.class))
                .singleElement()
                .satisfies(mark -> assertThat(mark).startsWith("v"));
    }

    @Test
    void isAllOrNothing() {
        fill(CUSTOMER);
        List<String> before = found(CUSTOMER);
        shop.run("ALTER TABLE P13N_ERASURE ADD CONSTRAINT BROKEN CHECK (ROWS_REMOVED < 0)");
        assertThatThrownBy(() -> node.erasure.erase(CUSTOMER, Requester.SHOPPER))
                .isInstanceOf(RuntimeException.class);
        assertThat(found(CUSTOMER)).isEqualTo(before);
    }

    @Test
    void isForgottenByEveryNodeOfWhichNoneIsToldTheId() {
        for (Node one : List.of(node, other)) {
            one.remembered.addAll(List.of(CUSTOMER, VISITOR, OTHER));
        }
        node.consents.answer(CUSTOMER, new Answer(Consent.GRANTED, "1", clock.get()));
        assertThat(other.consents.of(CUSTOMER).map(Answer::consent)).contains(Consent.GRANTED);
        node.aliases.link(VISITOR, CUSTOMER, clock.get());

        node.erasure.erase(CUSTOMER, Requester.ADMIN);
        node.worker.run();
        other.worker.run();

        assertThat(node.remembered).containsExactly(OTHER);
        assertThat(other.remembered).containsExactly(OTHER);
        assertThat(other.consents.of(CUSTOMER).map(Answer::consent)).contains(Consent.NONE);
        assertThat(found(CUSTOMER)).isEmpty();
    }

    @Test
    void keepsWhatHappensAfterANewConsent() {
        Browser browser = new Browser(9_001);
        browser.logIn(CUSTOMER);
        node.agrees(browser);
        node.consent.erase(browser.request, browser.response);
        clock.addAndGet(1);
        assertThat(node.agrees(browser).id()).isEqualTo(CUSTOMER);
        node.interactions.insert(List.of(Interaction.productView(CUSTOMER, 3, clock.get())));
        storeProfile(CUSTOMER);
        clock.addAndGet(1_000);
        node.worker.run();
        other.worker.run();
        assertThat(found(CUSTOMER))
                .contains("P13N_INTERACTION.SHOPPER_ID", "P13N_CONSENT.SHOPPER_ID", "P13N_PROFILE.SHOPPER_ID");
    }

    @Test
    void anErasedVisitorsCookieIsWorthNothingOnAnyNode() {
        Browser browser = new Browser(9_001);
        Shopper visitor = node.agrees(browser);
        String copy = browser.cookie;
        node.consent.erase(browser.request, browser.response);
        assertThat(browser.cookie).isNull();
        other.worker.run();
        for (Node one : List.of(node, other, new Node(shop, ConsentMode.OPT_IN, clock::get))) {
            Browser kept = new Browser(9_002);
            kept.cookie = copy;
            assertThat(ShopperIds.kind(one.page(kept).id())).isEqualTo(ShopperIds.Kind.SESSION);
            assertThat(one.page(kept).id()).isNotEqualTo(visitor.id());
        }
    }

    @Test
    void keepsTheNoOfACustomerAndOnlyThat() {
        for (Consent no : List.of(Consent.DENIED, Consent.WITHDRAWN)) {
            node.consents.answer(CUSTOMER, new Answer(no, "1", clock.get()));
            node.erasure.erase(CUSTOMER, Requester.ADMIN);
            assertThat(found(CUSTOMER)).containsExactly("P13N_CONSENT.SHOPPER_ID");
        }
    }

    @Test
    void theMarkGoesWhenNoCookieCanBringTheIdBack() {
        fill(CUSTOMER);
        node.erasure.erase(CUSTOMER, Requester.SHOPPER);
        assertThat(node.erasures.since(0)).hasSize(3);
        Proof proof = node.erasures.latest(1).get(0);
        clock.addAndGet(392L * 86_400_000);
        new Node(shop, ConsentMode.OPT_IN, clock::get);
        assertThat(node.erasures.since(0)).isEmpty();
        assertThat(node.erasures.latest(10)).containsExactly(proof);
        assertThat(shop.count("P13N_ERASURE")).isOne();
    }

    @Test
    void ofASessionThereIsNothingToErase() {
        assertThatThrownBy(() -> node.erasure.erase(ShopperIds.session(1), Requester.SHOPPER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing of it is stored");
        assertThat(shop.count("P13N_ERASURE")).isZero();
    }

    @Test
    void twoNodesThatStartTogetherHaveOneSecret() {
        IdentityKey first = new IdentityKey(shop.platform(), "");
        IdentityKey second = new IdentityKey(shop.platform(), "");
        assertThat(first.load().sign("a", "b")).isEqualTo(second.load().sign("a", "b"));
        assertThat(shop.platform()
                        .jdbc()
                        .queryForList(
                                "SELECT SETTING_VALUE FROM P13N_SETTING WHERE NAME = ?",
                                String.class,
                                IdentityKey.NAME))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}");
    }

    /** Everything that can be stored of a customer who was a visitor and a guest before. */
    private void fill(long customer) {
        boolean main = customer == CUSTOMER;
        node.consents.answer(customer, new Answer(Consent.GRANTED, "1", clock.get()));
        if (main) {
            node.aliases.linkGuest(GUEST, VISITOR, clock.get());
            node.aliases.link(VISITOR, CUSTOMER, clock.get());
            shop.order(ORDER, "SUBMITTED", CUSTOMER, "2026-01-01 10:00:00");
            shop.order(GUEST_ORDER, "SUBMITTED", GUEST, "2026-01-01 10:00:00");
            node.interactions.insert(List.of(
                    Interaction.purchase(ShopperIds.basket(ORDER), 1, 1, ORDER, clock.get()),
                    Interaction.purchase(ShopperIds.basket(GUEST_ORDER), 1, 1, GUEST_ORDER, clock.get())));
            storeProfile(VISITOR);
        }
        node.interactions.insert(List.of(
                Interaction.productView(customer, 1, clock.get()),
                Interaction.productView(customer, 2, clock.get()),
                Interaction.impression(
                        customer,
                        customer * 1_000,
                        new ShownList("search", "platform", 0, 0, List.of(1L)),
                        clock.get())));
        storeProfile(customer);
    }

    private void storeProfile(long shopper) {
        shop.run(
                "INSERT INTO P13N_PROFILE (SHOPPER_ID, PROFILE, REVISION, UPDATED_AT) VALUES (?, ?, 1, ?)",
                shopper,
                "p2|" + shopper + "|1|1",
                clock.get());
    }

    /** Every column of every table of the module that holds the number, alone or inside a text. */
    private List<String> found(long id) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : shop.platform()
                .jdbc()
                .queryForList("SELECT TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE TABLE_NAME LIKE 'P13N@_%' ESCAPE '@' ORDER BY 1, 2")) {
            String table = (String) column.get("TABLE_NAME");
            String name = (String) column.get("COLUMN_NAME");
            Long rows = shop.platform()
                    .jdbc()
                    .queryForObject(
                            "SELECT COUNT(*) FROM " + table + " WHERE CONCAT('|', CAST(" + name
                                    + " AS VARCHAR), '|') LIKE ?",
                            Long.class,
                            "%|" + id + "|%");
            if (rows > 0) {
                found.add(table + "." + name);
            }
        }
        return found;
    }
}
