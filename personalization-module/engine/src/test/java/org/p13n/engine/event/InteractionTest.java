package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InteractionTest {
    @Test
    void turnsCartDeltasIntoAdditionsAndRemovalsWithPositiveQuantities() {
        assertThat(Interaction.cartChange(1, 2, 3, 0)).satisfies(added -> {
            assertThat(added.type()).isEqualTo(InteractionType.CART_ADD);
            assertThat(added.quantity()).isEqualTo(3);
        });
        assertThat(Interaction.cartChange(1, 2, -3, 0)).satisfies(removed -> {
            assertThat(removed.type()).isEqualTo(InteractionType.CART_REMOVE);
            assertThat(removed.quantity()).isEqualTo(3);
        });
        assertThat(Interaction.cartChange(1, 2, Integer.MIN_VALUE, 0).quantity())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void keepsATimeThatHasComeAndMovesAFutureOneBack() {
        Interaction view = Interaction.productView(1, 2, 1000);
        assertThat(view.notAfter(1000)).isSameAs(view);
        assertThat(view.notAfter(999).at()).isEqualTo(999);
    }

    @Test
    void typesSurviveTheirCodes() {
        for (InteractionType type : InteractionType.values()) {
            assertThat(InteractionType.ofCode(type.code())).isSameAs(type);
        }
    }

    @Nested
    class Refuses {
        @Test
        void whatNamesNoShopper() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Interaction.productView(0, 2, 0))
                    .withMessageContaining("must have a shopper")
                    .withMessageContaining("shopperId is 0");
        }

        @Test
        void whatNamesNothingToLearnFrom() {
            assertThatIllegalArgumentException().isThrownBy(() -> Interaction.productView(1, 0, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> Interaction.categoryView(1, 0, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> Interaction.search(1, " ", 0));
            assertThatIllegalArgumentException().isThrownBy(() -> Interaction.cartChange(1, 2, 0, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> Interaction.purchase(1, 2, 0, 3, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> Interaction.cancellation(1, 2, 1, 0, 0));
        }

        @Test
        void timesBefore1970() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Interaction.productView(1, 2, -1))
                    .withMessageContaining("at is -1");
        }

        @Test
        void unknownCodes() {
            assertThatIllegalArgumentException().isThrownBy(() -> InteractionType.ofCode(0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InteractionType.ofCode(27))
                    .withMessageContaining("1 to 26 but is 27");
        }
    }
}
