package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShoppingSessionsTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final long HALF_AN_HOUR = 30 * 60_000;

    @Test
    void endAfterHalfAnHourOfInactivityUnlessSetOtherwise() {
        assertThat(ShoppingSessions.USUAL.goesOn(NOON, NOON + HALF_AN_HOUR)).isTrue();
        assertThat(ShoppingSessions.USUAL.goesOn(NOON, NOON + HALF_AN_HOUR + 1)).isFalse();
        assertThat(ShoppingSessions.ofMinutes(31).goesOn(NOON, NOON + HALF_AN_HOUR + 1))
                .isTrue();
    }

    @Test
    void endWhenTheClockJumpsBack() {
        assertThat(ShoppingSessions.USUAL.goesOn(NOON, NOON - HALF_AN_HOUR)).isTrue();
        assertThat(ShoppingSessions.USUAL.goesOn(NOON, NOON - HALF_AN_HOUR - 1)).isFalse();
    }

    @Test
    void reachBackAsFarAsTheyGoOn() {
        long earliest = ShoppingSessions.USUAL.earliest(NOON);
        assertThat(ShoppingSessions.USUAL.goesOn(earliest, NOON)).isTrue();
        assertThat(ShoppingSessions.USUAL.goesOn(earliest - 1, NOON)).isFalse();
    }

    @Test
    void refuseANegativeGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShoppingSessions(Duration.ofMillis(-1)))
                .withMessageContaining("must be 0 or more but is PT-0.001S");
    }
}
