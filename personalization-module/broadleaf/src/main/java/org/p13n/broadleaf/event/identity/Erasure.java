package org.p13n.broadleaf.event.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.ErasureTable.Proof;
import org.p13n.engine.event.ShopperIds;

/**
 * Removes all that is stored about a shopper, in one transaction, and leaves a proof that names nobody.
 *
 * <p>With the shopper go all his other ids: visitors that he turned out to be, and guests of those. So do the purchases
 * of his orders that were stored without his consent, because an order's number leads to him. A customer's no is kept:
 * forgetting it would make the shop ask, or store, again. What memory, queues and journals hold goes when the nodes read
 * the proof ({@link ErasedShoppers}).
 */
public final class Erasure {
    private static final List<String> TABLES = List.of("P13N_PROFILE", "P13N_INTERACTION", "P13N_IMPRESSION");
    private static final int BASKETS_PER_STATEMENT = 500;
    private static final String PURPOSE = "erasure";
    private static final String VISITOR = "v";

    /** What the marks of customers and guests begin with. */
    static final String CUSTOMER = "c";

    private final PlatformDatabase database;
    private final AliasTable aliases;
    private final ErasureTable erasures;
    private final IdentityKey key;
    private final LongSupplier clock;

    /** Who asked for an erasure. */
    public enum Requester {
        SHOPPER,
        ADMIN;

        static Requester of(String stored) {
            return SHOPPER.name().equals(stored) ? SHOPPER : ADMIN;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Erasure(PlatformDatabase database, AliasTable aliases, ErasureTable erasures, IdentityKey key) {
        this(database, aliases, erasures, key, System::currentTimeMillis);
    }

    Erasure(PlatformDatabase database, AliasTable aliases, ErasureTable erasures, IdentityKey key, LongSupplier clock) {
        this.database = database;
        this.aliases = aliases;
        this.erasures = erasures;
        this.key = key;
        this.clock = clock;
    }

    /**
     * By what nodes recognize who was erased, without the database saying who it was. It says whether he was a customer,
     * whose number is so small that whoever has the key finds it by trying, so that such a mark need not stay long.
     */
    static String mark(IdentitySecret secret, long shopperId) {
        return (shopperId > 0 ? CUSTOMER : VISITOR) + secret.sign(PURPOSE, Long.toString(shopperId));
    }

    /**
     * Erases the shopper; doing it again only adds another proof. Joins the caller's transaction if there is one.
     *
     * @return the proof's number
     */
    public String erase(long shopperId, Requester requester) {
        if (!ShopperIds.mayBeStored(shopperId)) {
            throw new IllegalArgumentException(
                    "There is nothing to erase of a session without consent: nothing of it is stored");
        }
        IdentitySecret secret = key.load();
        return database.inTransaction(() -> {
            Set<Long> ids = new LinkedHashSet<>(List.of(shopperId));
            ids.addAll(aliases.aliasesOf(shopperId));
            long rows = 0;
            for (long id : ids) {
                rows += remove(id);
            }
            rows += remove(shopperId); // what was being moved to him, and waited for, while his other ids were erased
            String number = UUID.randomUUID().toString().replace("-", "");
            List<String> marks = ids.stream().map(id -> mark(secret, id)).toList();
            erasures.insert(new Proof(number, clock.getAsLong(), requester, rows), marks);
            return number;
        });
    }

    private long remove(long id) {
        long rows = aliases.deleteOf(id) + removeConsent(id);
        for (String table : TABLES) {
            rows += database.jdbc().update("DELETE FROM " + table + " WHERE SHOPPER_ID = ?", id);
        }
        return rows + (id > 0 ? removeBaskets(id) : 0);
    }

    private int removeConsent(long id) {
        return database.jdbc()
                .update(
                        "DELETE FROM P13N_CONSENT WHERE SHOPPER_ID = ?"
                                + (id > 0 ? " AND CONSENT_STATE NOT IN ('DENIED', 'WITHDRAWN')" : ""),
                        id);
    }

    private long removeBaskets(long customerId) {
        List<Object[]> baskets = new ArrayList<>();
        for (Long order : database.jdbc()
                .queryForList("SELECT ORDER_ID FROM BLC_ORDER WHERE CUSTOMER_ID = ?", Long.class, customerId)) {
            if (order > 0) {
                baskets.add(new Object[] {ShopperIds.basket(order)});
            }
        }
        long rows = 0;
        for (int from = 0; from < baskets.size(); from += BASKETS_PER_STATEMENT) {
            List<Object[]> some = baskets.subList(from, Math.min(baskets.size(), from + BASKETS_PER_STATEMENT));
            for (int removed : database.jdbc().batchUpdate("DELETE FROM P13N_INTERACTION WHERE SHOPPER_ID = ?", some)) {
                rows += removed;
            }
        }
        return rows;
    }
}
