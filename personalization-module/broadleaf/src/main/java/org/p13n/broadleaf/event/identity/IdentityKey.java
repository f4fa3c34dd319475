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
 * the first node makes and all others read. The storefront notes a fingerprint of the key that it works with; the admin
 * does nothing with another one, because nobody would obey its erasures.
 */
public final class IdentityKey {
    public static final String NAME = "personalization.identity.key";

    /** The row that tells with which key the storefront works, and not the key. */
    static final String FINGERPRINT = "personalization.identity.fingerprint";

    private final PlatformDatabase database;
    private final boolean storefront;
    private final LongSupplier clock;
    private final IdentitySecret configured;
    private volatile IdentitySecret secret;
    private volatile String announced;

    /** @param configured the property's value; empty = the key is in the database */
    public IdentityKey(PlatformDatabase database, String configured) {
        this(database, configured, true, System::currentTimeMillis);
    }

    IdentityKey(PlatformDatabase database, String configured, LongSupplier clock) {
        this(database, configured, true, clock);
    }

    private IdentityKey(PlatformDatabase database, String configured, boolean storefront, LongSupplier clock) {
        this.database = database;
        this.storefront = storefront;
        this.clock = clock;
        this.configured = configured.isEmpty() ? null : IdentitySecret.ofHex(configured);
        secret = storefront ? this.configured : null;
    }

    /** The key as the admin uses it: it makes none, and works with none that is not the storefront's. */
    public static IdentityKey ofAdmin(PlatformDatabase database, String configured) {
        return new IdentityKey(database, configured, false, System::currentTimeMillis);
    }

    /** The secret; empty until {@link #load()} has read it. */
    Optional<IdentitySecret> secret() {
        return Optional.ofNullable(secret);
    }

    /**
     * Reads the key, and makes it if there is none yet; does nothing when it is known.
     *
     * @throws WrongKeyException in the admin, if the storefront works with another one
     */
    IdentitySecret load() {
        if (!storefront) {
            return checked();
        }
        IdentitySecret known = secret;
        if (known == null) {
            known = IdentitySecret.ofHex(read().orElseGet(this::make));
            secret = known;
        }
        return known;
    }

    /** Asks each time, because the storefront may have been started with another key meanwhile. */
    private IdentitySecret checked() {
        Optional<String> expected = read(FINGERPRINT);
        IdentitySecret own = configured != null ? configured : ofRow(expected.isPresent());
        if (expected.isPresent() && !expected.get().equals(own.fingerprint())) {
            throw new WrongKeyException();
        }
        return own;
    }

    private IdentitySecret ofRow(boolean storefrontHasOne) {
        Optional<String> row = read();
        if (row.isEmpty() && storefrontHasOne) {
            throw new WrongKeyException();
        }
        return IdentitySecret.ofHex(row.orElseGet(this::make));
    }

    /** Notes with which key this storefront works, for the admin. */
    void announce() {
        String fingerprint = load().fingerprint();
        if (!fingerprint.equals(announced)) {
            if (!read(FINGERPRINT).equals(Optional.of(fingerprint))) {
                replace(fingerprint);
            }
            announced = fingerprint;
        }
    }

    private void replace(String fingerprint) {
        database.inTransaction(() -> {
            database.jdbc().update("DELETE FROM P13N_SETTING WHERE NAME = ?", FINGERPRINT);
            return insert(FINGERPRINT, fingerprint);
        });
    }

    private Optional<String> read() {
        return read(NAME);
    }

    private Optional<String> read(String name) {
        List<String> found = database.jdbc()
                .queryForList("SELECT SETTING_VALUE FROM P13N_SETTING WHERE NAME = ?", String.class, name);
        return found.stream().findFirst();
    }

    private int insert(String name, String value) {
        return database.jdbc()
                .update(
                        "INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY) VALUES (?, ?, ?, ?)",
                        name,
                        value,
                        clock.getAsLong(),
                        "personalization");
    }

    private String make() {
        byte[] fresh = new byte[IdentitySecret.LEAST_BYTES];
        new SecureRandom().nextBytes(fresh);
        String key = HexFormat.of().formatHex(fresh);
        try {
            database.inTransaction(() -> insert(NAME, key));
            return key;
        } catch (DuplicateKeyException e) {
            // another node was faster: its key holds
            return read().orElseThrow(() -> e);
        }
    }
}
