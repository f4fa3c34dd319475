package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1, 0.01",
        "50, 50, 0.5",
        "100, 100, 1",
        "'  75 % ', 75, 0.75",
        "12.5, 12.5, 0.125",
        "'12,50', 12.5, 0.125",
        "007, 7, 0.07"
    })
    void takesAPercentageAsPeopleWriteIt(String written, String percent, String share) {
        Strength strength = Strength.written(written).orElseThrow();

        assertThat(strength.asPercent()).isEqualTo(percent);
        assertThat(strength.asShare()).isEqualTo(share);
    }

    @Test
    void comesBackFromTheStoreAsItWasWritten() {
        for (int percent = 0; percent <= 100; percent++) {
            Strength strength = Strength.written(Integer.toString(percent)).orElseThrow();

            assertThat(Strength.stored(strength.asShare())).contains(strength);
            assertThat(strength.asPercent()).isEqualTo(Integer.toString(percent));
        }
    }

    @Test
    void isTheSameHoweverItWasWritten() {
        assertThat(Strength.written("50.00")).isEqualTo(Strength.written("50"));
        assertThat(Strength.ofShare(0.5)).isEqualTo(Strength.written("50 %").orElseThrow());
        assertThat(Strength.stored("0.50")).isEqualTo(Strength.written("50"));
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "", " ", "abc", "-1", "101", "100.01", "1e2", "NaN", "5 0", "50%%", "0x10", "1.234", "٣", "<b>"
                })
        void whatIsNoNumberFromZeroToAHundred(String written) {
            assertThat(Strength.written(written)).isEmpty();
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "1.5", "2", "-0.5", "half", ".5"})
        void whatTheStoreShouldNeverHold(String stored) {
            assertThat(Strength.stored(stored)).isEmpty();
        }

        @Test
        void toBeMadeOutOfRange() {
            assertThatThrownBy(() -> new Strength(new BigDecimal("100.5")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A strength must be 0 to 100 % but is 100.5");
        }
    }
}
