package org.p13n.sample.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * The way of a store's data into its database: the sample catalog, a retailer's own files, simulated shoppers.
 *
 * <p>It runs once the platform has made its tables and before the store opens. A second load finds what the first one
 * noted and does nothing; what is loaded again from changed files adds only what the store does not know by its id.
 */
public final class StoreData {
    private final LongSupplier nanos;

    public StoreData() {
        this(System::nanoTime);
    }

    StoreData(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Loads what the options ask for and the store does not have yet.
     *
     * @throws IllegalArgumentException if a folder that the options name is not there
     * @throws IllegalStateException if the database refuses; complete transactions stay, and a later load goes on
     */
    public StoreDataSummary load(DataSource database, StoreDataOptions options, Consumer<String> progress) {
        requireFolder("catalog", options.catalog());
        requireFolder("import", options.importFolder());
        makeFolder(options.rejects());
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return load(connection, options, new Progress(progress, nanos));
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The store's data must go into its database, which refused: " + cause(e)
                            + " What was loaded so far is complete; start the store again to go on.",
                    e);
        }
    }

    private static StoreDataSummary load(Connection connection, StoreDataOptions options, Progress progress)
            throws SQLException {
        Tally tally = new Tally();
        if (options.catalog() != null) {
            Path rejects = options.rejects().resolve("catalog");
            FileLoad.Source source = new FileLoad.Source("catalog", options.catalog(), rejects);
            new FileLoad(connection, source, options, progress, tally).loadCatalog();
        }
        if (options.importFolder() != null) {
            FileLoad.Source source = new FileLoad.Source("import", options.importFolder(), options.rejects());
            FileLoad files = new FileLoad(connection, source, options, progress, tally);
            files.loadCatalog();
            files.loadOrders();
            files.loadBrowsing();
        }
        if (options.history() != null) {
            new HistoryLoad(connection, options, progress, tally).load();
        }
        return tally.summary();
    }

    private static void requireFolder(String option, Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The store's " + option + " folder must exist; " + folder
                    + " does not. Name a folder that holds products.csv.");
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder for lists of rejected rows must be writable; " + folder
                            + " is not. Name another data folder.",
                    e);
        }
    }

    /** The driver's innermost message: batch failures hide theirs behind a general one. */
    private static String cause(SQLException e) {
        SQLException next = e.getNextException();
        return next == null ? e.getMessage() : next.getMessage();
    }
}
