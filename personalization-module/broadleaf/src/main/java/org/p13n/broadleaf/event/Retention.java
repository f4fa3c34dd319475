package org.p13n.broadleaf.event;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.RollUp;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The background thread that rolls up and deletes what became too old, a little at a time: each batch in a short
 * transaction of its own, with pauses in between, and along the primary key, which rises with time.
 *
 * <p>What was bought, cancelled and returned stays: it is the shop's own truth and would be learned again from the
 * orders. What a customer has said in so many words stays as long as he is a customer. Of visitors whose cookies have
 * ended long ago, profiles, answers and aliases go too.
 */
public final class Retention {
    /*
     * No node is told to do it. A batch is read, deleted and rolled up in one transaction; if fewer rows were deleted
     * than were read, another node is at it: the transaction is rolled back and this node leaves it to the other one for
     * a while. So a row is counted once, and the nodes need not know of each other.
     */
    private static final int BATCH = 2_000;

    private static final int LISTS_PER_BATCH = 200;
    private static final long PAUSE_MILLIS = 250;
    private static final long NEXT_LOOK_MILLIS = Duration.ofHours(1).toMillis();
    private static final long LEFT_TO_OTHERS_MILLIS = Duration.ofMinutes(10).toMillis();

    /** No cookie lives longer than 13 months, so that nobody comes back as a visitor of whom nothing was heard so long. */
    private static final long VISITOR_MILLIS = Duration.ofDays(400).toMillis();

    private static final String OF_ORDERS =
            codes(InteractionType.PURCHASE, InteractionType.CANCELLATION, InteractionType.RETURN);
    private static final String SAID = codes(
            InteractionType.RATING,
            InteractionType.PREFERENCE,
            InteractionType.NOT_INTERESTED,
            InteractionType.CONCLUSION_REMOVED,
            InteractionType.VIEWED_CLEARED,
            InteractionType.PAUSED,
            InteractionType.RESUMED,
            InteractionType.CONSENT_GIVEN,
            InteractionType.CONSENT_WITHDRAWN);

    private static final String OLD_ROWS = "WHERE INTERACTION_ID > ? AND INTERACTION_ID < ? AND OCCURRED_AT < ?"
            + " AND TYPE_CODE NOT IN (" + OF_ORDERS + ") AND (SHOPPER_ID < 0 OR TYPE_CODE NOT IN (" + SAID + "))"
            + " ORDER BY INTERACTION_ID FETCH FIRST " + BATCH + " ROWS ONLY";
    private static final String OLD_LISTS =
            "SELECT IMPRESSION_ID, SHOPPER_ID, PRODUCT_IDS, SHOWN_AT FROM P13N_IMPRESSION"
                    + " WHERE IMPRESSION_ID > ? AND IMPRESSION_ID < ? AND SHOWN_AT < ?"
                    + " ORDER BY IMPRESSION_ID FETCH FIRST " + LISTS_PER_BATCH + " ROWS ONLY";

    private final PlatformDatabase database;
    private final InteractionTable interactions;
    private final RollUpTable rollUps;
    private final IdleVisitors visitors;
    private final long keptMillis;
    private final ZoneId zone;
    private final LongSupplier clock;
    private final Worker worker;
    private final Range rows = new Range();
    private final Range lists = new Range();
    private long nextLook;

    /** How far along the primary key the present look has come. */
    private static final class Range {
        private long after = Long.MIN_VALUE;
        private boolean done;

        void begin() {
            after = Long.MIN_VALUE;
            done = false;
        }
    }

    /** @param days how long interactions are kept; 0 = for ever */
    public Retention(PlatformDatabase database, InteractionTable interactions, int days, Failures failures) {
        this(database, interactions, days, failures, ZoneId.systemDefault(), System::currentTimeMillis);
    }

    Retention(
            PlatformDatabase database,
            InteractionTable interactions,
            int days,
            Failures failures,
            ZoneId zone,
            LongSupplier clock) {
        this.database = database;
        this.interactions = interactions;
        this.zone = zone;
        this.clock = clock;
        keptMillis = Duration.ofDays(days).toMillis();
        rollUps = new RollUpTable(database);
        visitors = new IdleVisitors(database);
        worker = new Worker("retention", PAUSE_MILLIS, this::step, failures);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop();
    }

    /** One batch, if anything is due. */
    void step() {
        long now = clock.getAsLong();
        if (now < nextLook) {
            return;
        }
        try {
            if (keptMillis > 0 && !rows.done) {
                rows.done = !removeRows(now - keptMillis);
            } else if (keptMillis > 0 && !lists.done) {
                lists.done = !removeLists(now - keptMillis);
            } else if (!visitors.removeSome(now - VISITOR_MILLIS)) {
                beginAgainAt(now + NEXT_LOOK_MILLIS);
            }
        } catch (OptimisticLockingFailureException e) {
            beginAgainAt(now + LEFT_TO_OTHERS_MILLIS);
        }
    }

    private void beginAgainAt(long time) {
        nextLook = time;
        rows.begin();
        lists.begin();
        visitors.begin();
    }

    private boolean removeRows(long before) {
        List<NumberedInteraction> removed = database.inTransaction(() -> {
            List<NumberedInteraction> old = new ArrayList<>();
            interactions.read(
                    OLD_ROWS,
                    (id, interaction) -> old.add(new NumberedInteraction(id, interaction)),
                    rows.after,
                    InteractionIds.lowestAt(before),
                    before);
            delete("DELETE FROM P13N_INTERACTION WHERE INTERACTION_ID = ?", old);
            rollUps.add(
                    RollUp.of(old.stream().map(NumberedInteraction::interaction).toList(), zone));
            return old;
        });
        return isMore(removed, rows);
    }

    private boolean removeLists(long before) {
        List<NumberedInteraction> removed = database.inTransaction(() -> {
            List<NumberedInteraction> old = new ArrayList<>();
            List<Interaction> shown = new ArrayList<>();
            database.jdbc()
                    .query(
                            OLD_LISTS,
                            row -> {
                                long id = row.getLong("IMPRESSION_ID");
                                long shopper = row.getLong("SHOPPER_ID");
                                long at = row.getLong("SHOWN_AT");
                                old.add(new NumberedInteraction(id, shown(shopper, 0, at)));
                                for (String item : row.getString("PRODUCT_IDS").split(",")) {
                                    if (!item.isEmpty()) {
                                        shown.add(shown(shopper, Long.parseLong(item), at));
                                    }
                                }
                            },
                            lists.after,
                            InteractionIds.lowestAt(before),
                            before);
            delete("DELETE FROM P13N_IMPRESSION WHERE IMPRESSION_ID = ?", old);
            rollUps.add(RollUp.of(shown, zone));
            return old;
        });
        return isMore(removed, lists);
    }

    private static boolean isMore(List<NumberedInteraction> removed, Range range) {
        if (!removed.isEmpty()) {
            range.after = removed.get(removed.size() - 1).id();
        }
        return !removed.isEmpty();
    }

    private void delete(String sql, List<NumberedInteraction> old) {
        if (old.isEmpty()) {
            return;
        }
        int deleted = 0;
        for (int count : database.jdbc()
                .batchUpdate(
                        sql, old.stream().map(one -> new Object[] {one.id()}).toList())) {
            deleted += count;
        }
        if (deleted != old.size()) {
            throw new OptimisticLockingFailureException("Another node has deleted some of these rows");
        }
    }

    private static Interaction shown(long shopper, long item, long at) {
        InteractionDetails details = InteractionDetails.NONE.withValue(1).withImpression(1);
        return Interaction.of(InteractionType.IMPRESSION, shopper, item, details, at);
    }

    private static String codes(InteractionType... types) {
        List<String> codes = new ArrayList<>();
        for (InteractionType type : types) {
            codes.add(Integer.toString(type.code()));
        }
        return String.join(", ", codes);
    }
}
