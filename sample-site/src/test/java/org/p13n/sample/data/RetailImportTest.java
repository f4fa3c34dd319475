package org.p13n.sample.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.p13n.sample.data.retail.RetailExport;

/** A real retailer's first weeks, converted and imported; skipped where the measuring data is not at hand. */
class RetailImportTest {
    private static final Path TRANSACTIONS =
            Path.of("..", "..", "shared", "data", "online-retail", "transactions.csv.gz");
    private static final int ROWS = 20_000;

    @Test
    void takesEveryOrderOfARealRetailer(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(TRANSACTIONS), "skipped: no data at " + TRANSACTIONS);
        TestStore store = TestStore.inMemory(folder);
        RetailExport.Result exported = RetailExport.convert(firstRows(folder), store.files);

        StoreDataSummary summary = store.importFiles();

        System.out.println("Real retailer, first " + ROWS + " rows: " + exported + " became " + summary);
        assertThat(summary.rejectedRows()).isZero();
        assertThat(summary.products()).isEqualTo(exported.products());
        assertThat(summary.orders()).isEqualTo(exported.orders());
        assertThat(summary.orderLines()).isEqualTo(exported.orderLines());
        assertThat(summary.categories()).isBetween(20L, 80L);
        assertThat(store.importFiles().orders()).isZero();
    }

    private static Path firstRows(Path folder) throws IOException {
        Path file = folder.resolve("transactions.csv");
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(TRANSACTIONS)), StandardCharsets.UTF_8));
                Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i <= ROWS; i++) {
                out.write(rows.readLine() + "\n");
            }
        }
        return file;
    }
}
