package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.PlatformDatabase;

class IdentityKeyTest {
    private static final String ONE = "11".repeat(32);
    private static final String OTHER = "22".repeat(32);

    private final ShopDatabase shop = new ShopDatabase();
    private final PlatformDatabase database = shop.platform();

    private void storefront(String configured) {
        new IdentityKey(database, configured).announce();
    }

    private String admin(String configured) {
        return IdentityKey.ofAdmin(database, configured).load().sign("test", "text");
    }

    private static String signature(String key) {
        return IdentitySecret.ofHex(key).sign("test", "text");
    }

    @Test
    void theAdminWorksWithTheStorefrontsKeyWhereverThatIs() {
        storefront("");
        assertThat(admin("")).isEqualTo(new IdentityKey(database, "").load().sign("test", "text"));
        storefront(ONE);
        assertThat(admin(ONE)).isEqualTo(signature(ONE));
    }

    @Test
    void theFingerprintDoesNotTellTheKey() {
        storefront(ONE);
        assertThat(database.jdbc().queryForList("SELECT SETTING_VALUE FROM P13N_SETTING", String.class))
                .singleElement()
                .isEqualTo(IdentitySecret.ofHex(ONE).fingerprint())
                .isNotEqualTo(ONE);
    }

    @Test
    void aStorefrontThatGetsAnotherKeyIsBelievedAtOnce() {
        storefront(ONE);
        IdentityKey admin = IdentityKey.ofAdmin(database, ONE);
        admin.load();
        storefront(OTHER);
        assertThatThrownBy(admin::load).isInstanceOf(WrongKeyException.class);
        assertThat(admin(OTHER)).isEqualTo(signature(OTHER));
    }

    @Test
    void beforeTheStorefrontHasEverStartedTheAdminTakesWhatItHas() {
        assertThat(admin(ONE)).isEqualTo(signature(ONE));
    }

    @Nested
    class Refuses {
        @Test
        void anotherKeyThanTheStorefronts() {
            storefront(ONE);
            assertThatThrownBy(() -> admin(OTHER))
                    .isInstanceOf(WrongKeyException.class)
                    .hasMessageContaining("personalization.identity.key")
                    .hasMessageContaining("give the admin the storefront's value");
        }

        @Test
        void toMakeOneWhereTheStorefrontHasOneInItsProperties() {
            storefront(ONE);
            assertThatThrownBy(() -> admin("")).isInstanceOf(WrongKeyException.class);
            assertThat(shop.count("P13N_SETTING")).isEqualTo(1);
        }

        @Test
        void itsOwnWhereTheStorefrontUsesTheStoredOne() {
            storefront("");
            assertThatThrownBy(() -> admin(ONE)).isInstanceOf(WrongKeyException.class);
        }
    }
}
