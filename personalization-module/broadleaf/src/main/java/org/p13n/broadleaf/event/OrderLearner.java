package org.p13n.broadleaf.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
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

    /** A line of a bundle holds the pieces per bundle and belongs to the order only through the bundle's own line. */
    private static final String LINES = """
            SELECT o.ORDER_ID, o.ORDER_STATUS, o.CUSTOMER_ID, o.SUBMIT_DATE, l.PRODUCT_ID, l.QUANTITY
            FROM BLC_ORDER o LEFT JOIN (
              SELECT i.ORDER_ID, COALESCE(d.PRODUCT_ID, s.DEFAULT_PRODUCT_ID) PRODUCT_ID, i.QUANTITY
              FROM BLC_ORDER_ITEM i
              JOIN BLC_DISCRETE_ORDER_ITEM d ON d.ORDER_ITEM_ID = i.ORDER_ITEM_ID
              JOIN BLC_SKU s ON s.SKU_ID = d.SKU_ID
              WHERE i.ORDER_ID IN (:ids) AND d.BUNDLE_ORDER_ITEM_ID IS NULL
              UNION ALL
              SELECT b.ORDER_ID, COALESCE(d.PRODUCT_ID, s.DEFAULT_PRODUCT_ID), i.QUANTITY * b.QUANTITY
              FROM BLC_ORDER_ITEM b
              JOIN BLC_DISCRETE_ORDER_ITEM d ON d.BUNDLE_ORDER_ITEM_ID = b.ORDER_ITEM_ID
              JOIN BLC_ORDER_ITEM i ON i.ORDER_ITEM_ID = d.ORDER_ITEM_ID
              JOIN BLC_SKU s ON s.SKU_ID = d.SKU_ID
              WHERE b.ORDER_ID IN (:ids)
            ) l ON l.ORDER_ID = o.ORDER_ID
            WHERE o.ORDER_ID IN (:ids) AND o.ORDER_STATUS IN ('SUBMITTED', 'CANCELLED')
            ORDER BY o.SUBMIT_DATE, o.ORDER_ID, l.PRODUCT_ID
            """;

    private final PlatformDatabase database;
    private final InteractionTable interactions;
    private final InteractionRecorder recorder;
    private final Counters counters;
    private final LongSupplier clock;

    private record Line(long orderId, String status, Interaction purchase) {}

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

    private List<Interaction> store(List<Long> orderIds) {
        List<Line> lines = linesOf(orderIds);
        List<Interaction> learned = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size()
                    && lines.get(to).orderId() == lines.get(from).orderId()) {
                to++;
            }
            learned.addAll(store(lines.get(from), lines.subList(from, to)));
            from = to;
        }
        interactions.insert(learned);
        return learned;
    }

    private List<Interaction> store(Line order, List<Line> lines) {
        List<String> known = database.jdbc()
                .queryForList("SELECT ORDER_STATUS FROM P13N_ORDER WHERE ORDER_ID = ?", String.class, order.orderId());
        if (order.status().equals(SUBMITTED) && known.isEmpty()) {
            database.jdbc()
                    .update(
                            "INSERT INTO P13N_ORDER (ORDER_ID, ORDER_STATUS, LEARNED_AT) VALUES (?, ?, ?)",
                            order.orderId(),
                            SUBMITTED,
                            clock.getAsLong());
            return lines.stream()
                    .map(Line::purchase)
                    .filter(line -> line != null)
                    .toList();
        }
        boolean cancelNow = order.status().equals(CANCELLED)
                && database.jdbc()
                                .update(
                                        "UPDATE P13N_ORDER SET ORDER_STATUS = ?, LEARNED_AT = ?"
                                                + " WHERE ORDER_ID = ? AND ORDER_STATUS = ?",
                                        CANCELLED,
                                        clock.getAsLong(),
                                        order.orderId(),
                                        SUBMITTED)
                        == 1;
        if (!cancelNow) {
            return List.of();
        }
        return lines.stream()
                .map(Line::purchase)
                .filter(line -> line != null)
                .map(line -> Interaction.cancellation(
                        line.shopperId(), line.itemId(), line.quantity(), line.orderId(), clock.getAsLong()))
                .toList();
    }

    private List<Line> linesOf(List<Long> orderIds) {
        String marks = orderIds.stream().map(id -> "?").collect(Collectors.joining(", "));
        List<Long> arguments = new ArrayList<>();
        Collections.addAll(arguments, orderIds.toArray(Long[]::new));
        arguments.addAll(orderIds);
        arguments.addAll(orderIds);
        return database.jdbc().query(LINES.replace(":ids", marks), (row, number) -> line(row), arguments.toArray());
    }

    private Line line(ResultSet row) throws SQLException {
        long orderId = row.getLong("ORDER_ID");
        String status = row.getString("ORDER_STATUS");
        long shopperId = row.getLong("CUSTOMER_ID");
        long productId = row.getLong("PRODUCT_ID");
        int quantity = row.getInt("QUANTITY");
        Timestamp submitted = row.getTimestamp("SUBMIT_DATE");
        if (shopperId == 0 || productId == 0 || quantity < 1) {
            return new Line(orderId, status, null);
        }
        long at = submitted == null ? clock.getAsLong() : Math.max(0, submitted.getTime());
        return new Line(orderId, status, Interaction.purchase(shopperId, productId, quantity, orderId, at));
    }
}
