package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * The orders that must not be connected with their buyers, noted before they are placed: whichever node learns them, and
 * whatever becomes of the one that took them.
 */
public final class ApartOrders {
    /** An order whose checkout was given up is not placed later than that, in milliseconds. */
    private static final long GIVEN_UP_AFTER_MILLIS = 400L * 24 * 60 * 60 * 1_000;

    private final PlatformDatabase database;
    private final LongSupplier clock;

    public ApartOrders(PlatformDatabase database) {
        this(database, System::currentTimeMillis);
    }

    ApartOrders(PlatformDatabase database, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(long orderId) {
        try {
            database.inTransaction(() -> database.jdbc()
                    .update(
                            "INSERT INTO P13N_ORDER_APART (ORDER_ID, NOTED_AT) VALUES (?, ?)",
                            orderId,
                            clock.getAsLong()));
        } catch (DuplicateKeyException e) {
            // it was tried before
        }
    }

    /** Those of the orders that are noted. */
    Set<Long> among(Collection<Long> orderIds) {
        return new HashSet<>(database.jdbc()
                .queryForList(
                        "SELECT ORDER_ID FROM P13N_ORDER_APART WHERE ORDER_ID IN (" + marks(orderIds) + ")",
                        Long.class,
                        orderIds.toArray()));
    }

    /** They are learned, which says it for good; so are notes that have led to nothing. */
    void remove(Collection<Long> orderIds) {
        database.jdbc()
                .update(
                        "DELETE FROM P13N_ORDER_APART WHERE ORDER_ID IN (" + marks(orderIds) + ") OR NOTED_AT < ?",
                        withAge(orderIds));
    }

    private Object[] withAge(Collection<Long> orderIds) {
        List<Object> arguments = new ArrayList<>(orderIds);
        arguments.add(clock.getAsLong() - GIVEN_UP_AFTER_MILLIS);
        return arguments.toArray();
    }

    private static String marks(Collection<Long> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }
}
