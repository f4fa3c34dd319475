package org.p13n.broadleaf.event.identity;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.springframework.dao.DuplicateKeyException;

/**
 * Where the shop's secret is kept: in the property {@value #NAME}, or in a row of that name in {@code P13N_SETTING} that
 * the first node makes and all others read.
 */
public final class IdentityKey {
    public static final String NAME = "personalization.identity.key";

    private final PlatformDatabase database;
    private final LongSupplier clock;
    private volatile IdentitySecret secret;

    /** @param configured the property's value; empty = the key is in the database */
    public IdentityKey(PlatformDatabase database, String configured) {
        this(database, configured, System::currentTimeMillis);
    }

    IdentityKey(PlatformDatabase database, String configured, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
        secret = configured.isEmpty() ? null : IdentitySecret.ofHex(configured);
    }

    /** The secret; empty until {@link #load()} has read it. */
    Optional<IdentitySecret> secret() {
        return Optional.ofNullable(secret);
    }

    /** Reads the key, and makes it if there is none yet; does nothing when it is known. */
    IdentitySecret load() {
        IdentitySecret known = secret;
        if (known == null) {
            known = IdentitySecret.ofHex(read().orElseGet(this::make));
            secret = known;
        }
        return known;
    }

    private Optional<String> read() {
        List<String> found = database.jdbc()
                .queryForList("SELECT SETTING_VALUE FROM P13N_SETTING WHERE NAME = ?", String.class, NAME);
        return found.stream().findFirst();
    }

    private String make() {
        byte[] fresh = new byte[IdentitySecret.LEAST_BYTES];
        new SecureRandom().nextBytes(fresh);
        String key = HexFormat.of().formatHex(fresh);
        try {
            database.inTransaction(() -> database.jdbc()
                    .update(
                            "INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY) VALUES (?, ?, ?, ?)",
                            NAME,
                            key,
                            clock.getAsLong(),
                            "personalization"));
            return key;
        } catch (DuplicateKeyException e) {
            // another node was faster: its key holds
            return read().orElseThrow(() -> e);
        }
    }
}
