package org.p13n.broadleaf.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.ShopOrder.Line;

/** Reads orders from the shop's own tables, and what was learned from them from the module's. */
final class OrderReader {
    private static final String ORDERS = """
            SELECT o.ORDER_ID, o.ORDER_STATUS, o.CUSTOMER_ID, o.SUBMIT_DATE, l.ORDER_STATUS LEARNED_STATUS
            FROM BLC_ORDER o LEFT JOIN P13N_ORDER l ON l.ORDER_ID = o.ORDER_ID
            WHERE o.ORDER_ID IN (:ids) AND o.ORDER_STATUS IN (?, ?, ?)
            ORDER BY o.SUBMIT_DATE, o.ORDER_ID
            """;

    private static final String LINES = """
            SELECT i.ORDER_ID, COALESCE(d.PRODUCT_ID, s.DEFAULT_PRODUCT_ID) PRODUCT_ID, i.QUANTITY
            FROM BLC_ORDER_ITEM i
            JOIN BLC_DISCRETE_ORDER_ITEM d ON d.ORDER_ITEM_ID = i.ORDER_ITEM_ID
            JOIN BLC_SKU s ON s.SKU_ID = d.SKU_ID
            WHERE i.ORDER_ID IN (:ids) AND d.BUNDLE_ORDER_ITEM_ID IS NULL
            ORDER BY i.ORDER_ITEM_ID
            """;

    /** A line of a bundle holds the pieces per bundle and belongs to the order only through the bundle's own line. */
    private static final String BUNDLE_LINES = """
            SELECT b.ORDER_ID, COALESCE(d.PRODUCT_ID, s.DEFAULT_PRODUCT_ID) PRODUCT_ID, i.QUANTITY * b.QUANTITY QUANTITY
            FROM BLC_ORDER_ITEM b
            JOIN BLC_DISCRETE_ORDER_ITEM d ON d.BUNDLE_ORDER_ITEM_ID = b.ORDER_ITEM_ID
            JOIN BLC_ORDER_ITEM i ON i.ORDER_ITEM_ID = d.ORDER_ITEM_ID
            JOIN BLC_SKU s ON s.SKU_ID = d.SKU_ID
            WHERE b.ORDER_ID IN (:ids)
            ORDER BY i.ORDER_ITEM_ID
            """;

    private final PlatformDatabase database;
    private final String returnedStatus;
    private final LongSupplier clock;

    OrderReader(PlatformDatabase database, String returnedStatus, LongSupplier clock) {
        this.database = database;
        this.returnedStatus = returnedStatus;
        this.clock = clock;
    }

    /** The submitted orders that are not learned yet, oldest first. */
    List<Long> unlearned() {
        return database.jdbc()
                .queryForList(
                        "SELECT o.ORDER_ID FROM BLC_ORDER o LEFT JOIN P13N_ORDER l ON l.ORDER_ID = o.ORDER_ID"
                                + " WHERE o.ORDER_STATUS = 'SUBMITTED' AND l.ORDER_ID IS NULL"
                                + " ORDER BY o.SUBMIT_DATE, o.ORDER_ID",
                        Long.class);
    }

    /** The orders that were learned as submitted and are cancelled or returned by now. */
    List<Long> reversedSince() {
        return database.jdbc()
                .queryForList(
                        "SELECT l.ORDER_ID FROM P13N_ORDER l JOIN BLC_ORDER o ON o.ORDER_ID = l.ORDER_ID"
                                + " WHERE l.ORDER_STATUS = 'SUBMITTED' AND o.ORDER_STATUS IN (?, ?)"
                                + " ORDER BY l.ORDER_ID",
                        Long.class,
                        ShopOrder.CANCELLED,
                        returnedStatus);
    }

    /*
     * Orders and lines are read apart, a chunk at a time by their indexed ids: joined through a derived table, H2
     * evaluates that table once per order: a retailer's orders were learned at 16 a second instead of 80.
     */
    /** Those of the orders that are submitted, cancelled or returned, oldest first. */
    List<ShopOrder> read(List<Long> orderIds) {
        Map<Long, List<Line>> lines = new HashMap<>();
        for (String statement : List.of(LINES, BUNDLE_LINES)) {
            for (Line line : query(statement, orderIds, OrderReader::line)) {
                lines.computeIfAbsent(line.orderId(), id -> new ArrayList<>()).add(line);
            }
        }
        return query(
                ORDERS,
                orderIds,
                row -> order(row, lines.getOrDefault(row.getLong("ORDER_ID"), List.of())),
                ShopOrder.SUBMITTED,
                ShopOrder.CANCELLED,
                returnedStatus);
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String statement, List<Long> orderIds, Row<T> row, String... statuses) {
        String marks = String.join(", ", Collections.nCopies(orderIds.size(), "?"));
        List<Object> arguments = new ArrayList<>(orderIds);
        arguments.addAll(List.of(statuses));
        return database.jdbc()
                .query(statement.replace(":ids", marks), (result, number) -> row.of(result), arguments.toArray());
    }

    private ShopOrder order(ResultSet row, List<Line> lines) throws SQLException {
        Timestamp submitted = row.getTimestamp("SUBMIT_DATE");
        return new ShopOrder(
                row.getLong("ORDER_ID"),
                row.getString("ORDER_STATUS"),
                row.getLong("CUSTOMER_ID"),
                submitted == null ? clock.getAsLong() : Math.max(0, submitted.getTime()),
                row.getString("LEARNED_STATUS"),
                lines);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong("ORDER_ID"), row.getLong("PRODUCT_ID"), row.getInt("QUANTITY"));
    }
}
