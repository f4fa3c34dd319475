package org.p13n.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLoadTest {
    @Test
    void loadsTheSampleStoreIntoPostgres(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            PlatformSchema.create(postgres.getPostgresDatabase(), "org.hibernate.dialect.PostgreSQL82Dialect");
            PlatformSchema.addInteractions(postgres.getPostgresDatabase());
            PlatformSchema.addQuantities(postgres.getPostgresDatabase());
            TestStore store = TestStore.on(postgres.getPostgresDatabase(), folder);
            StoreDataOptions options = store.options()
                    .withCatalog(TestStore.CATALOG)
                    .withHistory(new StoreDataOptions.History(TestStore.HISTORY, 1, 50));

            StoreDataSummary summary = store.load(options);

            assertThat(summary.rejectedRows()).isZero();
            assertThat(summary.orders()).isPositive();
            assertThat(store.count("BLC_ORDER")).isEqualTo(summary.orders());
            assertThat(store.count("P13N_INTERACTION")).isEqualTo(summary.interactions());
            assertThat(store.value("SELECT LONG_DESCRIPTION FROM BLC_SKU WHERE LONG_DESCRIPTION LIKE 'A fluid wrap%'"))
                    .isNotNull();
            assertThat(store.load(options)).isEqualTo(new StoreDataSummary(0, 0, 0, 0, 0, 0, 0, 0, List.of()));
        }
    }
}
