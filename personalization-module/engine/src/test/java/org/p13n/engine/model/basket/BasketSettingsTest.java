package org.p13n.engine.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BasketSettingsTest {
    @Test
    void refusesWhatCannotBeAndSaysWhatWould() {
        assertThatThrownBy(() ->
                        new BasketSettings(Duration.ofDays(90), 1.5, 100, 0, 100, 10, 10, 10, 1, 0, 0, 0, 1, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Basket setting sizeExponent must be 0.0 to 1.0 but is 1.5");
        assertThatThrownBy(() -> new BasketSettings(Duration.ZERO, 0.5, 100, 0, 100, 10, 10, 10, 1, 0, 0, 0, 1, 1, 0))
                .hasMessageContaining("pairHalfLife");
    }

    @Test
    void learnsNoBlendIfTold() {
        assertThat(BasketSettings.defaults().withoutLearning().tailShare()).isZero();
        assertThat(BasketSettings.defaults().withoutLearning().ridge())
                .isEqualTo(BasketSettings.defaults().ridge());
    }
}
