package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.p13n.sample.data.retail.RetailExport;

/** The loop on the first months of a real retailer's orders; skipped where that data is not at hand. */
final class RetailerIT {

    private static final Path TRANSACTIONS =
            Path.of(System.getProperty("retailer.data")).normalize();

    /** The rows are in order of time: these are the first three months of thirteen. */
    private static final int ROWS = 105_000;

    /** Past orders are learned in the background after the start, some 2,000 lines a second. */
    private static final Duration LEARNING = Duration.ofMinutes(1);

    private static final Duration SECONDS = Duration.ofSeconds(5);

    @Test
    void browsesSearchesAndRecommendsARealRetailersGoods() throws IOException {
        if (!Files.exists(TRANSACTIONS)) {
            System.out.println("skipped: no data at " + TRANSACTIONS + "; name it with -Dretailer.data=…");
        }
        assumeTrue(Files.exists(TRANSACTIONS), "skipped: no data at " + TRANSACTIONS);
        StoreCommand command = StoreCommand.fresh("retailer").withMemory(1024);
        Path files = StoreCommand.folder("retailer/files");
        RetailExport.Result exported = RetailExport.convert(firstRows(), files);

        try (StoreProcess store = StoreProcess.start(command.with("import", files.toString()))) {
            Health health = Health.of(store);
            System.out.println("Real retailer, first " + ROWS + " rows: " + exported + "; stored interactions: "
                    + health.number("interactionsStored") + "; " + started(store));
            assertThat(health.number("interactionsStored")).isPositive();

            showsTheGoods(new Shopper(store));
            learnsFromNewOrders(store);
        }
        assertThat(StoppedDatabase.counts(command)).containsEntry("BLC_PRODUCT", (long) exported.products());
    }

    private static void showsTheGoods(Shopper shopper) {
        Listing lanterns = shopper.search("lantern");
        assertThat(lanterns.total()).isGreaterThan(5);
        Page home = shopper.visit("/");
        String department = home.document().select(".departments a, nav.menu a").attr("href");
        assertThat(shopper.visit(department).listing().total()).isGreaterThan(100);
        String heart = shopper.search("white hanging heart").cards().get(0).url();
        Widget beside = Polling.until(
                LEARNING,
                () -> shopper.visit(heart).widget("recommendations"),
                widget -> widget.names().size() >= 4 && widget.why().contains("bought"));
        System.out.println("Real retailer, beside White Hanging Heart: " + beside.names() + " – " + beside.why());
        assertThat(beside.names()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(beside.why()).containsIgnoringCase("bought");
    }

    private static void learnsFromNewOrders(StoreProcess store) {
        List<Card> clocks = new Shopper(store).search("clock").cards();
        List<Card> cases = new Shopper(store).search("passport cover").cards();
        Card clock = clocks.get(clocks.size() - 1);
        Card cover = cases.get(cases.size() - 1);
        for (String buyer : List.of("first", "second")) {
            new Shopper(store).buy(buyer + "@example.com", clock.url(), cover.url());
        }
        Shopper third = new Shopper(store);
        assertThat(Polling.until(
                        SECONDS,
                        () -> third.visit(clock.url()).widget("recommendations").names(),
                        names -> names.contains(cover.name())))
                .contains(cover.name());
    }

    private static String started(StoreProcess store) {
        return store.output().stream()
                .filter(line -> line.startsWith("Started in"))
                .findFirst()
                .orElse("");
    }

    private static Path firstRows() throws IOException {
        Path file = StoreCommand.folder("retailer").resolve("transactions.csv");
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
