package org.p13n.sample.web.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadleafcommerce.core.inventory.service.InventoryUnavailableException;
import org.broadleafcommerce.core.order.service.exception.AddToCartException;
import org.broadleafcommerce.core.order.service.exception.RequiredAttributeNotProvidedException;
import org.junit.jupiter.api.Test;
import org.p13n.sample.web.page.Notice;

class CartProblemTest {

    @Test
    void findsTheStockUnderThePlatformsWrapping() {
        Exception wrapped =
                new AddToCartException("no", new RuntimeException(new InventoryUnavailableException(7L, 9, 3)));

        assertThat(CartProblem.of(wrapped).notice()).isEqualTo(Notice.problem("cart.only", 3));
    }

    @Test
    void saysSoldOutWhenNothingIsLeft() {
        assertThat(CartProblem.of(new InventoryUnavailableException(7L, 1, 0)).notice())
                .isEqualTo(Notice.problem("cart.soldout", null));
    }

    @Test
    void explainsACombinationThatIsNotSold() {
        Exception wrapped = new AddToCartException("no", new RequiredAttributeNotProvidedException("size"));

        assertThat(CartProblem.of(wrapped).notice()).isEqualTo(Notice.problem("cart.combination", null));
    }

    @Test
    void countsEverythingElseAsUnexpected() {
        assertThat(CartProblem.of(new IllegalStateException("broken")).isUnexpected())
                .isTrue();
    }
}
