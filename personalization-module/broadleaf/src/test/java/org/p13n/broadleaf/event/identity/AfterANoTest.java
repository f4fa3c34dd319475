package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;

/** What a shopper does after a no, said or signalled, is nobody's, whatever he says or does later in the session. */
class AfterANoTest {
    private static final long CUSTOMER = 500;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Node node = new Node(shop, ConsentMode.OPT_IN, clock::get);
    private final Browser browser = new Browser(9_001);

    @AfterEach
    void endRequest() {
        BroadleafRequestContext.setBroadleafRequestContext(null);
    }

    private void customerAgreedBefore() {
        node.consents.answer(CUSTOMER, new Answer(Consent.GRANTED, "text-0", clock.get()));
    }

    private void visitorSaysNo() {
        node.page(browser);
        node.consent.deny(browser.request, browser.response);
        node.page(browser);
    }

    @Test
    void whatTheSessionShowsIsNotGivenToTheCustomerWhoLogsIn() {
        visitorSaysNo();
        customerAgreedBefore();
        browser.logIn(CUSTOMER);
        assertThat(node.page(browser).id()).isEqualTo(CUSTOMER);
        assertThat(node.merged).isEmpty();
    }

    @Test
    void aLaterYesDoesNotReachBack() {
        visitorSaysNo();
        Shopper visitor = node.agrees(browser);
        assertThat(node.merged).isEmpty();
        assertThat(node.page(browser).id()).isEqualTo(visitor.id());
    }

    @Test
    void whatWasDoneUnderTheSignalIsNotGivenToTheCustomer() {
        customerAgreedBefore();
        browser.signal = true;
        node.page(browser);
        browser.signal = false;
        browser.logIn(CUSTOMER);
        assertThat(node.page(browser).id()).isEqualTo(CUSTOMER);
        assertThat(node.merged).isEmpty();
    }

    @Test
    void theNextNumberOfTheSessionIsFreeOfTheSignal() {
        customerAgreedBefore();
        browser.signal = true;
        node.page(browser);
        browser.signal = false;
        browser.logIn(CUSTOMER);
        node.page(browser);
        browser.logIn(CUSTOMER + 1);
        Shopper next = node.page(browser);
        node.agrees(browser);
        assertThat(node.merged).containsExactly(List.of(next.id(), CUSTOMER + 1));
    }
}
