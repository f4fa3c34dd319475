package org.p13n.sample.e2e;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What the sample store's catalog file says, to compare the pages with. */
final class SampleCatalog {

    private static final Path FILE = Path.of(System.getProperty("store.home"), "catalog", "products.csv");

    private SampleCatalog() {}

    /** The names of the products that nobody can buy today: archived, out of their dates or out of stock. */
    static Set<String> notForSale() {
        return rows().stream()
                .filter(SampleCatalog::isNotForSale)
                .map(row -> row.get("name"))
                .collect(Collectors.toSet());
    }

    private static boolean isNotForSale(CSVRecord row) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        return row.get("archived").equals("Y")
                || row.get("stock").equals("0")
                || (isDate(row.get("active_from"))
                        && LocalDate.parse(row.get("active_from")).isAfter(today))
                || (isDate(row.get("active_to"))
                        && LocalDate.parse(row.get("active_to")).isBefore(today));
    }

    private static boolean isDate(String text) {
        return !text.isEmpty();
    }

    private static List<CSVRecord> rows() {
        try (Reader file = Files.newBufferedReader(FILE)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(file)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
