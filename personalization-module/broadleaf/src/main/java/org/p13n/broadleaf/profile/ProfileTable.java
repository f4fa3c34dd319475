package org.p13n.broadleaf.profile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.ShopperProfile;
import org.springframework.dao.DuplicateKeyException;

/** The stored shopper profiles. */
public final class ProfileTable {
    private final PlatformDatabase database;

    public ProfileTable(PlatformDatabase database) {
        this.database = database;
    }

    /** The profile's text, as {@link ShopperProfile#encode()} wrote it. */
    Optional<String> find(long shopperId) {
        List<String> found = database.jdbc()
                .queryForList("SELECT PROFILE FROM P13N_PROFILE WHERE SHOPPER_ID = ?", String.class, shopperId);
        return found.stream().findFirst();
    }

    /** The profiles' texts by shopper, of those shoppers who have one. */
    Map<Long, String> find(Collection<Long> shopperIds) {
        Map<Long, String> found = new LinkedHashMap<>();
        if (!shopperIds.isEmpty()) {
            String marks = shopperIds.stream().map(id -> "?").collect(Collectors.joining(", "));
            database.jdbc()
                    .query(
                            "SELECT SHOPPER_ID, PROFILE FROM P13N_PROFILE WHERE SHOPPER_ID IN (" + marks + ")",
                            row -> {
                                found.put(row.getLong("SHOPPER_ID"), row.getString("PROFILE"));
                            },
                            shopperIds.toArray());
        }
        return found;
    }

    /** Stores the profile whether or not the shopper had one. */
    void save(ShopperProfile profile, long now) {
        if (!ShopperIds.mayBeStored(profile.shopperId())) {
            throw new IllegalStateException(
                    "The profile of a session without consent must not be stored: keep it in memory only");
        }
        String text = profile.encode();
        if (update(profile.shopperId(), text, now) == 0) {
            try {
                database.inTransaction(() -> database.jdbc()
                        .update(
                                "INSERT INTO P13N_PROFILE (SHOPPER_ID, PROFILE, UPDATED_AT, REVISION)"
                                        + " VALUES (?, ?, ?, 1)",
                                profile.shopperId(),
                                text,
                                now));
            } catch (DuplicateKeyException e) {
                // another node inserted it in between
                update(profile.shopperId(), text, now);
            }
        }
    }

    /** Deletes the shopper's profile and says how many rows that were; joins the caller's transaction. */
    public int delete(long shopperId) {
        return database.jdbc().update("DELETE FROM P13N_PROFILE WHERE SHOPPER_ID = ?", shopperId);
    }

    private int update(long shopperId, String text, long now) {
        return database.jdbc()
                .update(
                        "UPDATE P13N_PROFILE SET PROFILE = ?, UPDATED_AT = ?, REVISION = REVISION + 1 WHERE SHOPPER_ID = ?",
                        text,
                        now,
                        shopperId);
    }
}
