package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/**
 * The ids of new rows: above every id in the table and above what the platform has set aside for itself.
 *
 * <p>The platform's entities take ids in blocks from {@code SEQUENCE_GENERATOR} (customers from {@code
 * BLC_ID_GENERATION}). {@link #save} moves those counters past everything handed out here, and belongs into the same
 * transaction as the rows. Hibernate's pooled optimizer hands out the block <em>below</em> the stored value, hence the
 * head room of two blocks.
 */
final class PlatformIds {
    private static final long HEAD_ROOM = 2 * 50L;
    private static final String CUSTOMER_TYPE = "org.broadleafcommerce.profile.core.domain.Customer";
    private static final long CUSTOMER_BATCH = 100;

    /** A table with the name that the platform's id generator knows it by. */
    enum Table {
        CATEGORY("CategoryImpl", "BLC_CATEGORY", "CATEGORY_ID"),
        CATEGORY_XREF("CategoryXrefImpl", "BLC_CATEGORY_XREF", "CATEGORY_XREF_ID"),
        CATEGORY_PRODUCT("CategoryProductXrefImpl", "BLC_CATEGORY_PRODUCT_XREF", "CATEGORY_PRODUCT_ID"),
        CATEGORY_FACET("CategorySearchFacetImpl", "BLC_CAT_SEARCH_FACET_XREF", "CATEGORY_SEARCH_FACET_ID"),
        PRODUCT("ProductImpl", "BLC_PRODUCT", "PRODUCT_ID"),
        PRODUCT_ATTRIBUTE("ProductAttributeImpl", "BLC_PRODUCT_ATTRIBUTE", "PRODUCT_ATTRIBUTE_ID"),
        SKU("SkuImpl", "BLC_SKU", "SKU_ID"),
        SKU_ATTRIBUTE("SkuAttributeImpl", "BLC_SKU_ATTRIBUTE", "SKU_ATTR_ID"),
        MEDIA("MediaImpl", "BLC_MEDIA", "MEDIA_ID"),
        OPTION("ProductOptionImpl", "BLC_PRODUCT_OPTION", "PRODUCT_OPTION_ID"),
        OPTION_VALUE("ProductOptionValueImpl", "BLC_PRODUCT_OPTION_VALUE", "PRODUCT_OPTION_VALUE_ID"),
        OPTION_XREF("ProductOptionXrefImpl", "BLC_PRODUCT_OPTION_XREF", "PRODUCT_OPTION_XREF_ID"),
        CUSTOMER(null, "BLC_CUSTOMER", "CUSTOMER_ID"),
        CUSTOMER_ATTRIBUTE("CustomerAttributeImpl", "BLC_CUSTOMER_ATTRIBUTE", "CUSTOMER_ATTR_ID"),
        CUSTOMER_ROLE("CustomerRoleImpl", "BLC_CUSTOMER_ROLE", "CUSTOMER_ROLE_ID"),
        ROLE("RoleImpl", "BLC_ROLE", "ROLE_ID"),
        ORDER("OrderImpl", "BLC_ORDER", "ORDER_ID"),
        ORDER_ATTRIBUTE("OrderAttributeImpl", "BLC_ORDER_ATTRIBUTE", "ORDER_ATTRIBUTE_ID"),
        ORDER_ITEM("OrderItemImpl", "BLC_ORDER_ITEM", "ORDER_ITEM_ID"),
        ORDER_ITEM_ATTRIBUTE("OrderItemAttributeImpl", "BLC_ORDER_ITEM_ATTRIBUTE", "ORDER_ITEM_ATTRIBUTE_ID"),
        FULFILLMENT_GROUP("FulfillmentGroupImpl", "BLC_FULFILLMENT_GROUP", "FULFILLMENT_GROUP_ID"),
        FULFILLMENT_ITEM("FulfillmentGroupItemImpl", "BLC_FULFILLMENT_GROUP_ITEM", "FULFILLMENT_GROUP_ITEM_ID"),
        PAYMENT("OrderPaymentImpl", "BLC_ORDER_PAYMENT", "ORDER_PAYMENT_ID");

        private final String segment;
        private final String table;
        private final String idColumn;

        Table(String segment, String table, String idColumn) {
            this.segment = segment;
            this.table = table;
            this.idColumn = idColumn;
        }
    }

    private final Connection connection;
    private final Map<Table, Long> last = new EnumMap<>(Table.class);
    private final Map<Table, Long> saved = new EnumMap<>(Table.class);

    PlatformIds(Connection connection) {
        this.connection = connection;
    }

    long next(Table table) throws SQLException {
        Long previous = last.get(table);
        long id = 1 + (previous == null ? highest(table) : previous);
        last.put(table, id);
        return id;
    }

    /** Moves the platform's own counters past every id handed out so far. */
    void save() throws SQLException {
        for (Map.Entry<Table, Long> entry : last.entrySet()) {
            if (!entry.getValue().equals(saved.get(entry.getKey()))) {
                save(entry.getKey(), entry.getValue() + HEAD_ROOM);
                saved.put(entry.getKey(), entry.getValue());
            }
        }
    }

    private void save(Table table, long value) throws SQLException {
        if (table == Table.CUSTOMER) {
            String insert = "INSERT INTO BLC_ID_GENERATION (BATCH_START, ID_TYPE, BATCH_SIZE, VERSION) VALUES (?, ?, "
                    + CUSTOMER_BATCH + ", 0)";
            save("UPDATE BLC_ID_GENERATION SET BATCH_START = ? WHERE ID_TYPE = ?", insert, CUSTOMER_TYPE, value);
        } else {
            save(
                    "UPDATE SEQUENCE_GENERATOR SET ID_VAL = ? WHERE ID_NAME = ?",
                    "INSERT INTO SEQUENCE_GENERATOR (ID_VAL, ID_NAME) VALUES (?, ?)",
                    table.segment,
                    value);
        }
    }

    private void save(String update, String insert, String name, long value) throws SQLException {
        if (run(update, name, value) == 0) {
            run(insert, name, value);
        }
    }

    private int run(String sql, String name, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.setString(2, name);
            return statement.executeUpdate();
        }
    }

    private long highest(Table table) throws SQLException {
        long used = number("SELECT MAX(" + table.idColumn + ") FROM " + table.table);
        long reserved = table == Table.CUSTOMER
                ? number("SELECT BATCH_START FROM BLC_ID_GENERATION WHERE ID_TYPE = '" + CUSTOMER_TYPE + "'")
                : number("SELECT ID_VAL FROM SEQUENCE_GENERATOR WHERE ID_NAME = '" + table.segment + "'");
        return Math.max(0, Math.max(used, reserved));
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
