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
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.springframework.dao.DuplicateKeyException;

/**
 * Turns the shop's submitted orders into purchases and cancelled ones into cancellations, each exactly once: the row in
 * {@code P13N_ORDER} is written in the same transaction.
 */
public final class OrderLearner {
    private static final String SUBMITTED = "SUBMITTED";
    private static final String CANCELLED = "CANCELLED";

    private static final String ORDERS = """
            SELECT o.ORDER_ID, o.ORDER_STATUS, o.CUSTOMER_ID, o.SUBMIT_DATE, l.ORDER_STATUS LEARNED_STATUS
            FROM BLC_ORDER o LEFT JOIN P13N_ORDER l ON l.ORDER_ID = o.ORDER_ID
            WHERE o.ORDER_ID IN (:ids) AND o.ORDER_STATUS IN ('SUBMITTED', 'CANCELLED')
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
    private final InteractionTable interactions;
    private final InteractionRecorder recorder;
    private final Counters counters;
    private final LongSupplier clock;

    /** @param learnedStatus null if nothing of the order is learned yet */
    private record Order(long id, String status, long shopperId, long at, String learnedStatus) {}

    private record Line(long orderId, long productId, int quantity) {}

    public OrderLearner(
            PlatformDatabase database, InteractionTable interactions, InteractionRecorder recorder, Counters counters) {
        this(database, interactions, recorder, counters, System::currentTimeMillis);
    }

    OrderLearner(
            PlatformDatabase database,
            InteractionTable interactions,
            InteractionRecorder recorder,
            Counters counters,
            LongSupplier clock) {
        this.database = database;
        this.interactions = interactions;
        this.recorder = recorder;
        this.counters = counters;
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

    /** The orders that were learned as submitted and are cancelled by now. */
    List<Long> cancelledSince() {
        return database.jdbc()
                .queryForList(
                        "SELECT l.ORDER_ID FROM P13N_ORDER l JOIN BLC_ORDER o ON o.ORDER_ID = l.ORDER_ID"
                                + " WHERE l.ORDER_STATUS = 'SUBMITTED' AND o.ORDER_STATUS = 'CANCELLED'"
                                + " ORDER BY l.ORDER_ID",
                        Long.class);
    }

    /** Learns from these orders whatever is not known of them yet. */
    void learn(List<Long> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        try {
            List<Interaction> learned = database.inTransaction(() -> store(orderIds));
            count(learned);
            recorder.stored(learned, true);
        } catch (DuplicateKeyException e) {
            // another node has just learned one of them (or drew the same ids): one by one, only that one fails
            if (orderIds.size() > 1) {
                orderIds.forEach(id -> learn(List.of(id)));
            }
        }
    }

    private void count(List<Interaction> learned) {
        counters.add(Counter.ORDERS_LEARNED, orders(learned, InteractionType.PURCHASE));
        counters.add(Counter.ORDERS_CANCELLED, orders(learned, InteractionType.CANCELLATION));
    }

    private static long orders(List<Interaction> learned, InteractionType type) {
        return learned.stream()
                .filter(interaction -> interaction.type() == type)
                .mapToLong(Interaction::orderId)
                .distinct()
                .count();
    }

    /*
     * Orders and lines are read apart, a chunk at a time by their indexed ids: joined through a derived table, H2
     * evaluates that table once per order: a retailer's orders were learned at 16 a second instead of 80.
     */
    private List<Interaction> store(List<Long> orderIds) {
        List<Order> orders = read(ORDERS, orderIds, this::order);
        Map<Long, List<Line>> lines = new HashMap<>();
        for (String statement : List.of(LINES, BUNDLE_LINES)) {
            for (Line line : read(statement, orderIds, OrderLearner::line)) {
                lines.computeIfAbsent(line.orderId(), id -> new ArrayList<>()).add(line);
            }
        }
        List<Order> submitted = orders.stream()
                .filter(order -> order.status().equals(SUBMITTED) && order.learnedStatus() == null)
                .toList();
        noteSubmitted(submitted);
        List<Interaction> learned = new ArrayList<>();
        submitted.forEach(order -> learned.addAll(purchases(order, lines)));
        orders.stream()
                .filter(order -> order.status().equals(CANCELLED) && SUBMITTED.equals(order.learnedStatus()))
                .filter(this::noteCancelled)
                .forEach(order -> learned.addAll(cancellations(purchases(order, lines))));
        interactions.insert(learned);
        return learned;
    }

    private void noteSubmitted(List<Order> orders) {
        long now = clock.getAsLong();
        database.jdbc()
                .batchUpdate(
                        "INSERT INTO P13N_ORDER (ORDER_ID, ORDER_STATUS, LEARNED_AT) VALUES (?, ?, ?)",
                        orders.stream()
                                .map(order -> new Object[] {order.id(), SUBMITTED, now})
                                .toList());
    }

    /** @return false if another node was faster */
    private boolean noteCancelled(Order order) {
        return database.jdbc()
                        .update(
                                "UPDATE P13N_ORDER SET ORDER_STATUS = ?, LEARNED_AT = ?"
                                        + " WHERE ORDER_ID = ? AND ORDER_STATUS = ?",
                                CANCELLED,
                                clock.getAsLong(),
                                order.id(),
                                SUBMITTED)
                == 1;
    }

    private static List<Interaction> purchases(Order order, Map<Long, List<Line>> lines) {
        return lines.getOrDefault(order.id(), List.of()).stream()
                .filter(line -> order.shopperId() != 0 && line.productId() != 0 && line.quantity() >= 1)
                .map(line -> Interaction.purchase(
                        order.shopperId(), line.productId(), line.quantity(), order.id(), order.at()))
                .toList();
    }

    private List<Interaction> cancellations(List<Interaction> purchases) {
        return purchases.stream()
                .map(line -> Interaction.cancellation(
                        line.shopperId(), line.itemId(), line.quantity(), line.orderId(), clock.getAsLong()))
                .toList();
    }

    private <T> List<T> read(String statement, List<Long> orderIds, Row<T> row) {
        String marks = String.join(", ", Collections.nCopies(orderIds.size(), "?"));
        return database.jdbc()
                .query(statement.replace(":ids", marks), (result, number) -> row.of(result), orderIds.toArray());
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Order order(ResultSet row) throws SQLException {
        Timestamp submitted = row.getTimestamp("SUBMIT_DATE");
        return new Order(
                row.getLong("ORDER_ID"),
                row.getString("ORDER_STATUS"),
                row.getLong("CUSTOMER_ID"),
                submitted == null ? clock.getAsLong() : Math.max(0, submitted.getTime()),
                row.getString("LEARNED_STATUS"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong("ORDER_ID"), row.getLong("PRODUCT_ID"), row.getInt("QUANTITY"));
    }
}
