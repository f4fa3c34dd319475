package org.p13n.broadleaf.config;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.AliasTable;
import org.p13n.broadleaf.event.identity.ConsentTable;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.broadleaf.event.identity.Erasure;
import org.p13n.broadleaf.event.identity.ErasureTable;
import org.p13n.broadleaf.event.identity.WrongKeyException;
import org.p13n.broadleaf.profile.ShopperExport;
import org.p13n.engine.profile.BrandAffinity;
import org.p13n.engine.profile.CategoryAffinity;
import org.p13n.engine.profile.ShopperProfile;

/**
 * What is stored about a customer, for whoever answers his questions: found by e-mail address or customer number, told in
 * figures, exported whole and erased for good. A guest who was a known visitor is that visitor.
 */
public final class PrivacyRecords {
    private static final int MOST_FOUND = 20;
    private static final int MOST_LIKED = 5;
    private static final int LONGEST_NUMBER = 18;

    private final PlatformDatabase database;
    private final AliasTable aliases;
    private final ConsentTable consents;
    private final ShopperExport export;
    private final Erasure erasure;
    private final ErasureTable erasures;
    private final LongSupplier clock = System::currentTimeMillis;

    /**
     * A customer of the shop, registered or a guest.
     *
     * @param name empty if the shop does not know it
     * @param email empty if the shop does not know it
     */
    public record Customer(long id, String name, String email, boolean registered) {}

    /**
     * What is stored about a customer.
     *
     * @param consent NONE, GRANTED, DENIED or WITHDRAWN
     * @param consentAt epoch milliseconds, 0 if there is no answer
     * @param from when the first stored interaction happened, 0 if there is none
     * @param until when the last one did
     * @param identities how many other ids lead to the customer
     * @param likedCategories the strongest first, by name
     * @param likedBrands the strongest first
     */
    public record Stored(
            Customer customer,
            String consent,
            String textVersion,
            long consentAt,
            long interactions,
            long impressions,
            long from,
            long until,
            int identities,
            boolean profile,
            List<String> likedCategories,
            List<String> likedBrands) {}

    /** Thrown where nothing may be erased; its message says why and what to do. */
    public static final class RefusedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        RefusedException(WrongKeyException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** An erasure that happened. */
    public record Proof(String number, long at, boolean byShopper, long rows) {}

    public PrivacyRecords(
            PlatformDatabase database,
            AliasTable aliases,
            ConsentTable consents,
            ShopperExport export,
            Erasure erasure,
            ErasureTable erasures) {
        this.database = database;
        this.aliases = aliases;
        this.consents = consents;
        this.export = export;
        this.erasure = erasure;
        this.erasures = erasures;
    }

    /** The customers with that e-mail address or that number, newest first; at most {@value #MOST_FOUND}. */
    public List<Customer> find(String emailOrNumber) {
        String wanted = emailOrNumber.strip();
        boolean number = wanted.length() <= LONGEST_NUMBER && wanted.matches("[1-9][0-9]*");
        return database.first(
                MOST_FOUND,
                "SELECT CUSTOMER_ID, FIRST_NAME, LAST_NAME, EMAIL_ADDRESS, IS_REGISTERED FROM BLC_CUSTOMER WHERE "
                        + (number ? "CUSTOMER_ID = ?" : "LOWER(EMAIL_ADDRESS) = LOWER(?)")
                        + " ORDER BY CUSTOMER_ID DESC",
                (row, at) -> customer(row),
                number ? (Object) Long.valueOf(wanted) : wanted);
    }

    /** What is stored about the customer of that number; empty if the shop has none. */
    public Optional<Stored> read(long customerId) {
        return find(Long.toString(customerId)).stream().findFirst().map(this::stored);
    }

    /** Writes everything stored about the customer as JSON. */
    public void export(long customerId, Writer out) throws IOException {
        export.write(shopper(customerId), out);
    }

    /**
     * Erases everything stored about the customer, except that he said no, and gives the proof's number.
     *
     * @throws RefusedException if the admin works with another secret than the storefront
     */
    public String erase(long customerId) {
        try {
            return erasure.erase(shopper(customerId), Erasure.Requester.ADMIN);
        } catch (WrongKeyException e) {
            throw new RefusedException(e);
        }
    }

    /** The latest erasures, newest first. */
    public List<Proof> proofs(int atMost) {
        return erasures.latest(atMost).stream()
                .map(proof -> new Proof(
                        proof.number(), proof.at(), proof.requester() == Erasure.Requester.SHOPPER, proof.rows()))
                .toList();
    }

    private long shopper(long customerId) {
        return aliases.owner(customerId).orElse(customerId);
    }

    private Stored stored(Customer customer) {
        long shopper = shopper(customer.id());
        Answer answer = consents.find(shopper);
        Optional<ShopperProfile> profile = export.profile(shopper);
        long now = clock.getAsLong();
        Map<String, Object> seen = database.jdbc()
                .queryForMap(
                        "SELECT COUNT(*) HOW_MANY, COALESCE(MIN(OCCURRED_AT), 0) SINCE, COALESCE(MAX(OCCURRED_AT), 0) UPTO"
                                + " FROM P13N_INTERACTION WHERE SHOPPER_ID = ?",
                        shopper);
        return new Stored(
                customer,
                answer.consent().name(),
                answer.textVersion(),
                answer.at(),
                number(seen.get("HOW_MANY")),
                database.jdbc()
                        .queryForObject(
                                "SELECT COUNT(*) FROM P13N_IMPRESSION WHERE SHOPPER_ID = ?", Long.class, shopper),
                number(seen.get("SINCE")),
                number(seen.get("UPTO")),
                aliases.aliasesOf(shopper).size(),
                profile.isPresent(),
                profile.map(known -> categories(known, now)).orElse(List.of()),
                profile.map(known -> brands(known, now)).orElse(List.of()));
    }

    private List<String> categories(ShopperProfile profile, long now) {
        List<Object> ids = profile.topCategories(MOST_LIKED, now).stream()
                .map(CategoryAffinity::categoryId)
                .map(Object.class::cast)
                .toList();
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            database.jdbc()
                    .query(
                            "SELECT CATEGORY_ID, NAME FROM BLC_CATEGORY WHERE CATEGORY_ID IN ("
                                    + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                            row -> {
                                names.put(row.getLong("CATEGORY_ID"), row.getString("NAME"));
                            },
                            ids.toArray());
        }
        return ids.stream().map(id -> names.getOrDefault(id, "#" + id)).toList();
    }

    private static List<String> brands(ShopperProfile profile, long now) {
        return profile.topBrands(MOST_LIKED, now).stream()
                .map(BrandAffinity::brand)
                .toList();
    }

    private static Customer customer(ResultSet row) throws SQLException {
        String name = (text(row.getString("FIRST_NAME")) + " " + text(row.getString("LAST_NAME"))).strip();
        return new Customer(
                row.getLong("CUSTOMER_ID"),
                name,
                text(row.getString("EMAIL_ADDRESS")),
                row.getBoolean("IS_REGISTERED"));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
