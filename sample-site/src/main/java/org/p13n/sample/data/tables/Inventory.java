package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How the store keeps stock: by counted pieces where the platform's quantity column is there, else as in or out.
 *
 * <p>The column {@code QUANTITY_AVAILABLE} exists only in stores whose start weaves the platform's quantity template
 * into its SKU. Without it a SKU can only be available or not.
 */
record Inventory(boolean counted) {
    static final String QUANTITY_COLUMN = "QUANTITY_AVAILABLE";
    private static final String ALWAYS = "ALWAYS_AVAILABLE";
    private static final String NEVER = "UNAVAILABLE";
    private static final String COUNTED = "CHECK_QUANTITY";

    static Inventory of(Connection connection) throws SQLException {
        return new Inventory(SchemaFacts.hasColumn(connection, "BLC_SKU", QUANTITY_COLUMN));
    }

    /** The platform's inventory type for a SKU with so many pieces (null: not counted). */
    String type(Integer pieces) {
        if (pieces == null) {
            return ALWAYS;
        }
        if (counted) {
            return COUNTED;
        }
        return pieces > 0 ? ALWAYS : NEVER;
    }

    /**
     * The inventory type of the SKU that stands for a product whose pieces are counted on its variants: it only says
     * whether there is any.
     */
    String typeOfWhole(Integer pieces) {
        return pieces != null && pieces == 0 ? NEVER : ALWAYS;
    }
}
