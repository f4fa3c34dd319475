package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.identity.ConsentOutcome.Result;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;

/** Staff who act for a customer in the storefront are not that customer. */
class StaffTest {
    private static final long CUSTOMER = 500;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Node node = new Node(shop, ConsentMode.OPT_IN, clock::get);
    private final Browser browser = new Browser(9_001);

    @AfterEach
    void endRequest() {
        BroadleafRequestContext.setBroadleafRequestContext(null);
    }

    private void staffOpensAPage() {
        node.consents.answer(CUSTOMER, new Answer(Consent.GRANTED, "text-1", clock.get()));
        browser.isUsedByStaffFor(CUSTOMER);
        browser.asks();
        node.interceptor.preHandle(browser.request, browser.response, new Object());
    }

    @Test
    void areNobodyAndWhatTheyDidBeforeIsNotGivenToTheCustomer() {
        node.agrees(browser);
        node.merged.clear();
        staffOpensAPage();
        assertThat(node.shoppers.find()).isEmpty();
        assertThat(node.shoppers.buyer(CUSTOMER)).isEmpty();
        assertThat(node.merged).isEmpty();
        assertThat(node.aliases.aliasesOf(CUSTOMER)).isEmpty();
    }

    @Test
    void neitherAnswerForHimNorEraseHim() {
        staffOpensAPage();
        assertThat(node.consent
                        .grant(browser.request, browser.response, "text-1")
                        .result())
                .isEqualTo(Result.UNAVAILABLE);
        assertThat(node.consent.erase(browser.request, browser.response).proof())
                .isNull();
        node.consent.withdraw(browser.request, browser.response);
        assertThat(node.consentTable.find(CUSTOMER).consent()).isEqualTo(Consent.GRANTED);
    }
}
