package org.p13n.broadleaf.event;

import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * The word from node to node that interactions came into the database long after they were numbered, as when a journal
 * is replayed after an outage. Who reads only what is new by its id has missed them.
 */
public final class LateArrivals {
    private static final String NAME = "personalization.interactions.late";
    private static final String NEVER = "";

    private final PlatformDatabase database;
    private final LongSupplier clock;

    public LateArrivals(PlatformDatabase database) {
        this(database, System::currentTimeMillis);
    }

    LateArrivals(PlatformDatabase database, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tells all nodes. */
    void announce() {
        long now = clock.getAsLong();
        if (set(now) == 0) {
            try {
                database.inTransaction(() -> database.jdbc()
                        .update(
                                "INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY)"
                                        + " VALUES (?, '1', ?, 'module')",
                                NAME,
                                now));
            } catch (DuplicateKeyException e) {
                set(now); // another node was faster
            }
        }
    }

    /** A word that is another one after every announcement. */
    public String latest() {
        List<String> found = database.jdbc()
                .queryForList("SELECT SETTING_VALUE FROM P13N_SETTING WHERE NAME = ?", String.class, NAME);
        return found.isEmpty() ? NEVER : found.get(0);
    }

    private int set(long now) {
        return database.jdbc()
                .update(
                        "UPDATE P13N_SETTING SET SETTING_VALUE = CAST(CAST(SETTING_VALUE AS BIGINT) + 1 AS VARCHAR(20)),"
                                + " CHANGED_AT = ? WHERE NAME = ?",
                        now,
                        NAME);
    }
}
