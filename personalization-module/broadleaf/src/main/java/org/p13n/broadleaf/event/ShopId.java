package org.p13n.broadleaf.event;

import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * The random name of the shop's database, made at the first start. What a node keeps on disk is kept by it, so that two
 * shops of one machine, or a database that was set up anew, never get one another's interactions.
 */
public final class ShopId {
    private static final String NAME = "personalization.shop.id";

    private final PlatformDatabase database;
    private final LongSupplier clock = System::currentTimeMillis;

    public ShopId(PlatformDatabase database) {
        this.database = database;
    }

    String get() {
        List<String> found = find();
        if (found.isEmpty()) {
            try {
                database.inTransaction(() -> database.jdbc()
                        .update(
                                "INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY)"
                                        + " VALUES (?, ?, ?, 'module')",
                                NAME,
                                UUID.randomUUID().toString(),
                                clock.getAsLong()));
            } catch (DuplicateKeyException e) {
                // another node has just named it
            }
            found = find();
        }
        return found.get(0);
    }

    private List<String> find() {
        return database.jdbc()
                .queryForList("SELECT SETTING_VALUE FROM P13N_SETTING WHERE NAME = ?", String.class, NAME);
    }
}
