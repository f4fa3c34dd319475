package org.p13n.broadleaf.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.springframework.dao.DuplicateKeyException;

/** What merchandisers have set, in the database that storefront and admin share. */
public final class PersonalizationSettingsStore {
    private static final int LONGEST_WHO = 100;

    private final PlatformDatabase database;
    private final LongSupplier clock;

    /**
     * The last change of a setting.
     *
     * @param at epoch milliseconds
     * @param who the admin user that made it
     */
    public record Change(String value, long at, String who) {}

    public PersonalizationSettingsStore(PlatformDatabase database) {
        this(database, System::currentTimeMillis);
    }

    PersonalizationSettingsStore(PlatformDatabase database, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The stored values by key; what nobody has set yet is missing. */
    public Map<String, String> read() {
        Map<String, String> values = new LinkedHashMap<>();
        changes().forEach((key, change) -> values.put(key, change.value()));
        return values;
    }

    /** The stored values with who set them when, by key; what nobody has set yet is missing. */
    public Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        database.jdbc()
                .query("SELECT NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY FROM P13N_SETTING ORDER BY NAME", row -> {
                    // the table also holds what is no setting, like the shop's secret
                    if (Setting.of(row.getString("NAME")).isPresent()) {
                        changes.put(
                                row.getString("NAME"),
                                new Change(
                                        row.getString("SETTING_VALUE"),
                                        row.getLong("CHANGED_AT"),
                                        row.getString("CHANGED_BY")));
                    }
                });
        return changes;
    }

    /**
     * Stores a value, which every node obeys within seconds.
     *
     * @param who the admin user that sets it
     * @throws IllegalArgumentException if there is no such setting or its rule does not allow the value
     */
    public void save(String key, String value, String who) {
        Setting setting = Setting.of(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no setting '" + key + "' to change"));
        if (!setting.allows(value)) {
            throw new IllegalArgumentException(
                    "The setting " + key + " must be " + setting.rule() + " but is '" + value + "'");
        }
        if (who == null || who.isBlank() || who.length() > LONGEST_WHO) {
            throw new IllegalArgumentException(
                    "A change must name who made it in 1 to " + LONGEST_WHO + " characters but names '" + who + "'");
        }
        database.inTransaction(() -> update(key, value, who) == 1 || insert(key, value, who));
    }

    private int update(String key, String value, String who) {
        return database.jdbc()
                .update(
                        "UPDATE P13N_SETTING SET SETTING_VALUE = ?, CHANGED_AT = ?, CHANGED_BY = ? WHERE NAME = ?",
                        value,
                        clock.getAsLong(),
                        who,
                        key);
    }

    private boolean insert(String key, String value, String who) {
        try {
            return database.jdbc()
                            .update(
                                    "INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY)"
                                            + " VALUES (?, ?, ?, ?)",
                                    key,
                                    value,
                                    clock.getAsLong(),
                                    who)
                    == 1;
        } catch (DuplicateKeyException e) {
            throw new IllegalStateException(
                    "The setting " + key + " was changed by somebody else at the same moment: look at it and try again",
                    e);
        }
    }
}
