package org.p13n.sample.data.tables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.OrderLine;
import org.p13n.sample.data.file.RejectedRowException;

/** One order while its lines are gathered; its head is that of its first line. */
final class PlacedOrder {
    /** More lines than any shopper's order has: a file that goes beyond has a wrong order_id. */
    private static final int MOST_ITEMS = 5_000;

    private final OrderLine head;
    private final List<Item> items = new ArrayList<>();

    /** One line: a SKU of a product, how many of it, and for how much each. */
    record Item(ProductIndex.Stored product, ProductIndex.Variant variant, int quantity, BigDecimal unitPrice) {
        BigDecimal total() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }

        long skuId() {
            return variant == null ? product.defaultSkuId() : variant.skuId();
        }
    }

    PlacedOrder(OrderLine head) {
        this.head = head;
    }

    void add(OrderLine line, Item item) throws RejectedRowException {
        CsvRow.require(
                line.orderedAt().equals(head.orderedAt()),
                "ordered_at",
                "must be the same in all rows of an order, here " + head.orderedAt(),
                line.orderedAt().toString(),
                "Give the row its own order_id or correct the time.");
        boolean sameCustomer = line.customerId() == null
                ? head.customerId() == null
                : line.customerId().equals(head.customerId());
        CsvRow.require(
                sameCustomer,
                "customer_id",
                "must be the same in all rows of an order",
                String.valueOf(line.customerId()),
                "Give the row its own order_id or correct the customer.");
        CsvRow.require(
                line.status() == head.status(),
                "status",
                "must be the same in all rows of an order",
                line.status().toString(),
                "Give the row its own order_id or correct the status.");
        CsvRow.require(
                items.size() < MOST_ITEMS,
                "order_id",
                "an order must have at most " + MOST_ITEMS + " rows",
                line.orderId(),
                "Give each order its own order_id.");
        items.add(item);
    }

    String number() {
        return head.orderId();
    }

    Instant at() {
        return head.orderedAt();
    }

    /** The retailer's customer id, or null for a guest. */
    String customerId() {
        return head.customerId();
    }

    boolean cancelled() {
        return head.status() == OrderLine.Status.CANCELLED;
    }

    List<Item> items() {
        return items;
    }

    BigDecimal total() {
        return items.stream().map(Item::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
