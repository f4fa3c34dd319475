package org.p13n.sample.web.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddRequestTest {

    @Test
    void readsProductQuantityAndOptions() throws CartProblem {
        AddRequest request = AddRequest.of(Map.of(
                "productId", new String[] {"105"},
                "quantity", new String[] {" 2 "},
                "itemAttributes[size]", new String[] {"M"},
                "itemAttributes['colour']", new String[] {"Navy"}));

        assertThat(request).isEqualTo(new AddRequest(105, 2, Map.of("size", "M", "colour", "Navy")));
    }

    @Test
    void takesOneWithoutAQuantity() throws CartProblem {
        assertThat(AddRequest.of(Map.of("productId", new String[] {"105"})).quantity())
                .isEqualTo(1);
    }

    @Test
    void hasNoPlaceForPricesAndChildLines() throws CartProblem {
        AddRequest request = AddRequest.of(Map.of(
                "productId", new String[] {"105"},
                "overrideRetailPrice", new String[] {"0.01"},
                "childOrderItems[0].productId", new String[] {"7"}));

        assertThat(request).isEqualTo(new AddRequest(105, 1, Map.of()));
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"-1", "0", "1e9", "abc", "", "100", "1000000000000", "1.5", "٣"})
        void absurdQuantities(String quantity) {
            assertThatThrownBy(() -> AddRequest.of(
                            Map.of("productId", new String[] {"105"}, "quantity", new String[] {quantity})))
                    .isInstanceOf(CartProblem.class)
                    .hasMessage("cart.quantity");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-5", "x", "99999999999999999999"})
        void idsThatAreNone(String id) {
            assertThatThrownBy(() -> AddRequest.of(Map.of("productId", new String[] {id})))
                    .isInstanceOf(CartProblem.class)
                    .hasMessage("cart.product");
        }
    }

    @Test
    void takesZeroWhereItMeansRemoving() throws CartProblem {
        assertThat(AddRequest.quantity("0", 0)).isZero();
    }
}
