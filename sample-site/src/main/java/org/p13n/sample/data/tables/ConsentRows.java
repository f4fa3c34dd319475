package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The module's table of who agreed to be remembered; does nothing in a store without the module. */
final class ConsentRows {
    private static final String TABLE = "P13N_CONSENT";

    private final InsertBatch.Rows rows;
    private final Set<Long> answered = new HashSet<>();

    /** @param batch that sends the rows */
    ConsentRows(Connection connection, InsertBatch batch) throws SQLException {
        if (!SchemaFacts.hasTable(connection, TABLE)) {
            rows = null;
            return;
        }
        rows = batch.into(TABLE, "SHOPPER_ID", "CONSENT_STATE", "TEXT_VERSION", "CHANGED_AT");
        try (PreparedStatement query = connection.prepareStatement("SELECT SHOPPER_ID FROM " + TABLE);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                answered.add(row.getLong(1));
            }
        }
    }

    /** The customer agreed to the text of that version, unless he has answered something before. */
    void agreed(long customerId, String textVersion, Instant at) throws SQLException {
        if (rows != null && answered.add(customerId)) {
            rows.add(customerId, "GRANTED", textVersion, at.toEpochMilli());
        }
    }
}
