package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.ShopDatabase;

class CheckoutActivityTest {
    private static final int PATIENCE_MILLIS = 60_000;

    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final TimedWork work = new TimedWork(PATIENCE_MILLIS, failures);
    private boolean signal = true;
    private final CheckoutActivity activity = new CheckoutActivity(
            new CurrentShopper() {
                @Override
                public Optional<Shopper> find() {
                    return Optional.empty();
                }

                @Override
                public boolean keepsApart() {
                    return signal;
                }
            },
            new ApartOrders(shop.platform()),
            work,
            failures);

    @AfterEach
    void stop() {
        work.stop();
    }

    @SuppressWarnings("unchecked")
    private static ProcessContext<CheckoutSeed> checkoutOf(Long orderId) {
        OrderImpl order = new OrderImpl();
        order.setId(orderId);
        return Fake.of(ProcessContext.class, Map.of("getSeedData", new CheckoutSeed(order, Map.of())));
    }

    @Test
    void notesTheOrderOfARequestWithTheSignalOnce() {
        activity.execute(checkoutOf(5L));
        activity.execute(checkoutOf(5L));
        assertThat(new ApartOrders(shop.platform()).among(List.of(4L, 5L))).containsExactly(5L);
        assertThat(failures.count()).isZero();
    }

    @Test
    void notesNothingOfOthers() {
        signal = false;
        activity.execute(checkoutOf(5L));
        assertThat(shop.count("P13N_ORDER_APART")).isZero();
    }

    @Test
    void neverBreaksACheckout() {
        ProcessContext<CheckoutSeed> unsaved = checkoutOf(null);
        assertThat(activity.execute(unsaved)).isSameAs(unsaved);
        shop.goAway();
        ProcessContext<CheckoutSeed> checkout = checkoutOf(5L);
        assertThat(activity.execute(checkout)).isSameAs(checkout);
        assertThat(failures.count()).isEqualTo(2);
    }
}
