package org.p13n.sample.data.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One row of {@code orders.csv}: one product of one order.
 *
 * @param customerId the retailer's customer id, or null for a guest's order
 * @param unitPrice what one piece cost, or null for the product's price
 * @param options the option values that were chosen; what is not given is chosen by the store
 */
public record OrderLine(
        String orderId,
        Instant orderedAt,
        String customerId,
        String productId,
        int quantity,
        BigDecimal unitPrice,
        Status status,
        Map<String, String> options) {

    /** What became of an order. */
    public enum Status {
        SUBMITTED,
        CANCELLED
    }

    private static final int MOST_PIECES = 100_000;

    public static final FileFormat<OrderLine> FORMAT = new FileFormat<>(
            "orders.csv",
            List.of("order_id", "ordered_at", "product_id", "quantity"),
            List.of("customer_id", "unit_price", "status", "options"),
            "order_id",
            OrderLine::of);

    private static OrderLine of(CsvRow row) throws RejectedRowException {
        return new OrderLine(
                row.text("order_id", Lengths.IDENTIFIER),
                row.time("ordered_at"),
                row.optionalText("customer_id", Lengths.IDENTIFIER),
                row.text("product_id", Lengths.IDENTIFIER),
                row.whole("quantity", 1, MOST_PIECES),
                row.optionalMoney("unit_price"),
                status(row),
                Pairs.of(row, "options", '=', Set.of()));
    }

    private static Status status(CsvRow row) throws RejectedRowException {
        return switch (row.raw("status").toLowerCase(Locale.ROOT)) {
            case "", "submitted" -> Status.SUBMITTED;
            case "cancelled" -> Status.CANCELLED;
            default ->
                throw new RejectedRowException(
                        "status", "must be submitted or cancelled", row.raw("status"), "Use one of the two.");
        };
    }
}
