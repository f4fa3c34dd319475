package org.p13n.broadleaf.event.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.springframework.dao.DuplicateKeyException;

/**
 * The stored aliases: ids under which somebody was known before he turned out to be a shopper. An alias belongs to one
 * shopper for good, and a shopper who has become an alias himself has none: what was his is the other one's then.
 */
public final class AliasTable {
    private final PlatformDatabase database;

    /** An id and who it is. */
    record Alias(long id, long shopperId) {}

    public AliasTable(PlatformDatabase database) {
        this.database = database;
    }

    /**
     * Notes that the first id is the second shopper, in one transaction of its own.
     *
     * @return whose alias it is now: somebody else's if it was taken
     */
    long link(long aliasId, long shopperId, long now) {
        Optional<Long> owner = owner(aliasId);
        if (owner.isPresent()) {
            return owner.get();
        }
        try {
            database.inTransaction(() -> {
                // a guest of that number who was known as a visitor is now a customer of the same number
                delete(shopperId);
                insert(aliasId, shopperId, now);
                return database.jdbc()
                        .update("UPDATE P13N_IDENTITY SET SHOPPER_ID = ? WHERE SHOPPER_ID = ?", shopperId, aliasId);
            });
            return shopperId;
        } catch (DuplicateKeyException e) {
            return owner(aliasId).orElseThrow(() -> e);
        }
    }

    /** Like {@link #link}, for a guest whose visitor may change his mind: the newest one counts. */
    void linkGuest(long guestId, long visitorId, long now) {
        database.inTransaction(() -> {
            delete(guestId);
            insert(guestId, visitorId, now);
            return null;
        });
    }

    /** Whose alias the id is; empty if it is nobody's. */
    public Optional<Long> owner(long aliasId) {
        return Optional.ofNullable(owners(List.of(aliasId)).get(aliasId));
    }

    /** The shoppers of those ids that are aliases. */
    Map<Long, Long> owners(Collection<Long> aliasIds) {
        Map<Long, Long> found = new HashMap<>();
        if (!aliasIds.isEmpty()) {
            List<Long> ids = new ArrayList<>(aliasIds);
            String marks = String.join(", ", Collections.nCopies(ids.size(), "?"));
            database.jdbc()
                    .query(
                            "SELECT ALIAS_ID, SHOPPER_ID FROM P13N_IDENTITY WHERE ALIAS_ID IN (" + marks + ")",
                            row -> {
                                found.put(row.getLong("ALIAS_ID"), row.getLong("SHOPPER_ID"));
                            },
                            ids.toArray());
        }
        return found;
    }

    /** The shopper's other ids. */
    public List<Long> aliasesOf(long shopperId) {
        return database.jdbc()
                .queryForList(
                        "SELECT ALIAS_ID FROM P13N_IDENTITY WHERE SHOPPER_ID = ? ORDER BY ALIAS_ID",
                        Long.class,
                        shopperId);
    }

    /** The aliases noted at that time or later. */
    List<Alias> since(long time) {
        return database.jdbc()
                .query("SELECT ALIAS_ID, SHOPPER_ID FROM P13N_IDENTITY WHERE LINKED_AT >= ?", AliasTable::alias, time);
    }

    /** The visitors who turned out to be somebody at that time or later and still have interactions of their own. */
    List<Alias> visitorsWithInteractions(long since) {
        return database.jdbc()
                .query(
                        "SELECT a.ALIAS_ID, a.SHOPPER_ID FROM P13N_IDENTITY a WHERE a.ALIAS_ID < 0 AND a.LINKED_AT >= ?"
                                + " AND (EXISTS (SELECT 1 FROM P13N_INTERACTION i WHERE i.SHOPPER_ID = a.ALIAS_ID)"
                                + " OR EXISTS (SELECT 1 FROM P13N_IMPRESSION s WHERE s.SHOPPER_ID = a.ALIAS_ID))",
                        AliasTable::alias,
                        since);
    }

    /** The visitors who turned out to be somebody at that time or later and still have a profile of their own. */
    List<Alias> visitorsWithProfile(long since) {
        return database.jdbc()
                .query(
                        "SELECT a.ALIAS_ID, a.SHOPPER_ID FROM P13N_IDENTITY a"
                                + " JOIN P13N_PROFILE p ON p.SHOPPER_ID = a.ALIAS_ID"
                                + " WHERE a.ALIAS_ID < 0 AND a.LINKED_AT >= ?",
                        AliasTable::alias,
                        since);
    }

    int deleteOf(long shopperId) {
        return database.jdbc()
                .update("DELETE FROM P13N_IDENTITY WHERE SHOPPER_ID = ? OR ALIAS_ID = ?", shopperId, shopperId);
    }

    private static Alias alias(ResultSet row, int number) throws SQLException {
        return new Alias(row.getLong("ALIAS_ID"), row.getLong("SHOPPER_ID"));
    }

    private void delete(long aliasId) {
        database.jdbc().update("DELETE FROM P13N_IDENTITY WHERE ALIAS_ID = ?", aliasId);
    }

    private void insert(long aliasId, long shopperId, long now) {
        database.jdbc()
                .update(
                        "INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (?, ?, ?)",
                        aliasId,
                        shopperId,
                        now);
    }
}
