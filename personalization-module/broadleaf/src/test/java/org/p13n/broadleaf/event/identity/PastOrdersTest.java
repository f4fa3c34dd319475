package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;

class PastOrdersTest {
    private static final long CUSTOMER = 500;
    private static final long AGREED_AT = 1_800_000_000_000L;

    private final AtomicLong clock = new AtomicLong(AGREED_AT + 1_000);
    private final ShopDatabase shop = new ShopDatabase();
    private final Node node = new Node(shop, ConsentMode.OPT_IN, clock::get);

    private void basket(long order, long submittedAt, boolean keptApart) {
        shop.order(order, "SUBMITTED", CUSTOMER, new Timestamp(submittedAt).toString());
        shop.run(
                "INSERT INTO P13N_ORDER (ORDER_ID, ORDER_STATUS, KEPT_APART, LEARNED_AT) VALUES (?, 'SUBMITTED', ?, 1)",
                order,
                keptApart);
        node.interactions.insert(List.of(Interaction.purchase(ShopperIds.basket(order), order, 1, order, submittedAt)));
    }

    private List<Long> ordersOfTheCustomer() {
        return node.interactions.lastOf(CUSTOMER, 10).stream()
                .map(Interaction::orderId)
                .toList();
    }

    @Test
    void aRestartGivesTheCustomerWhatHeBoughtBeforeHisYesButNothingBoughtUnderTheSignal() {
        node.consents.answer(CUSTOMER, new Answer(Consent.GRANTED, "1", AGREED_AT));
        basket(1, AGREED_AT - 2, false);
        basket(2, AGREED_AT - 1, true);
        new Node(shop, ConsentMode.OPT_IN, clock::get).worker.run();
        assertThat(ordersOfTheCustomer()).containsExactly(1L);
    }

    @Test
    void anOrderPlacedAfterTheYesWasKeptFromTheCustomerForAReason() {
        node.consents.answer(CUSTOMER, new Answer(Consent.GRANTED, "1", AGREED_AT));
        basket(1, AGREED_AT + 1, false);
        new Node(shop, ConsentMode.OPT_IN, clock::get).worker.run();
        assertThat(ordersOfTheCustomer()).isEmpty();
    }
}
