package org.p13n.sample.data.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The rows that make one order in the platform: the order, its items, how they are fulfilled and how it was paid. */
final class OrderRows implements AutoCloseable {
    private static final BigDecimal NOTHING = BigDecimal.ZERO;
    private static final String DISCRETE = "org.broadleafcommerce.core.order.domain.DiscreteOrderItem";

    private final PlatformIds ids;
    private final Origin origin;
    private final String currency;
    private final String locale;
    private final InsertBatch batch;
    private final InsertBatch.Rows orders;
    private final InsertBatch.Rows orderAttributes;
    private final InsertBatch.Rows items;
    private final InsertBatch.Rows discreteItems;
    private final InsertBatch.Rows itemAttributes;
    private final InsertBatch.Rows groups;
    private final InsertBatch.Rows groupItems;
    private final InsertBatch.Rows payments;

    /**
     * Where orders come from, as the store shows it.
     *
     * @param label the name of the order attribute and of the payment
     * @param orderName the order's name in the admin's list, or null
     */
    record Origin(String label, String orderName) {
        static final Origin IMPORTED = new Origin("imported", null);
        static final Origin SIMULATED = new Origin("simulated", "Simulated order");
    }

    OrderRows(Connection connection, PlatformIds ids, Origin origin, String currency, String locale)
            throws SQLException {
        this.ids = ids;
        this.origin = origin;
        this.currency = SchemaFacts.existing(connection, "BLC_CURRENCY", "CURRENCY_CODE", currency);
        this.locale = SchemaFacts.existing(connection, "BLC_LOCALE", "LOCALE_CODE", locale);
        this.batch = new InsertBatch(connection);
        this.orders = batch.into(
                "BLC_ORDER",
                "ORDER_ID",
                "ORDER_NUMBER",
                "CUSTOMER_ID",
                "ORDER_STATUS",
                "NAME",
                "EMAIL_ADDRESS",
                "SUBMIT_DATE",
                "DATE_CREATED",
                "DATE_UPDATED",
                "ORDER_SUBTOTAL",
                "ORDER_TOTAL",
                "TOTAL_SHIPPING",
                "TOTAL_TAX",
                "CURRENCY_CODE",
                "LOCALE_CODE");
        this.orderAttributes = batch.into("BLC_ORDER_ATTRIBUTE", "ORDER_ATTRIBUTE_ID", "NAME", "VALUE", "ORDER_ID");
        this.items = batch.into(
                "BLC_ORDER_ITEM",
                "ORDER_ITEM_ID",
                "ORDER_ID",
                "CATEGORY_ID",
                "NAME",
                "ORDER_ITEM_TYPE",
                "QUANTITY",
                "PRICE",
                "RETAIL_PRICE",
                "SALE_PRICE",
                "RETAIL_PRICE_OVERRIDE",
                "SALE_PRICE_OVERRIDE",
                "DISCOUNTS_ALLOWED",
                "ITEM_TAXABLE_FLAG",
                "TOTAL_TAX");
        this.discreteItems = batch.into(
                "BLC_DISCRETE_ORDER_ITEM",
                "ORDER_ITEM_ID",
                "PRODUCT_ID",
                "SKU_ID",
                "BASE_RETAIL_PRICE",
                "BASE_SALE_PRICE");
        this.itemAttributes =
                batch.into("BLC_ORDER_ITEM_ATTRIBUTE", "ORDER_ITEM_ATTRIBUTE_ID", "NAME", "VALUE", "ORDER_ITEM_ID");
        this.groups = batch.into(
                "BLC_FULFILLMENT_GROUP",
                "FULFILLMENT_GROUP_ID",
                "ORDER_ID",
                "TYPE",
                "STATUS",
                "DELIVERY_INSTRUCTION",
                "IS_PRIMARY",
                "FULFILLMENT_GROUP_SEQUNCE",
                "MERCHANDISE_TOTAL",
                "TOTAL",
                "PRICE",
                "RETAIL_PRICE",
                "SALE_PRICE",
                "SHIPPING_PRICE_TAXABLE",
                "TOTAL_TAX",
                "TOTAL_ITEM_TAX",
                "TOTAL_FEE_TAX",
                "TOTAL_FG_TAX");
        this.groupItems = batch.into(
                "BLC_FULFILLMENT_GROUP_ITEM",
                "FULFILLMENT_GROUP_ITEM_ID",
                "FULFILLMENT_GROUP_ID",
                "ORDER_ITEM_ID",
                "QUANTITY",
                "STATUS",
                "TOTAL_ITEM_AMOUNT",
                "TOTAL_ITEM_TAXABLE_AMOUNT",
                "TOTAL_ITEM_TAX",
                "PRORATED_ORDER_ADJ");
        this.payments = batch.into(
                "BLC_ORDER_PAYMENT",
                "ORDER_PAYMENT_ID",
                "ORDER_ID",
                "AMOUNT",
                "ARCHIVED",
                "GATEWAY_TYPE",
                "PAYMENT_TYPE",
                "REFERENCE_NUMBER");
    }

    void add(PlacedOrder order, long customerId, String email) throws SQLException {
        long orderId = ids.next(PlatformIds.Table.ORDER);
        BigDecimal total = order.total();
        orders.add(
                orderId,
                order.number(),
                customerId,
                order.cancelled() ? "CANCELLED" : "SUBMITTED",
                origin.orderName(),
                email,
                order.at(),
                order.at(),
                order.at(),
                total,
                total,
                NOTHING,
                NOTHING,
                currency,
                locale);
        orderAttributes.add(ids.next(PlatformIds.Table.ORDER_ATTRIBUTE), origin.label(), "true", orderId);
        long groupId = addGroup(order, orderId, total);
        for (PlacedOrder.Item item : order.items()) {
            addItem(item, orderId, groupId);
        }
        if (!order.cancelled()) {
            long paymentId = ids.next(PlatformIds.Table.PAYMENT);
            payments.add(paymentId, orderId, total, "N", "Passthrough", "THIRD_PARTY_ACCOUNT", origin.label());
        }
    }

    void flush() throws SQLException {
        batch.flush();
    }

    @Override
    public void close() throws SQLException {
        batch.close();
    }

    private long addGroup(PlacedOrder order, long orderId, BigDecimal total) throws SQLException {
        long groupId = ids.next(PlatformIds.Table.FULFILLMENT_GROUP);
        groups.add(
                groupId,
                orderId,
                "PHYSICAL_SHIP",
                order.cancelled() ? null : "DELIVERED",
                origin.orderName(),
                true,
                1,
                total,
                total,
                NOTHING,
                NOTHING,
                NOTHING,
                false,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING);
        return groupId;
    }

    private void addItem(PlacedOrder.Item item, long orderId, long groupId) throws SQLException {
        long itemId = ids.next(PlatformIds.Table.ORDER_ITEM);
        BigDecimal price = item.unitPrice();
        ProductIndex.Stored product = item.product();
        items.add(
                itemId,
                orderId,
                product.categoryId(),
                product.name(),
                DISCRETE,
                item.quantity(),
                price,
                price,
                price,
                true,
                true,
                true,
                true,
                NOTHING);
        discreteItems.add(itemId, product.id(), item.skuId(), price, price);
        if (item.variant() != null) {
            for (Map.Entry<String, String> value : item.variant().values().entrySet()) {
                long id = ids.next(PlatformIds.Table.ORDER_ITEM_ATTRIBUTE);
                itemAttributes.add(id, value.getKey(), value.getValue(), itemId);
            }
        }
        long id = ids.next(PlatformIds.Table.FULFILLMENT_ITEM);
        groupItems.add(id, groupId, itemId, item.quantity(), null, item.total(), NOTHING, NOTHING, NOTHING);
    }
}
