package org.p13n.engine.model.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    @Test
    void refusesWhatMakesNoSenseAndNamesIt() {
        assertThatThrownBy(() -> SessionSettings.defaults().withTailSessions(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tailSessions must be at least 0 but is -1");
    }
}
