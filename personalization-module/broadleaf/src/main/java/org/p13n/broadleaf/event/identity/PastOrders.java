package org.p13n.broadleaf.event.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.event.ShopperIds;

/**
 * Gives a customer who has just agreed the purchases of his earlier orders, which were stored as baskets of nobody until
 * then, and his profile learns them with it. Each basket changes hands once, whichever node does it; what a crash left behind is
 * found again.
 */
public final class PastOrders {
    private static final long SWEEP_EVERY_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final long SWEEP_BACK_MILLIS = Duration.ofDays(2).toMillis();

    /** What is added to an order's number to get its basket's id. */
    private static final long FIRST_BASKET = ShopperIds.basket(1) - 1;

    private final PlatformDatabase database;
    private final ConsentTable consents;
    private final InteractionTable interactions;
    private final LongSupplier clock;
    private final Queue<Long> agreed = new ConcurrentLinkedQueue<>();
    private long nextSweep;
    private long sweepFrom;

    public PastOrders(PlatformDatabase database, ConsentTable consents, InteractionTable interactions) {
        this(database, consents, interactions, System::currentTimeMillis);
    }

    PastOrders(PlatformDatabase database, ConsentTable consents, InteractionTable interactions, LongSupplier clock) {
        this.database = database;
        this.consents = consents;
        this.interactions = interactions;
        this.clock = clock;
    }

    /** The customer has just agreed: his orders are looked for with the next run. */
    void of(long customerId) {
        agreed.add(customerId);
    }

    void run() {
        for (Long customer = agreed.peek(); customer != null; customer = agreed.peek()) {
            give(customer);
            agreed.remove();
        }
        long now = clock.getAsLong();
        if (now >= nextSweep) {
            customersWithBaskets().forEach(this::give);
            nextSweep = now + SWEEP_EVERY_MILLIS;
            sweepFrom = now - SWEEP_BACK_MILLIS;
        }
    }

    private List<Long> customersWithBaskets() {
        return database.jdbc()
                .queryForList(
                        "SELECT DISTINCT c.SHOPPER_ID FROM P13N_CONSENT c"
                                + " JOIN BLC_ORDER o ON o.CUSTOMER_ID = c.SHOPPER_ID"
                                + " JOIN P13N_INTERACTION i ON i.SHOPPER_ID = o.ORDER_ID + CAST(? AS BIGINT)"
                                + " LEFT JOIN P13N_ORDER l ON l.ORDER_ID = o.ORDER_ID"
                                + " WHERE c.CONSENT_STATE = ? AND c.CHANGED_AT >= ?"
                                + " AND (l.KEPT_APART IS NULL OR l.KEPT_APART = ?)",
                        Long.class,
                        FIRST_BASKET,
                        Consent.GRANTED.name(),
                        sweepFrom,
                        false);
    }

    private void give(long customerId) {
        for (Long order : orders(customerId, consents.find(customerId).at())) {
            database.inTransaction(() -> {
                // who withdraws in this moment waits for the row, and then erases what has just become his
                boolean agrees = consents.lock(customerId).consent() == Consent.GRANTED;
                return agrees ? interactions.move(ShopperIds.basket(order), customerId) : 0;
            });
        }
    }

    /** The orders placed before the yes, but those placed under a signal for no; a basket of a later order has its reason. */
    private List<Long> orders(long customerId, long agreedAt) {
        return database.jdbc()
                .queryForList(
                        "SELECT o.ORDER_ID FROM BLC_ORDER o LEFT JOIN P13N_ORDER l ON l.ORDER_ID = o.ORDER_ID"
                                + " WHERE o.CUSTOMER_ID = ? AND o.SUBMIT_DATE <= ? AND o.ORDER_ID > 0"
                                + " AND (l.KEPT_APART IS NULL OR l.KEPT_APART = ?)"
                                + " ORDER BY o.SUBMIT_DATE, o.ORDER_ID",
                        Long.class,
                        customerId,
                        new Timestamp(agreedAt),
                        false);
    }
}
