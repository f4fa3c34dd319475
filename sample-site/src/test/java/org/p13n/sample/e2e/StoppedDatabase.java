package org.p13n.sample.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The embedded database of a store that does not run: what an owner would see with a database tool. */
final class StoppedDatabase {

    private static final List<String> TABLES = List.of(
            "BLC_CATEGORY",
            "BLC_PRODUCT",
            "BLC_SKU",
            "BLC_CUSTOMER",
            "BLC_ORDER",
            "BLC_ORDER_ITEM",
            "P13N_INTERACTION");

    private StoppedDatabase() {}

    /** How many rows each table has that an import fills. */
    static Map<String, Long> counts(StoreCommand store) {
        String url = "jdbc:h2:file:" + store.data().resolve("database").resolve("store")
                + ";MODE=LEGACY;NON_KEYWORDS=VALUE,KEY;IFEXISTS=TRUE";
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    result.next();
                    counts.put(table, result.getLong(1));
                }
            }
            // The store told the database to stay open when nobody uses it.
            statement.execute("SHUTDOWN");
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("The database at " + url + " cannot be read", e);
        }
    }
}
