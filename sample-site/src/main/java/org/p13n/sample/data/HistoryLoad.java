package org.p13n.sample.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.p13n.sample.data.file.BrowsingLine;
import org.p13n.sample.data.file.DataFile;
import org.p13n.sample.data.file.OrderLine;
import org.p13n.sample.data.file.ProductLine;
import org.p13n.sample.data.file.RejectedRowException;
import org.p13n.sample.data.file.RejectedRows;
import org.p13n.sample.data.file.UnusableFileException;
import org.p13n.sample.data.simulation.Cast;
import org.p13n.sample.data.simulation.HistorySimulation;
import org.p13n.sample.data.tables.BrowsingLoad;
import org.p13n.sample.data.tables.LoadMarks;
import org.p13n.sample.data.tables.OrderLoad;
import org.p13n.sample.data.tables.SchemaFacts;

/** Simulates shoppers on the store's catalog and loads what they did, once in a store's life. */
final class HistoryLoad {
    private static final String BEGUN = "history";
    private static final String ORDERS = "history/orders";
    private static final String BROWSING = "history/browsing";

    private final Connection connection;
    private final StoreDataOptions options;
    private final Progress progress;
    private final Tally tally;
    private final LoadMarks marks;

    HistoryLoad(Connection connection, StoreDataOptions options, Progress progress, Tally tally) throws SQLException {
        this.connection = connection;
        this.options = options;
        this.progress = progress;
        this.tally = tally;
        this.marks = new LoadMarks(connection);
    }

    void load() throws SQLException {
        boolean ordersMissing = marks.fingerprintOf(ORDERS) == null;
        boolean browsingMissing =
                marks.fingerprintOf(BROWSING) == null && SchemaFacts.hasTable(connection, BrowsingLoad.TABLE);
        if (!ordersMissing && !browsingMissing) {
            progress.say("History: simulated before.");
            return;
        }
        try {
            HistorySimulation.History history = simulated();
            if (ordersMissing) {
                loadOrders(history);
            }
            if (browsingMissing) {
                loadBrowsing(history);
            } else {
                progress.say("History: browsing is left out: the personalization module, which keeps it, is not"
                        + " installed.");
            }
        } catch (UnusableFileException e) {
            tally.unusableFiles.add(e.getMessage());
            progress.say(e.getMessage());
        } catch (RejectedRowException e) {
            throw new IllegalStateException("The simulation made a row that the store refuses: " + e.getMessage(), e);
        }
    }

    private HistorySimulation.History simulated() throws UnusableFileException, SQLException {
        StoreDataOptions.History wanted = options.history();
        progress.say("History: simulating " + wanted.shoppers() + " shoppers …");
        Cast cast = Cast.read(wanted.folder(), options.rejects().resolve("history"));
        HistorySimulation.History history =
                new HistorySimulation(cast, wanted.seed(), wanted.shoppers(), end()).history(catalog());
        if (history.orders().isEmpty()) {
            progress.say("History: nobody ordered anything, as no archetype likes a department of this catalog.");
        }
        return history;
    }

    /** The simulated time ends when the first load began it, so that a broken-off load goes on with the same orders. */
    private Instant end() throws SQLException {
        String begun = marks.fingerprintOf(BEGUN);
        if (begun != null) {
            return Instant.parse(begun);
        }
        Instant now = options.store().now();
        marks.mark(BEGUN, now.toString(), now);
        return now;
    }

    private List<ProductLine> catalog() throws UnusableFileException {
        Path folder = options.catalog() == null ? options.importFolder() : options.catalog();
        List<ProductLine> lines = new ArrayList<>();
        if (folder != null) {
            DataFile<ProductLine> file = DataFile.open(folder, ProductLine.FORMAT);
            try (RejectedRows rejected = new RejectedRows(options.rejects().resolve("history"), file.fileName())) {
                file.forEach(rejected, lines::add);
            }
        }
        return lines;
    }

    private void loadOrders(HistorySimulation.History history) throws SQLException, RejectedRowException {
        progress.start("Simulated orders", history.orders().size());
        try (OrderLoad load = OrderLoad.simulated(connection, options.store(), history.shoppers()::get)) {
            for (OrderLine line : history.orders()) {
                progress.step();
                load.add(line);
            }
            load.finish();
            tally.orders += load.added();
            tally.orderLines += load.addedLines();
            tally.customers += load.addedShoppers();
            tally.alreadyThere += load.alreadyThere();
            progress.say("History: added " + load.added() + " simulated orders with " + load.addedLines() + " lines of "
                    + load.addedShoppers() + " simulated shoppers.");
        }
        marks.mark(ORDERS, fingerprint(), options.store().now());
    }

    private void loadBrowsing(HistorySimulation.History history) throws SQLException, RejectedRowException {
        progress.start("Simulated browsing", history.browsing().size());
        try (BrowsingLoad load = new BrowsingLoad(connection, options.store(), history.shoppers()::get)) {
            for (BrowsingLine line : history.browsing()) {
                progress.step();
                load.add(line);
            }
            load.finish();
            tally.interactions += load.added();
            tally.customers += load.addedShoppers();
            tally.alreadyThere += load.alreadyThere();
            progress.say("History: added " + load.added() + " simulated interactions.");
        }
        marks.mark(BROWSING, fingerprint(), options.store().now());
    }

    private String fingerprint() {
        return "seed=" + options.history().seed() + ",shoppers="
                + options.history().shoppers();
    }
}
