package org.p13n.broadleaf.event.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.event.ShopperIds;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stored answers. A shopper without a row has not answered. */
public final class ConsentTable {
    /** So long a page waits for the answer of one shopper, in seconds; then he counts as one who did not agree. */
    private static final int PATIENCE_SECONDS = 1;

    private static final String SELECT =
            "SELECT SHOPPER_ID, CONSENT_STATE, TEXT_VERSION, CHANGED_AT FROM P13N_CONSENT ";

    private final PlatformDatabase database;
    private final JdbcTemplate hurried;

    /**
     * A shopper's answer.
     *
     * @param textVersion which text he answered to
     * @param at epoch milliseconds
     */
    public record Answer(Consent consent, String textVersion, long at) {
        static final Answer NONE = new Answer(Consent.NONE, "", 0);
    }

    public ConsentTable(PlatformDatabase database) {
        this.database = database;
        hurried = new JdbcTemplate(database.jdbc().getDataSource());
        hurried.setQueryTimeout(PATIENCE_SECONDS);
    }

    /** What the shopper has answered. */
    public Answer find(long shopperId) {
        List<Answer> found = hurried.query(SELECT + "WHERE SHOPPER_ID = ?", (row, number) -> answer(row), shopperId);
        return found.isEmpty() ? Answer.NONE : found.get(0);
    }

    /** What the shopper has answered, which nobody changes until the caller's transaction ends. */
    Answer lock(long shopperId) {
        List<Answer> found = database.jdbc()
                .query(SELECT + "WHERE SHOPPER_ID = ? FOR UPDATE", (row, number) -> answer(row), shopperId);
        return found.isEmpty() ? Answer.NONE : found.get(0);
    }

    /** The answers of those who have answered. */
    Map<Long, Answer> find(Collection<Long> shopperIds) {
        Map<Long, Answer> found = new HashMap<>();
        if (!shopperIds.isEmpty()) {
            List<Long> ids = new ArrayList<>(shopperIds);
            String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
            database.jdbc()
                    .query(
                            SELECT + "WHERE SHOPPER_ID IN (" + marks + ")",
                            row -> {
                                found.put(row.getLong("SHOPPER_ID"), answer(row));
                            },
                            ids.toArray());
        }
        return found;
    }

    /** The answers given at that time or later. */
    Map<Long, Answer> since(long time) {
        Map<Long, Answer> found = new HashMap<>();
        database.jdbc()
                .query(
                        SELECT + "WHERE CHANGED_AT >= ?",
                        row -> {
                            found.put(row.getLong("SHOPPER_ID"), answer(row));
                        },
                        time);
        return found;
    }

    /** Stores the shopper's newest answer; joins the caller's transaction if there is one. */
    void save(long shopperId, Answer answer) {
        if (!ShopperIds.mayBeStored(shopperId)) {
            throw new IllegalArgumentException(
                    "The answer of a session without consent must not be stored: it belongs to the HTTP session");
        }
        if (update(shopperId, answer) == 0 && !insert(shopperId, answer)) {
            update(shopperId, answer);
        }
    }

    /** Stores an answer only if there is none. */
    boolean saveIfNone(long shopperId, Answer answer) {
        return find(shopperId).consent() == Consent.NONE && insert(shopperId, answer);
    }

    int delete(long shopperId) {
        return database.jdbc().update("DELETE FROM P13N_CONSENT WHERE SHOPPER_ID = ?", shopperId);
    }

    private int update(long shopperId, Answer answer) {
        return database.jdbc()
                .update(
                        "UPDATE P13N_CONSENT SET CONSENT_STATE = ?, TEXT_VERSION = ?, CHANGED_AT = ? WHERE SHOPPER_ID = ?",
                        answer.consent().name(),
                        answer.textVersion(),
                        answer.at(),
                        shopperId);
    }

    /** @return false if another request has inserted one in between */
    private boolean insert(long shopperId, Answer answer) {
        try {
            database.inTransaction(() -> database.jdbc()
                    .update(
                            "INSERT INTO P13N_CONSENT (SHOPPER_ID, CONSENT_STATE, TEXT_VERSION, CHANGED_AT)"
                                    + " VALUES (?, ?, ?, ?)",
                            shopperId,
                            answer.consent().name(),
                            answer.textVersion(),
                            answer.at()));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                consent(row.getString("CONSENT_STATE")), row.getString("TEXT_VERSION"), row.getLong("CHANGED_AT"));
    }

    /** What somebody else wrote into the table and nobody understands is no consent. */
    private static Consent consent(String stored) {
        for (Consent consent : Consent.values()) {
            if (consent.name().equals(stored)) {
                return consent;
            }
        }
        return Consent.DENIED;
    }
}
