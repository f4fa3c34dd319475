package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {
    @Test
    void refusesSettingsThatCannotWork() {
        TrainingSettings good = TrainingSettings.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingSettings(
                        good.sessions(),
                        1,
                        1,
                        1,
                        1,
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        1,
                        good.pairHalfLife(),
                        good.pairHalfLife(),
                        1,
                        0,
                        0,
                        8,
                        1,
                        1,
                        Duration.ZERO))
                .withMessageContaining("activeShoppers must be 4.0 or more but is 1.0");
    }
}
