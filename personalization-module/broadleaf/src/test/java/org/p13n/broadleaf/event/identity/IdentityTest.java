package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentOutcome.Result;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShopperIds.Kind;

class IdentityTest {
    private static final long CUSTOMER = 500;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Node node = new Node(shop, ConsentMode.OPT_IN, clock::get);
    private final Browser browser = new Browser(9_001);

    @AfterEach
    void endRequest() {
        BroadleafRequestContext.setBroadleafRequestContext(null);
    }

    private static Kind kind(Shopper shopper) {
        return ShopperIds.kind(shopper.id());
    }

    private void answered(long shopper, Consent consent) {
        node.consents.answer(shopper, new Answer(consent, "text-0", clock.get()));
    }

    @Nested
    class WithoutAnAnswer {
        @Test
        void aShopWithOptInAsksRemembersTheSessionAndStoresNothing() {
            Shopper first = node.page(browser);
            assertThat(kind(first)).isEqualTo(Kind.SESSION);
            assertThat(node.page(browser)).isEqualTo(first);
            assertThat(browser.cookie).isNull();
            assertThat(node.state(browser).prompt()).isEqualTo(ConsentPrompt.QUESTION);
            assertThat(node.state(browser).stored()).isFalse();
            assertNothingStored();
        }

        @Test
        void aShopWithOptOutSaysSoAndRemembersTheVisitor() {
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            assertThat(kind(optOut.page(browser))).isEqualTo(Kind.SESSION);
            Shopper first = optOut.page(browser);
            assertThat(kind(first)).isEqualTo(Kind.VISITOR);
            assertThat(first.firstRequest()).isTrue();
            assertThat(optOut.page(browser)).isEqualTo(new Shopper(first.id(), false));
            assertThat(optOut.state(browser).prompt()).isEqualTo(ConsentPrompt.NOTICE);
            assertThat(new Node(shop, ConsentMode.OFF, clock::get)
                            .state(browser)
                            .prompt())
                    .isEqualTo(ConsentPrompt.NOTHING);
        }

        @Test
        void aCookieOfAShopThatDidNotAskIsWorthNothingOnceItAsks() {
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            optOut.page(browser);
            optOut.page(browser);
            assertThat(browser.cookie).isNotNull();
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
        }

        @Test
        void aBotGetsNoCookie() {
            browser.agent = "Googlebot/2.1";
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            optOut.page(browser);
            assertThat(kind(optOut.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(browser.cookie).isNull();
        }

        @Test
        void aCustomerIsRememberedOnlyInAShopThatNeedNotAsk() {
            browser.logIn(CUSTOMER);
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(new Node(shop, ConsentMode.OPT_OUT, clock::get)
                            .page(browser)
                            .id())
                    .isEqualTo(CUSTOMER);
        }
    }

    @Nested
    class WithAnAnswer {
        @Test
        void aVisitorWhoAgreesIsRecognizedByAllNodesAndInTheNextSession() {
            Shopper visitor = node.agrees(browser);
            assertThat(kind(visitor)).isEqualTo(Kind.VISITOR);
            browser.logOut(9_002);
            assertThat(new Node(shop, ConsentMode.OPT_IN, clock::get)
                            .page(browser)
                            .id())
                    .isEqualTo(visitor.id());
            assertThat(node.state(browser))
                    .isEqualTo(new ConsentState(
                            ConsentMode.OPT_IN, Consent.GRANTED, false, ConsentPrompt.NOTHING, true, false));
        }

        @Test
        void theCookieIsHiddenFromScriptsAndBoundToSiteAndTime() {
            browser.secure = true;
            node.agrees(browser);
            assertThat(browser.lastSetCookie)
                    .matches(
                            "p13n_id=1\\.[0-9a-f]{16}\\.\\d+\\.y\\.[\\w-]{43}; Max-Age=33696000; Expires=Wed, 09 Feb 2028 08:00:00 GMT; Path=/; HttpOnly;"
                                    + " SameSite=Lax; Secure");
            clock.addAndGet(391L * 86_400_000);
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
        }

        @Test
        void whatTheSessionHasShownBecomesTheVisitors() {
            Shopper session = node.page(browser);
            Shopper visitor = node.agrees(browser);
            assertThat(node.merged).containsExactly(List.of(session.id(), visitor.id()));
            assertThat(node.happened)
                    .extracting(Interaction::type, Interaction::shopperId)
                    .containsExactly(tuple(InteractionType.CONSENT_GIVEN, visitor.id()));
        }

        @Test
        void aVisitorWhoSaysNoIsNotAskedAgainAndGetsNoCookieForIt() {
            node.page(browser);
            node.consent.deny(browser.request, browser.response);
            assertThat(node.state(browser).prompt()).isEqualTo(ConsentPrompt.NOTHING);
            assertThat(node.state(browser).answer()).isEqualTo(Consent.DENIED);
            assertThat(browser.cookie).isNull();
            assertNothingStored();
        }

        @Test
        void aNoInAShopThatNeedNotAskErasesTheVisitor() {
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            optOut.page(browser);
            Shopper visitor = optOut.page(browser);
            optOut.interactions.insert(List.of(Interaction.productView(visitor.id(), 1, clock.get())));

            ConsentOutcome outcome = optOut.consent.deny(browser.request, browser.response);

            assertThat(outcome.proof()).isNotNull();
            assertThat(browser.cookie).isNull();
            assertThat(kind(optOut.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(shop.count("P13N_INTERACTION")).isZero();
        }

        @Test
        void aNoInAShopThatNeedNotAskOutlivesTheSessionByACookieThatIsTheSameForAll() {
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            Browser other = new Browser(9_002);
            for (Browser one : List.of(browser, other)) {
                optOut.page(one);
                optOut.page(one);
                optOut.consent.deny(one.request, one.response);
            }
            assertThat(browser.no).isEqualTo("1").isEqualTo(other.no);

            browser.logOut(9_003);
            Node restarted = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            restarted.page(browser);

            assertThat(kind(restarted.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(browser.cookie).isNull();
            assertThat(restarted.state(browser).prompt()).isEqualTo(ConsentPrompt.NOTHING);
            assertThat(restarted.state(browser).answer()).isEqualTo(Consent.DENIED);
        }

        @Test
        void aYesTakesTheNoOutOfTheBrowser() {
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            optOut.page(browser);
            optOut.consent.deny(browser.request, browser.response);

            assertThat(kind(optOut.agrees(browser))).isEqualTo(Kind.VISITOR);

            assertThat(browser.no).isNull();
            browser.logOut(9_003);
            assertThat(kind(optOut.page(browser))).isEqualTo(Kind.VISITOR);
        }

        @Test
        void aNoToAShopThatAsksAndANoUnderTheSignalSetNoCookie() {
            node.page(browser);
            node.consent.deny(browser.request, browser.response);
            assertThat(browser.no).isNull();

            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            Browser other = new Browser(9_002);
            other.signal = true;
            optOut.page(other);
            optOut.consent.deny(other.request, other.response);
            assertThat(other.no).isNull();
        }

        @Test
        void aClientThatBringsNoCookieBackIsNeverAStoredVisitor() {
            Node optOut = new Node(shop, ConsentMode.OPT_OUT, clock::get);
            browser.keepsCookies = false;
            for (int page = 0; page < 3; page++) {
                assertThat(kind(optOut.page(browser))).isEqualTo(Kind.SESSION);
            }
            assertThat(browser.lastSetCookie).isNull();
        }

        @Test
        void aCookieWhoseDeletionNeverArrivedIsNotGoodAgainAfterARestart() {
            node.agrees(browser);
            String kept = browser.cookie;
            browser.logIn(CUSTOMER);
            node.page(browser);
            assertThat(browser.cookie).isNull();

            Browser late = new Browser(9_002);
            late.cookie = kept;
            clock.addAndGet(86_400_000);
            Node restarted = new Node(shop, ConsentMode.OPT_IN, clock::get);

            assertThat(kind(restarted.page(late))).isEqualTo(Kind.SESSION);
            assertThat(kind(node.page(late))).isEqualTo(Kind.SESSION);
        }

        @Test
        void aVisitorOfWhomTheDatabaseCannotBeAskedIsSomebodyOfThisSession() {
            node.agrees(browser);
            Node restarted = new Node(shop, ConsentMode.OPT_IN, clock::get);
            shop.goAway();

            assertThat(kind(restarted.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(kind(node.page(browser))).as("known before").isEqualTo(Kind.VISITOR);

            shop.comeBack();
            clock.addAndGet(10_000);
            assertThat(kind(restarted.page(browser))).isEqualTo(Kind.VISITOR);
        }

        @Test
        void aYesOfACustomerHoldsOnEveryDeviceAndNode() {
            Node other = new Node(shop, ConsentMode.OPT_IN, clock::get);
            Browser elsewhere = new Browser(9_002);
            elsewhere.logIn(CUSTOMER);
            assertThat(kind(other.page(elsewhere))).isEqualTo(Kind.SESSION);
            browser.logIn(CUSTOMER);

            assertThat(node.agrees(browser).id()).isEqualTo(CUSTOMER);

            other.worker.run();
            assertThat(other.page(elsewhere).id()).isEqualTo(CUSTOMER);
        }

        @Test
        void aWithdrawalErasesAndStays() {
            browser.logIn(CUSTOMER);
            node.agrees(browser);
            node.interactions.insert(List.of(Interaction.productView(CUSTOMER, 1, clock.get())));
            node.page(browser);

            assertThat(node.consent.withdraw(browser.request, browser.response).proof())
                    .isNotNull();

            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(node.state(browser).answer()).isEqualTo(Consent.WITHDRAWN);
            assertThat(node.interactions.lastOf(CUSTOMER, 10))
                    .extracting(Interaction::type)
                    .containsExactly(InteractionType.CONSENT_WITHDRAWN);
        }
    }

    @Nested
    class WithGlobalPrivacyControl {
        @Test
        void nothingIsStoredNoCookieSetAndNobodyAsked() {
            browser.signal = true;
            for (ConsentMode mode : ConsentMode.values()) {
                Node any = new Node(shop, mode, clock::get);
                assertThat(kind(any.page(browser))).isEqualTo(Kind.SESSION);
                assertThat(any.state(browser).asks()).isFalse();
                assertThat(any.consent
                                .grant(browser.request, browser.response, "text-1")
                                .result())
                        .isEqualTo(Result.REFUSED_BY_SIGNAL);
            }
            assertThat(browser.cookie).isNull();
            assertNothingStored();
        }

        @Test
        void evenAShopperWhoAgreedIsForgottenWithTheSession() {
            node.agrees(browser);
            browser.signal = true;
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
            answered(CUSTOMER, Consent.GRANTED);
            browser.logIn(CUSTOMER);
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(node.aliases.aliasesOf(CUSTOMER)).isEmpty();
        }
    }

    @Nested
    class AtLogIn {
        @Test
        void theVisitorBecomesTheCustomerOnce() {
            Shopper visitor = node.agrees(browser);
            node.interactions.insert(List.of(Interaction.productView(visitor.id(), 1, clock.get())));
            answered(CUSTOMER, Consent.GRANTED);
            node.merged.clear();
            browser.logIn(CUSTOMER);

            assertThat(node.page(browser).id()).isEqualTo(CUSTOMER);
            node.page(browser);
            node.worker.run();

            assertThat(browser.cookie).isNull();
            assertThat(node.merged).containsExactly(List.of(visitor.id(), CUSTOMER));
            clock.addAndGet(Merges.SWEEP_EVERY_MILLIS);
            node.worker.run();
            assertThat(node.interactions.lastOf(CUSTOMER, 10))
                    .extracting(Interaction::itemId)
                    .contains(1L);
            assertThat(node.interactions.lastOf(visitor.id(), 10)).isEmpty();
        }

        @Test
        void whatHeSaidAsAVisitorCountsIfHeHasNotAnsweredAsACustomer() {
            node.agrees(browser);
            browser.logIn(CUSTOMER);
            assertThat(node.page(browser).id()).isEqualTo(CUSTOMER);
            assertThat(node.consentTable.find(CUSTOMER)).isEqualTo(new Answer(Consent.GRANTED, "text-1", clock.get()));
        }

        @Test
        void nothingMergesIntoACustomerWhoSaidNo() {
            for (Consent no : List.of(Consent.DENIED, Consent.WITHDRAWN)) {
                answered(CUSTOMER, no);
                Browser next = new Browser(9_003);
                node.agrees(next);
                node.merged.clear();
                next.logIn(CUSTOMER);
                assertThat(kind(node.page(next))).isEqualTo(Kind.SESSION);
                assertThat(node.merged).isEmpty();
                assertThat(node.aliases.aliasesOf(CUSTOMER)).isEmpty();
            }
        }

        @Test
        void aSecondDeviceMergesToo() {
            Browser phone = new Browser(9_002);
            Shopper first = node.agrees(browser);
            Shopper second = node.agrees(phone);
            browser.logIn(CUSTOMER);
            phone.logIn(CUSTOMER);
            node.page(browser);
            node.page(phone);
            assertThat(node.aliases.aliasesOf(CUSTOMER)).containsExactlyInAnyOrder(first.id(), second.id());
        }

        @Test
        void aCookieThatTurnedOutToBeSomebodyGivesNothingToTheNextOne() {
            Shopper visitor = node.agrees(browser);
            String copy = browser.cookie;
            browser.logIn(CUSTOMER);
            node.page(browser);
            Browser thief = new Browser(9_004);
            thief.cookie = copy;
            assertThat(kind(node.page(thief))).isEqualTo(Kind.SESSION);
            Node other = new Node(shop, ConsentMode.OPT_IN, clock::get);
            answered(CUSTOMER + 1, Consent.GRANTED);
            thief.logIn(CUSTOMER + 1);
            other.page(thief);
            assertThat(other.merged).doesNotContain(List.of(visitor.id(), CUSTOMER + 1));
            assertThat(node.aliases.owner(visitor.id())).contains(CUSTOMER);
        }

        @Test
        void theSessionOfACustomerWhoAgreedBeforeIsHisFromNowOn() {
            Shopper session = node.page(browser);
            answered(CUSTOMER, Consent.GRANTED);
            browser.logIn(CUSTOMER);
            assertThat(node.page(browser).id()).isEqualTo(CUSTOMER);
            assertThat(node.merged).containsExactly(List.of(session.id(), CUSTOMER));
        }

        @Test
        void afterLoggingOutTheNextOneIsNobody() {
            answered(CUSTOMER, Consent.GRANTED);
            node.agrees(browser);
            browser.logIn(CUSTOMER);
            node.page(browser);
            browser.logOut(9_005);
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(node.state(browser).answer()).isEqualTo(Consent.NONE);
        }

        @Test
        void aDatabaseThatIsAwayMakesNobodyKnownAndLosesNothing() {
            Shopper visitor = node.agrees(browser);
            browser.logIn(CUSTOMER);
            shop.goAway();
            assertThat(kind(node.page(browser))).isEqualTo(Kind.SESSION);
            assertThat(browser.cookie).isNotNull();
            assertThat(node.consent
                            .grant(browser.request, browser.response, "text-1")
                            .result())
                    .isEqualTo(Result.UNAVAILABLE);
            shop.comeBack();
            clock.addAndGet(6_000);
            assertThat(node.page(browser).id()).isEqualTo(CUSTOMER);
            assertThat(node.aliases.owner(visitor.id())).contains(CUSTOMER);
        }

        @Test
        void aMergeThatACrashCutShortIsFinishedByTheNextStart() {
            long visitor = ShopperIds.visitor(5);
            node.interactions.insert(List.of(Interaction.productView(visitor, 1, clock.get())));
            node.aliases.link(visitor, CUSTOMER, clock.get() - 600_000);
            shop.run("UPDATE P13N_INTERACTION SET SHOPPER_ID = ?", visitor);
            shop.run(
                    "INSERT INTO P13N_PROFILE (SHOPPER_ID, PROFILE, REVISION, UPDATED_AT) VALUES (?, 'x', 1, 1)",
                    visitor);

            Node next = new Node(shop, ConsentMode.OPT_IN, clock::get);

            assertThat(next.interactions.lastOf(CUSTOMER, 10)).hasSize(1);
            assertThat(next.moved).as("profiles").containsExactly(List.of(visitor, CUSTOMER));
        }
    }

    @Nested
    class Buying {
        private final ConsentingBuyers buyers = buyers(ConsentMode.OPT_IN);

        private ConsentingBuyers buyers(ConsentMode mode) {
            return new ConsentingBuyers(shop.platform(), mode, node.aliases, node.consentTable);
        }

        @Test
        void aGuestsOrderIsTheVisitorsAndLaterTheCustomers() {
            Shopper visitor = node.agrees(browser);
            node.shoppers.buyer(9_001);
            node.worker.run();
            assertThat(buyers.shoppers(List.of(9_001L))).isEqualTo(Map.of(9_001L, visitor.id()));
            browser.logIn(CUSTOMER);
            node.page(browser);
            assertThat(buyers.shoppers(List.of(9_001L))).isEqualTo(Map.of(9_001L, CUSTOMER));
        }

        @Test
        void aGuestWhoRegistersKeepsHisNumberAndIsNobodysAlias() {
            Shopper visitor = node.agrees(browser);
            node.shoppers.buyer(9_001);
            node.worker.run();
            browser.logIn(9_001);
            node.page(browser);
            node.worker.run();
            assertThat(node.aliases.owners(List.of(9_001L, visitor.id()))).isEqualTo(Map.of(visitor.id(), 9_001L));
            assertThat(buyers.shoppers(List.of(9_001L))).isEqualTo(Map.of(9_001L, 9_001L));
        }

        @Test
        void anotherOnesCartIsNotTheShoppers() {
            node.agrees(browser);
            assertThat(node.shoppers.buyer(77)).isEmpty();
        }

        @Test
        void customersDecideForThemselvesAndGuestsOfWhomNothingIsKnownAreNobody() {
            shop.customer(1, true);
            shop.customer(2, true);
            shop.customer(3, true);
            shop.customer(4, false);
            answered(1, Consent.GRANTED);
            answered(2, Consent.WITHDRAWN);
            List<Long> all = List.of(0L, 1L, 2L, 3L, 4L);
            assertThat(buyers.shoppers(all)).isEqualTo(Map.of(1L, 1L));
            assertThat(buyers(ConsentMode.OPT_OUT).shoppers(all)).isEqualTo(Map.of(1L, 1L, 3L, 3L));
        }

        @Test
        void whoAgreesLaterIsGivenHisEarlierOrdersOnce() {
            shop.order(1, "SUBMITTED", CUSTOMER, "2026-01-01 10:00:00");
            shop.order(2, "SUBMITTED", CUSTOMER + 1, "2026-01-01 10:00:00");
            node.interactions.insert(List.of(
                    Interaction.purchase(ShopperIds.basket(1), 11, 2, 1, clock.get() - 1),
                    Interaction.purchase(ShopperIds.basket(2), 12, 1, 2, clock.get() - 1)));
            browser.logIn(CUSTOMER);
            node.agrees(browser);
            Node other = new Node(shop, ConsentMode.OPT_IN, clock::get);

            node.worker.run();
            node.worker.run();

            assertThat(node.interactions.lastOf(CUSTOMER, 10))
                    .extracting(Interaction::itemId)
                    .containsExactly(11L);
            assertThat(node.interactions.lastOf(ShopperIds.basket(2), 10)).hasSize(1);
            assertThat(List.of(node, other))
                    .flatExtracting(one -> one.learned)
                    .as("what the customer's profile learned")
                    .filteredOn(learned -> learned.shopperId() == CUSTOMER)
                    .extracting(Interaction::type)
                    .containsExactly(InteractionType.PURCHASE);
        }
    }

    private void assertNothingStored() {
        for (String table : List.of(
                "P13N_INTERACTION",
                "P13N_IMPRESSION",
                "P13N_PROFILE",
                "P13N_IDENTITY",
                "P13N_CONSENT",
                "P13N_ERASURE")) {
            assertThat(shop.count(table)).as(table).isZero();
        }
        assertThat(node.queue.depth()).isZero();
    }
}
