package org.p13n.engine.model.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForwardDecayTest {
    private static final long LANDMARK = 1_700_000_000_000L;
    private static final long HALF_LIFE = 1000;

    private final ForwardDecay decay = new ForwardDecay(LANDMARK, HALF_LIFE);

    @Test
    void aContributionIsWorthHalfAfterAHalfLife() {
        double stored = decay.growth(LANDMARK + 5 * HALF_LIFE);
        assertThat(stored * decay.scale(LANDMARK + 5 * HALF_LIFE)).isEqualTo(1, within(1e-12));
        assertThat(stored * decay.scale(LANDMARK + 6 * HALF_LIFE)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void whatIsOlderThanTheLandmarkCountsLess() {
        assertThat(decay.growth(LANDMARK - HALF_LIFE)).isEqualTo(0.5, within(1e-12));
    }
}
