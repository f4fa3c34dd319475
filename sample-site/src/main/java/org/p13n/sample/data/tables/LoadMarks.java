package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;

/** The store's own note of what was loaded completely, so that a later start need not look at it again. */
public final class LoadMarks {
    private final Connection connection;

    public LoadMarks(Connection connection) throws SQLException {
        this.connection = connection;
        if (!SchemaFacts.hasTable(connection, "STORE_DATA_LOAD")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE STORE_DATA_LOAD (SOURCE_NAME VARCHAR(200) NOT NULL PRIMARY KEY,"
                        + " FINGERPRINT VARCHAR(200) NOT NULL, LOADED_AT TIMESTAMP NOT NULL)");
            }
            connection.commit();
        }
    }

    /** Whether exactly this was loaded before. */
    public boolean loaded(String source, String fingerprint) throws SQLException {
        return fingerprint.equals(fingerprintOf(source));
    }

    /** What was loaded from this source, or null. */
    public String fingerprintOf(String source) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT FINGERPRINT FROM STORE_DATA_LOAD WHERE SOURCE_NAME = ?")) {
            query.setString(1, source);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** Notes, and commits, that the source was loaded. */
    public void mark(String source, String fingerprint, Instant at) throws SQLException {
        String sql = fingerprintOf(source) == null
                ? "INSERT INTO STORE_DATA_LOAD (FINGERPRINT, LOADED_AT, SOURCE_NAME) VALUES (?, ?, ?)"
                : "UPDATE STORE_DATA_LOAD SET FINGERPRINT = ?, LOADED_AT = ? WHERE SOURCE_NAME = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, fingerprint);
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setString(3, source);
            statement.executeUpdate();
        }
        connection.commit();
    }
}
