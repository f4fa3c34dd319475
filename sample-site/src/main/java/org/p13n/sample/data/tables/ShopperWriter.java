package org.p13n.sample.data.tables;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/** The store's customers by the retailer's customer id; one that is met for the first time becomes a new customer. */
final class ShopperWriter implements AutoCloseable {
    static final String EXTERNAL_ID = "external_id";
    static final String SIMULATED = "simulated";
    private static final String SHOPPER_ROLE = "ROLE_USER";

    private final PlatformIds ids;
    private final Function<String, ShopperDetails> details;
    private final PasswordEncoding passwords;
    private final SecureRandom unguessable = new SecureRandom();
    private final Map<String, Long> byExternalId = new HashMap<>();
    private final long roleId;
    private final String locale;
    private final InsertBatch batch;
    private final InsertBatch.Rows customers;
    private final InsertBatch.Rows attributes;
    private final InsertBatch.Rows roles;
    private final ConsentRows consents;
    private long added;

    ShopperWriter(
            Connection connection,
            PlatformIds ids,
            Function<String, ShopperDetails> details,
            PasswordEncoding passwords,
            String locale)
            throws SQLException {
        this.ids = ids;
        this.details = details;
        this.passwords = passwords;
        this.locale = locale;
        this.roleId = role(connection);
        readKnown(connection);
        this.batch = new InsertBatch(connection);
        this.customers = batch.into(
                "BLC_CUSTOMER",
                "CUSTOMER_ID",
                "USER_NAME",
                "PASSWORD",
                "EMAIL_ADDRESS",
                "FIRST_NAME",
                "LAST_NAME",
                "IS_REGISTERED",
                "DEACTIVATED",
                "RECEIVE_EMAIL",
                "PASSWORD_CHANGE_REQUIRED",
                "DATE_CREATED",
                "DATE_UPDATED",
                "LOCALE_CODE");
        this.attributes = batch.into("BLC_CUSTOMER_ATTRIBUTE", "CUSTOMER_ATTR_ID", "NAME", "VALUE", "CUSTOMER_ID");
        this.roles = batch.into("BLC_CUSTOMER_ROLE", "CUSTOMER_ROLE_ID", "CUSTOMER_ID", "ROLE_ID");
        this.consents = new ConsentRows(connection, batch);
    }

    /** The customer's id; a new customer has been there since {@code since}. */
    long idOf(String externalId, Instant since) throws SQLException {
        Long known = byExternalId.get(externalId);
        if (known != null) {
            return known;
        }
        long id = add(details.apply(externalId), since);
        attributes.add(ids.next(PlatformIds.Table.CUSTOMER_ATTRIBUTE), EXTERNAL_ID, externalId, id);
        byExternalId.put(externalId, id);
        return id;
    }

    /**
     * A new customer for one guest's order. Each guest is a shopper of their own: one customer for all of them would
     * be a giant whose taste is the average of everybody.
     */
    long newGuest(Instant since) throws SQLException {
        return add(ShopperDetails.guest(), since);
    }

    String emailOf(String externalId) {
        return externalId == null ? null : details.apply(externalId).email();
    }

    /** The customer agreed that the store remembers what he does. */
    void agreed(long customerId, String textVersion, Instant at) throws SQLException {
        consents.agreed(customerId, textVersion, at);
    }

    long added() {
        return added;
    }

    void flush() throws SQLException {
        batch.flush();
    }

    @Override
    public void close() throws SQLException {
        batch.close();
    }

    private long add(ShopperDetails shopper, Instant since) throws SQLException {
        long id = ids.next(PlatformIds.Table.CUSTOMER);
        customers.add(
                id,
                shopper.email() == null ? String.valueOf(id) : shopper.email(),
                shopper.registered() ? password(id, shopper) : null,
                shopper.email(),
                shopper.firstName(),
                shopper.lastName(),
                shopper.registered(),
                false,
                false,
                false,
                since,
                since,
                locale);
        if (shopper.registered()) {
            roles.add(ids.next(PlatformIds.Table.CUSTOMER_ROLE), id, roleId);
        }
        if (shopper.simulated()) {
            attributes.add(ids.next(PlatformIds.Table.CUSTOMER_ATTRIBUTE), SIMULATED, "true", id);
            agreed(id, SIMULATED, since);
        }
        added++;
        return id;
    }

    /**
     * An account that nobody shall log in to keeps a random text that no encoder makes: with none at all the
     * platform's plain-text encoder would accept the word "null".
     */
    private String password(long id, ShopperDetails shopper) {
        if (shopper.password() != null) {
            return passwords.encode(id, shopper.password());
        }
        byte[] random = new byte[32];
        unguessable.nextBytes(random);
        return "!" + HexFormat.of().formatHex(random);
    }

    private long role(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT ROLE_ID FROM BLC_ROLE WHERE ROLE_NAME = ?")) {
            query.setString(1, SHOPPER_ROLE);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
        }
        long id = ids.next(PlatformIds.Table.ROLE);
        try (InsertBatch newRole = new InsertBatch(connection)) {
            newRole.into("BLC_ROLE", "ROLE_ID", "ROLE_NAME").add(id, SHOPPER_ROLE);
            newRole.flush();
        }
        return id;
    }

    private void readKnown(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT VALUE, CUSTOMER_ID FROM BLC_CUSTOMER_ATTRIBUTE WHERE NAME = ?")) {
            query.setString(1, EXTERNAL_ID);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byExternalId.put(row.getString(1), row.getLong(2));
                }
            }
        }
    }
}
