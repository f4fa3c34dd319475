package org.p13n.sample.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOptionsTest {

    @Test
    void startsTheSampleStoreOnTheEmbeddedDatabaseWithoutAnyOption() throws StartFailure {
        StoreOptions options = StoreOptions.of(new Properties());

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.db().isEmbedded()).isTrue();
        assertThat(options.db().folder().getParent().equals(options.data())).isTrue();
        assertThat(options.history()).isTrue();
        assertThat(options.module()).isTrue();
        assertThat(options.reset()).isFalse();
        assertThat(options.importFolder()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void resetsWithTheFlagAlone(String value) throws StartFailure {
        assertThat(options("store.reset", value).reset()).isTrue();
    }

    @Test
    void runsOnAnOwnPostgresWithoutNamingItsPassword() throws StartFailure {
        StoreDatabase db = options("store.db", "jdbc:postgresql://db.example/shop?user=a&password=secret")
                .db();

        assertThat(db.isEmbedded()).isFalse();
        assertThat(db.place()).isEqualTo("jdbc:postgresql://db.example/shop");
    }

    @Test
    void importsFromTheNamedFolder(@TempDir Path folder) throws StartFailure {
        assertThat(options("store.import", folder.toString()).importFolder()).isEqualTo(folder.toAbsolutePath());
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource({
            "store.port, 0",
            "store.port, 70000",
            "store.port, http",
            "store.history, some",
            "store.reset, maybe",
            "store.module, off",
            "store.db, jdbc:oracle:thin:@x"
        })
        void aBadValueInOneLineThatNamesTheOptionAndTheRemedy(String key, String value) {
            assertThatThrownBy(() -> options(key, value))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(key)
                    .hasMessageContaining(value.substring(0, Math.min(value.length(), 12)))
                    .hasMessageNotContaining("\n")
                    .hasMessageContaining(";");
        }
    }

    private static StoreOptions options(String key, String value) throws StartFailure {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return StoreOptions.of(properties);
    }
}
