package org.p13n.sample.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.p13n.sample.data.file.BrowsingLine;
import org.p13n.sample.data.file.CategoryLine;
import org.p13n.sample.data.file.DataFile;
import org.p13n.sample.data.file.FileFormat;
import org.p13n.sample.data.file.OrderLine;
import org.p13n.sample.data.file.ProductLine;
import org.p13n.sample.data.file.RejectedRowException;
import org.p13n.sample.data.file.RejectedRows;
import org.p13n.sample.data.file.UnusableFileException;
import org.p13n.sample.data.tables.BrowsingLoad;
import org.p13n.sample.data.tables.CatalogLoad;
import org.p13n.sample.data.tables.LoadMarks;
import org.p13n.sample.data.tables.OrderLoad;
import org.p13n.sample.data.tables.SchemaFacts;
import org.p13n.sample.data.tables.ShopperDetails;

/** Loads the data files of a folder, each once. */
final class FileLoad {
    private final Connection connection;
    private final StoreDataOptions options;
    private final Progress progress;
    private final LoadMarks marks;
    private final Tally tally;
    private final String source;
    private final Path folder;
    private final Path rejects;
    private final Set<String> unusable = new HashSet<>();

    /** A folder of data files, what its marks are called, and where its rejected rows go. */
    record Source(String name, Path folder, Path rejects) {}

    /** Takes a line into the database. */
    private interface LineLoad<T> {
        void add(T line) throws SQLException, RejectedRowException;
    }

    /** Completes what a line load still holds back. */
    private interface Completion {
        void finish() throws SQLException;
    }

    /** Carries a database failure through the file reader, which knows of rejected rows only. */
    private static final class DatabaseRefused extends RuntimeException {
        private final SQLException cause;

        DatabaseRefused(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    FileLoad(Connection connection, Source source, StoreDataOptions options, Progress progress, Tally tally)
            throws SQLException {
        this.source = source.name();
        this.folder = source.folder();
        this.rejects = source.rejects();
        this.tally = tally;
        this.connection = connection;
        this.options = options;
        this.progress = progress;
        this.marks = new LoadMarks(connection);
    }

    void loadCatalog() throws SQLException {
        DataFile<CategoryLine> categories = fresh(CategoryLine.FORMAT);
        DataFile<ProductLine> products = fresh(ProductLine.FORMAT);
        if (categories == null && products == null) {
            return;
        }
        try (CatalogLoad load = new CatalogLoad(connection, options.store())) {
            if (categories != null) {
                read(categories, load::add, load::finish);
                finished(categories, load.addedCategories() + " categories", load.takeAlreadyThere());
            }
            if (products != null) {
                read(products, load::add, load::finish);
                finished(products, load.addedProducts() + " products", load.takeAlreadyThere());
            }
            tally.categories += load.addedCategories();
            tally.products += load.addedProducts();
        }
    }

    void loadOrders() throws SQLException {
        DataFile<OrderLine> orders = afterProducts(OrderLine.FORMAT);
        if (orders == null) {
            return;
        }
        try (OrderLoad load = OrderLoad.imported(connection, options.store())) {
            read(orders, load::add, load::finish);
            tally.orders += load.added();
            tally.orderLines += load.addedLines();
            tally.customers += load.addedShoppers();
            String what = load.added() + " orders with " + load.addedLines() + " lines of " + load.addedShoppers()
                    + " new customers";
            finished(orders, what, load.alreadyThere());
        }
    }

    void loadBrowsing() throws SQLException {
        if (DataFile.exists(folder, BrowsingLine.FORMAT) && !SchemaFacts.hasTable(connection, BrowsingLoad.TABLE)) {
            progress.say(BrowsingLine.FORMAT.fileName()
                    + " is left out: the personalization module, which keeps browsing history, is not installed.");
            return;
        }
        DataFile<BrowsingLine> browsing = afterProducts(BrowsingLine.FORMAT);
        if (browsing == null) {
            return;
        }
        try (BrowsingLoad load = new BrowsingLoad(connection, options.store(), ShopperDetails::visitor)) {
            read(browsing, load::add, load::finish);
            tally.interactions += load.added();
            tally.customers += load.addedShoppers();
            finished(browsing, load.added() + " interactions", load.alreadyThere());
        }
    }

    /** Without its products, every row of such a file would be rejected for a reason that is not its own. */
    private <T> DataFile<T> afterProducts(FileFormat<T> format) throws SQLException {
        if (unusable.contains(ProductLine.FORMAT.fileName()) && DataFile.exists(folder, format)) {
            tally.unusableFiles.add(folder.resolve(format.fileName()) + ": not read, because "
                    + ProductLine.FORMAT.fileName() + " could not be.");
            progress.say(tally.unusableFiles.get(tally.unusableFiles.size() - 1));
            return null;
        }
        return fresh(format);
    }

    /** The folder's file if it is there, usable, and not loaded yet; else null. */
    private <T> DataFile<T> fresh(FileFormat<T> format) throws SQLException {
        if (!DataFile.exists(folder, format)) {
            return null;
        }
        try {
            DataFile<T> file = DataFile.open(folder, format);
            if (marks.loaded(mark(file.fileName()), fingerprint(file))) {
                progress.say(file.fileName() + ": loaded before, unchanged.");
                return null;
            }
            return file;
        } catch (UnusableFileException e) {
            unusable.add(format.fileName());
            tally.unusableFiles.add(e.getMessage());
            progress.say(e.getMessage());
            return null;
        }
    }

    private <T> void read(DataFile<T> file, LineLoad<T> load, Completion completion) throws SQLException {
        progress.start(file.fileName(), file.rows());
        try (RejectedRows rejected = new RejectedRows(rejects, file.fileName())) {
            file.forEach(rejected, line -> take(load, line));
            completion.finish();
            tally.rejectedRows += rejected.count();
            if (rejected.count() > 0) {
                progress.say(file.fileName() + ": " + rejected.count() + " of " + file.rows()
                        + " rows were rejected; each with its reason in " + rejected.file());
            }
        } catch (DatabaseRefused e) {
            throw e.cause;
        }
    }

    private <T> void take(LineLoad<T> load, T line) throws RejectedRowException {
        progress.step();
        try {
            load.add(line);
        } catch (SQLException e) {
            throw new DatabaseRefused(e);
        }
    }

    private void finished(DataFile<?> file, String added, long alreadyThere) throws SQLException {
        tally.alreadyThere += alreadyThere;
        marks.mark(mark(file.fileName()), fingerprint(file), options.store().now());
        progress.say(String.format(
                Locale.ROOT, "%s: added %s; %d were there already.", file.fileName(), added, alreadyThere));
    }

    /** Orders and browsing refer to products: once those change, a row that was rejected may be good. */
    private String fingerprint(DataFile<?> file) throws SQLException {
        String own = file.fingerprint();
        return file.dependsOnProducts() ? own + "+" + marks.fingerprintOf(mark(ProductLine.FORMAT.fileName())) : own;
    }

    private String mark(String fileName) {
        return source + "/" + fileName;
    }
}
