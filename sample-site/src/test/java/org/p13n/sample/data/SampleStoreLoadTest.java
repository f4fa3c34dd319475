package org.p13n.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStoreLoadTest {
    private static TestStore store;
    private static StoreDataSummary summary;
    private static StoreDataOptions options;

    @BeforeAll
    static void loadTheSampleStore(@TempDir Path folder) {
        store = TestStore.inFile(folder);
        options = store.options()
                .withCatalog(TestStore.CATALOG)
                .withHistory(StoreDataOptions.History.of(TestStore.HISTORY));
        long before = System.nanoTime();
        summary = store.load(options);
        System.out.println(summary + " in " + (System.nanoTime() - before) / 1_000_000 + " ms");
        store.progress.forEach(System.out::println);
    }

    @Test
    void hasAYearOfOrders() {
        assertThat(summary.orders()).isBetween(10_000L, 14_000L);
    }
}
