package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows for several tables, sent together in the order in which the tables were named: referred-to tables first. */
final class InsertBatch implements AutoCloseable {
    private final Connection connection;
    private final List<Rows> tables = new ArrayList<>();

    InsertBatch(Connection connection) {
        this.connection = connection;
    }

    Rows into(String table, String... columns) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.length, "?"));
        return statement("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")");
    }

    /** Any other statement that is sent once per row, in its turn among the tables. */
    Rows statement(String sql) throws SQLException {
        Rows rows = new Rows(connection.prepareStatement(sql));
        tables.add(rows);
        return rows;
    }

    void flush() throws SQLException {
        for (Rows rows : tables) {
            rows.send();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Rows rows : tables) {
            rows.statement.close();
        }
    }

    /** The rows of one table that wait to be sent. */
    static final class Rows {
        private final PreparedStatement statement;
        private int waiting;

        private Rows(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                statement.setObject(i + 1, value instanceof Instant time ? Timestamp.from(time) : value);
            }
            statement.addBatch();
            waiting++;
        }

        private void send() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }
    }
}
