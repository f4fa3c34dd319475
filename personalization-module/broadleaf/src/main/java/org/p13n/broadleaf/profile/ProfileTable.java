package org.p13n.broadleaf.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.ShopperProfile;

/** The stored shopper profiles. Every change raises a row's revision, so that a copy can be told from the latest state. */
public final class ProfileTable {
    private static final int SHOPPERS_PER_STATEMENT = 500;
    private static final String INSERT =
            "INSERT INTO P13N_PROFILE (SHOPPER_ID, PROFILE, UPDATED_AT, REVISION) VALUES (?, ?, ?, 1)";
    private static final String UPDATE =
            "UPDATE P13N_PROFILE SET PROFILE = ?, UPDATED_AT = ?, REVISION = ? WHERE SHOPPER_ID = ?";

    /** The revision of a profile that is not stored. */
    static final long NONE = 0;

    private final PlatformDatabase database;

    /** A profile as it is stored. */
    record Stored(String text, long revision) {}

    public ProfileTable(PlatformDatabase database) {
        this.database = database;
    }

    /** The same table, asked not to take longer than that for a statement. */
    ProfileTable within(int seconds) {
        return new ProfileTable(database.within(seconds));
    }

    /** The profile's text, as {@link ShopperProfile#encode()} wrote it. */
    Optional<String> find(long shopperId) {
        return Optional.ofNullable(find(List.of(shopperId)).get(shopperId)).map(Stored::text);
    }

    /** The profiles of those shoppers who have one. */
    Map<Long, Stored> find(Collection<Long> shopperIds) {
        Map<Long, Stored> found = new LinkedHashMap<>();
        for (List<Long> some : inPortions(shopperIds)) {
            database.jdbc()
                    .query(
                            "SELECT SHOPPER_ID, PROFILE, REVISION FROM P13N_PROFILE WHERE SHOPPER_ID IN (" + marks(some)
                                    + ")",
                            row -> {
                                found.put(
                                        row.getLong("SHOPPER_ID"),
                                        new Stored(row.getString("PROFILE"), row.getLong("REVISION")));
                            },
                            some.toArray());
        }
        return found;
    }

    /** The revision of the shopper's profile. */
    long revision(long shopperId) {
        List<Long> found = database.jdbc()
                .queryForList("SELECT REVISION FROM P13N_PROFILE WHERE SHOPPER_ID = ?", Long.class, shopperId);
        return found.isEmpty() ? NONE : found.get(0);
    }

    /**
     * The revisions of those shoppers' profiles who have one; until the caller's transaction ends, nobody else changes
     * them. The rows are locked in the order of the ids, so that two nodes do not wait for each other.
     */
    Map<Long, Long> lock(Collection<Long> shopperIds) {
        Map<Long, Long> found = new LinkedHashMap<>();
        for (List<Long> some : inPortions(shopperIds)) {
            database.jdbc()
                    .query(
                            "SELECT SHOPPER_ID, REVISION FROM P13N_PROFILE WHERE SHOPPER_ID IN (" + marks(some)
                                    + ") ORDER BY SHOPPER_ID FOR UPDATE",
                            row -> {
                                found.put(row.getLong("SHOPPER_ID"), row.getLong("REVISION"));
                            },
                            some.toArray());
        }
        return found;
    }

    /** Stores profiles that are not stored yet; joins the caller's transaction. */
    void insert(Collection<ShopperProfile> profiles, long now) {
        List<Object[]> rows = profiles.stream()
                .map(profile -> new Object[] {allowed(profile), profile.encode(), now})
                .toList();
        if (!rows.isEmpty()) {
            database.jdbc().batchUpdate(INSERT, rows);
        }
    }

    /** Stores new states of {@linkplain #lock locked} profiles by their new revision. */
    void update(Map<ShopperProfile, Long> revisions, long now) {
        List<Object[]> rows = new ArrayList<>();
        revisions.forEach(
                (profile, revision) -> rows.add(new Object[] {profile.encode(), now, revision, allowed(profile)}));
        if (!rows.isEmpty()) {
            database.jdbc().batchUpdate(UPDATE, rows);
        }
    }

    /** Deletes the shopper's profile and says how many rows that were; joins the caller's transaction. */
    public int delete(long shopperId) {
        return database.jdbc().update("DELETE FROM P13N_PROFILE WHERE SHOPPER_ID = ?", shopperId);
    }

    private static long allowed(ShopperProfile profile) {
        if (!ShopperIds.mayBeStored(profile.shopperId())) {
            throw new IllegalStateException(
                    "The profile of a session without consent must not be stored: keep it in memory only");
        }
        return profile.shopperId();
    }

    private static List<List<Long>> inPortions(Collection<Long> shopperIds) {
        List<Long> sorted = shopperIds.stream().sorted().toList();
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += SHOPPERS_PER_STATEMENT) {
            portions.add(sorted.subList(from, Math.min(sorted.size(), from + SHOPPERS_PER_STATEMENT)));
        }
        return portions;
    }

    private static String marks(List<Long> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }
}
