package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** What this store's database has: optional tables and columns, and rows that others refer to. */
public final class SchemaFacts {
    private SchemaFacts() {}

    public static boolean hasTable(Connection connection, String table) throws SQLException {
        return hasColumn(connection, table, "%");
    }

    static boolean hasColumn(Connection connection, String table, String column) throws SQLException {
        return found(connection, table, column)
                || found(connection, table.toLowerCase(Locale.ROOT), column.toLowerCase(Locale.ROOT));
    }

    /** The value itself if the table has a row with it, else null: safe to refer to. */
    static String existing(Connection connection, String table, String column, String value) throws SQLException {
        String sql = "SELECT 1 FROM " + table + " WHERE " + column + " = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? value : null;
            }
        }
    }

    private static boolean found(Connection connection, String table, String column) throws SQLException {
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, column)) {
            return columns.next();
        }
    }
}
