package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.p13n.sample.data.file.CategoryLine;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.ProductLine;
import org.p13n.sample.data.file.RejectedRowException;

/** Puts categories and products into the store, some hundred of them in a transaction. */
public final class CatalogLoad implements AutoCloseable {
    /** A product whose file does not say since when it is sold is an old one. */
    private static final Duration LONG_ON_SALE = Duration.ofDays(366);

    private static final int PRODUCTS_PER_TRANSACTION = 500;

    private final Connection connection;
    private final PlatformIds ids;
    private final CategoryWriter categories;
    private final ProductWriter products;
    private final Set<String> present;
    private final Set<String> read = new HashSet<>();
    private int waiting;
    private long addedProducts;
    private long alreadyThere;

    public CatalogLoad(Connection connection, StoreSettings store) throws SQLException {
        this.connection = connection;
        this.ids = new PlatformIds(connection);
        UrlNames urls = new UrlNames(connection);
        Instant onSaleSince = store.now().minus(LONG_ON_SALE);
        this.categories = new CategoryWriter(connection, ids, urls, store.rootCategoryId(), onSaleSince);
        this.products = new ProductWriter(connection, ids, urls, categories, onSaleSince, store.imageUrl());
        this.present = externalIds(connection);
    }

    public void add(CategoryLine line) throws SQLException, RejectedRowException {
        CsvRow.require(
                read.add(line.path().key()),
                "path",
                "each category may stand only once",
                line.path().toString(),
                "Remove one of the rows.");
        if (!categories.add(line)) {
            alreadyThere++;
        }
    }

    public void add(ProductLine line) throws SQLException, RejectedRowException {
        CsvRow.require(
                read.add(line.id()), "id", "each product id may stand only once", line.id(), "Remove one of the rows.");
        boolean fresh = present.add(line.id());
        if (fresh) {
            products.add(line);
            addedProducts++;
        } else {
            alreadyThere++;
        }
        if (++waiting == PRODUCTS_PER_TRANSACTION) {
            commit();
        }
    }

    /** Completes what is waiting; call it after the last line of each file. */
    public void finish() throws SQLException {
        commit();
        read.clear();
    }

    /** Categories that were made, those that only products name included. */
    public long addedCategories() {
        return categories.added();
    }

    public long addedProducts() {
        return addedProducts;
    }

    /** Categories or products that were found in the store and left alone, since the last call. */
    public long takeAlreadyThere() {
        long count = alreadyThere;
        alreadyThere = 0;
        return count;
    }

    @Override
    public void close() throws SQLException {
        products.close();
        categories.close();
    }

    private void commit() throws SQLException {
        categories.flushCategories();
        products.flush();
        categories.flushProducts();
        ids.save();
        connection.commit();
        waiting = 0;
    }

    private static Set<String> externalIds(Connection connection) throws SQLException {
        Set<String> present = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT VALUE FROM BLC_PRODUCT_ATTRIBUTE WHERE NAME = ?")) {
            query.setString(1, ProductLine.EXTERNAL_ID);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    present.add(row.getString(1));
                }
            }
        }
        return present;
    }
}
