package org.p13n.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;

class SettingsTest {
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final PersonalizationSettingsStore store = new PersonalizationSettingsStore(shop.platform());
    private final PersonalizationSettings settings = new PersonalizationSettings(store, true, 0.5, 1_000, failures);

    @Test
    void arePropertiesUntilSomebodySetsThem() {
        settings.read();
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.affinityStrength()).isEqualTo(0.5);
    }

    @Test
    void areObeyedAsSoonAsTheyAreReadAndCanBeChangedBack() {
        store.save("personalization.enabled", "false", "admin");
        store.save("personalization.affinity.strength", "0.25", "admin");
        settings.read();
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.affinityStrength()).isEqualTo(0.25);
        store.save("personalization.enabled", "true", "merchandiser");
        settings.read();
        assertThat(settings.enabled()).isTrue();
        assertThat(shop.count("P13N_SETTING")).isEqualTo(2);
    }

    @Nested
    class WhenTheyAreWrong {
        @ParameterizedTest
        @NullAndEmptySource
        @ValueSource(strings = {"1.1", "-0.1", "NaN", "0,5", "1e-1", "half", "0.5 "})
        void aStrengthOutsideItsRuleIsNotSaved(String value) {
            assertThatThrownBy(() -> store.save("personalization.affinity.strength", value, "admin"))
                    .hasMessageContaining("personalization.affinity.strength must be a number from 0.0 to 1.0")
                    .hasMessageContaining("'" + value + "'");
        }

        @Test
        void aSettingThatDoesNotExistIsNotSaved() {
            assertThatThrownBy(() -> store.save("personalization.unknown", "true", "admin"))
                    .hasMessageContaining("no setting 'personalization.unknown'");
        }

        @Test
        void somebodyMustHaveMadeTheChange() {
            assertThatThrownBy(() -> store.save("personalization.enabled", "true", " "))
                    .hasMessageContaining("who made it");
        }

        @Test
        void aBadStoredValueIsReportedAndTheLastGoodOneStays() {
            store.save("personalization.affinity.strength", "0.25", "admin");
            settings.read();
            shop.run("UPDATE P13N_SETTING SET SETTING_VALUE = 'lots'");
            settings.read();
            assertThat(settings.affinityStrength()).isEqualTo(0.25);
            assertThat(failures.last().kind()).contains("personalization.affinity.strength");
        }

        @Test
        void theLastOnesStayWhileTheDatabaseIsAway() {
            store.save("personalization.enabled", "false", "admin");
            settings.read();
            shop.goAway();
            assertThatThrownBy(settings::read).isInstanceOf(RuntimeException.class);
            assertThat(settings.enabled()).isFalse();
        }
    }
}
