package org.p13n.sample.data.tables;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.p13n.engine.event.ShopperIds;
import org.p13n.sample.data.file.BrowsingLine;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.RejectedRowException;

/**
 * Puts browsing history into the module's table of interactions.
 *
 * <p>An interaction's id is a hash of all its values with the sign bit set: the same row has the same id in every
 * load, and never the id of an interaction of the running store, which is positive.
 */
public final class BrowsingLoad implements AutoCloseable {
    /** The table that the module brings; a store without the module has none. */
    public static final String TABLE = "P13N_INTERACTION";

    private static final int ROWS_PER_TRANSACTION = 1_000;

    private final Connection connection;
    private final StoreSettings store;
    private final PlatformIds ids;
    private final ProductIndex products;
    private final ShopperWriter shoppers;
    private final MessageDigest digest;
    private final InsertBatch batch;
    private final InsertBatch.Rows interactions;
    private final List<Waiting> waiting = new ArrayList<>();
    private long added;
    private long alreadyThere;

    /** Who did not agree to be remembered is somebody else in every load, whom nobody can find again. */
    private final Map<String, Long> strangers = new HashMap<>();

    private final SecureRandom random = new SecureRandom();

    private record Waiting(long id, BrowsingLine line, long productId, long categoryId) {}

    public BrowsingLoad(Connection connection, StoreSettings store, Function<String, ShopperDetails> details)
            throws SQLException {
        this.connection = connection;
        this.store = store;
        this.ids = new PlatformIds(connection);
        this.products = new ProductIndex(connection, store.rootCategoryId());
        String locale = SchemaFacts.existing(connection, "BLC_LOCALE", "LOCALE_CODE", store.locale());
        this.shoppers = new ShopperWriter(connection, ids, details, store.passwords(), locale);
        this.digest = sha256();
        this.batch = new InsertBatch(connection);
        this.interactions = batch.into(
                TABLE,
                "INTERACTION_ID",
                "TYPE_CODE",
                "SHOPPER_ID",
                "PRODUCT_ID",
                "CATEGORY_ID",
                "SEARCH_TERM",
                "QUANTITY",
                "ORDER_ID",
                "OCCURRED_AT");
    }

    public void add(BrowsingLine line) throws SQLException, RejectedRowException {
        CsvRow.require(
                !line.at().isAfter(store.now()),
                "at",
                "must not be in the future",
                line.at().toString(),
                "Correct the time.");
        long productId = line.productId() == null
                ? 0
                : products.require("product_id", line.productId()).id();
        long categoryId = line.category() == null ? 0 : products.requireCategory("category", line.category());
        waiting.add(new Waiting(id(line), line, productId, categoryId));
        if (waiting.size() == ROWS_PER_TRANSACTION) {
            commit();
        }
    }

    /** Completes what is waiting. */
    public void finish() throws SQLException {
        commit();
    }

    public long added() {
        return added;
    }

    public long alreadyThere() {
        return alreadyThere;
    }

    public long addedShoppers() {
        return shoppers.added();
    }

    @Override
    public void close() throws SQLException {
        batch.close();
        shoppers.close();
    }

    private void commit() throws SQLException {
        Set<Long> known = knownIds();
        for (Waiting next : waiting) {
            if (known.add(next.id())) {
                write(next);
            } else {
                alreadyThere++;
            }
        }
        shoppers.flush();
        batch.flush();
        ids.save();
        connection.commit();
        waiting.clear();
    }

    private void write(Waiting next) throws SQLException {
        BrowsingLine line = next.line();
        interactions.add(
                next.id(),
                line.type().code(),
                shopper(line),
                next.productId(),
                next.categoryId(),
                line.query(),
                line.quantity(),
                0L,
                line.at().toEpochMilli());
        added++;
    }

    private long shopper(BrowsingLine line) throws SQLException {
        if (line.consent() == null) {
            return strangers.computeIfAbsent(line.shopperId(), id -> ShopperIds.visitor(random.nextLong()));
        }
        long customer = shoppers.idOf(line.shopperId(), line.at());
        shoppers.agreed(customer, line.consent(), line.at());
        return customer;
    }

    private Set<Long> knownIds() throws SQLException {
        Set<Long> known = new HashSet<>();
        if (waiting.isEmpty()) {
            return known;
        }
        String marks = String.join(", ", Collections.nCopies(waiting.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT INTERACTION_ID FROM " + TABLE + " WHERE INTERACTION_ID IN (" + marks + ")")) {
            for (int i = 0; i < waiting.size(); i++) {
                query.setLong(i + 1, waiting.get(i).id());
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.add(row.getLong(1));
                }
            }
        }
        return known;
    }

    private long id(BrowsingLine line) {
        String values = String.join(
                "\u0000",
                line.at().toString(),
                line.shopperId(),
                line.type().name(),
                String.valueOf(line.productId()),
                String.valueOf(line.category()),
                String.valueOf(line.query()),
                String.valueOf(line.quantity()));
        byte[] hash = digest.digest(values.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong() | Long.MIN_VALUE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one does not. Use a JDK 17.", e);
        }
    }
}
