package org.p13n.broadleaf.config;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.event.Attribution;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ListOutcome;

/**
 * What came of the lists that were shown, by where they stood and how they were chosen: the lists of the last days, and
 * what shoppers did because of them until now.
 */
public final class ShownListOutcomes {
    /*
     * The database counts. Only orders are read row by row, one after the other, because what is cancelled or returned is
     * deducted from what was bought in the same order: that rule is the engine's.
     */
    private static final String COUNT_SHOWN =
            "SELECT PLACEMENT, STRATEGY, COUNT(*) HOW_OFTEN FROM P13N_IMPRESSION WHERE SHOWN_AT >= ?"
                    + " GROUP BY PLACEMENT, STRATEGY";
    private static final String COUNT_REACTIONS =
            "SELECT L.PLACEMENT, L.STRATEGY, I.TYPE_CODE, COUNT(*) HOW_OFTEN, COUNT(DISTINCT L.IMPRESSION_ID) LISTS"
                    + " FROM P13N_INTERACTION I JOIN P13N_IMPRESSION L ON L.IMPRESSION_ID = I.IMPRESSION_ID"
                    + " WHERE I.OCCURRED_AT >= ? AND L.SHOWN_AT >= ? AND I.TYPE_CODE IN ("
                    + codes(InteractionType.IMPRESSION_SEEN, InteractionType.CLICK, InteractionType.CART_ADD)
                    + ") GROUP BY L.PLACEMENT, L.STRATEGY, I.TYPE_CODE";
    private static final String READ_ORDERS =
            "SELECT I.TYPE_CODE, I.SHOPPER_ID, I.PRODUCT_ID, I.QUANTITY, I.ORDER_ID, I.OCCURRED_AT, I.IMPRESSION_ID,"
                    + " L.PLACEMENT, L.STRATEGY, L.SHOWN_AT FROM P13N_INTERACTION I"
                    + " LEFT JOIN P13N_IMPRESSION L ON L.IMPRESSION_ID = I.IMPRESSION_ID"
                    + " WHERE I.OCCURRED_AT >= ? AND I.TYPE_CODE IN ("
                    + codes(InteractionType.PURCHASE, InteractionType.CANCELLATION, InteractionType.RETURN)
                    + ") AND I.ORDER_ID IN (SELECT P.ORDER_ID FROM P13N_INTERACTION P"
                    + " JOIN P13N_IMPRESSION S ON S.IMPRESSION_ID = P.IMPRESSION_ID"
                    + " WHERE P.OCCURRED_AT >= ? AND S.SHOWN_AT >= ? AND P.TYPE_CODE = "
                    + InteractionType.PURCHASE.code() + ") ORDER BY I.ORDER_ID, I.INTERACTION_ID";
    private static final int ROWS_AT_A_TIME = 1_000;

    private final PlatformDatabase database;
    private final LongSupplier clock;

    /**
     * What came of the lists of one kind.
     *
     * @param placement where they stood, like {@code search}
     * @param strategy how their products were chosen, like {@code also-like}
     * @param shown how many there were
     * @param seen how many of them came into sight, as far as browsers tell
     * @param chosenFrom from how many of them a product was chosen
     * @param result what shoppers did because of them
     */
    public record Outcome(
            String placement, String strategy, long shown, long seen, long chosenFrom, ListOutcome result) {
        /** The click-through rate: of the lists shown, the share from which a product was chosen. */
        public double clickThrough() {
            return shown == 0 ? 0 : (double) chosenFrom / shown;
        }
    }

    private record Kind(String placement, String strategy) {
        static Kind of(ResultSet row) throws SQLException {
            return new Kind(row.getString("PLACEMENT"), row.getString("STRATEGY"));
        }
    }

    private static final class Tally {
        private final Map<Kind, Outcome> outcomes = new HashMap<>();

        void add(Kind kind, long shown, long seen, long chosenFrom, ListOutcome result) {
            outcomes.merge(
                    kind,
                    new Outcome(kind.placement(), kind.strategy(), shown, seen, chosenFrom, result),
                    (a, b) -> new Outcome(
                            a.placement(),
                            a.strategy(),
                            a.shown() + b.shown(),
                            a.seen() + b.seen(),
                            a.chosenFrom() + b.chosenFrom(),
                            a.result().plus(b.result())));
        }
    }

    public ShownListOutcomes(PlatformDatabase database) {
        this(database, System::currentTimeMillis);
    }

    ShownListOutcomes(PlatformDatabase database, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The outcomes of the lists shown in so many days up to now, those shown most often first. */
    public List<Outcome> ofLast(int days) {
        long since = clock.getAsLong() - Duration.ofDays(days).toMillis();
        Tally tally = new Tally();
        database.inTransaction(() -> {
            countShown(since, tally);
            countReactions(since, tally);
            readOrders(since, tally);
            return null;
        });
        return tally.outcomes.values().stream()
                .sorted(Comparator.comparingLong(Outcome::shown)
                        .reversed()
                        .thenComparing(Outcome::placement)
                        .thenComparing(Outcome::strategy))
                .toList();
    }

    private void countShown(long since, Tally tally) {
        database.jdbc()
                .query(
                        COUNT_SHOWN,
                        row -> {
                            tally.add(Kind.of(row), row.getLong("HOW_OFTEN"), 0, 0, ListOutcome.NOTHING);
                        },
                        since);
    }

    private void countReactions(long since, Tally tally) {
        database.jdbc()
                .query(
                        COUNT_REACTIONS,
                        row -> {
                            Kind kind = Kind.of(row);
                            long times = row.getLong("HOW_OFTEN");
                            long lists = row.getLong("LISTS");
                            switch (InteractionType.ofCode(row.getInt("TYPE_CODE"))) {
                                case IMPRESSION_SEEN -> tally.add(kind, 0, lists, 0, ListOutcome.NOTHING);
                                case CLICK -> tally.add(kind, 0, 0, lists, new ListOutcome(times, 0, 0, 0));
                                default -> tally.add(kind, 0, 0, 0, new ListOutcome(0, times, 0, 0));
                            }
                        },
                        since,
                        since);
    }

    private void readOrders(long since, Tally tally) {
        OneOrder order = new OneOrder(since, tally);
        database.jdbc()
                .query(
                        connection -> {
                            PreparedStatement statement = connection.prepareStatement(READ_ORDERS);
                            statement.setFetchSize(ROWS_AT_A_TIME);
                            for (int place = 1; place <= 3; place++) {
                                statement.setLong(place, since);
                            }
                            return statement;
                        },
                        order::read);
        order.close();
    }

    private static String codes(InteractionType first, InteractionType second, InteractionType third) {
        return first.code() + ", " + second.code() + ", " + third.code();
    }

    /** The rows of the order that is being read: there is never more than one in memory. */
    private static final class OneOrder {
        private final long since;
        private final Tally tally;
        private final List<Interaction> rows = new ArrayList<>();
        private final Map<Long, Kind> lists = new HashMap<>();

        OneOrder(long since, Tally tally) {
            this.since = since;
            this.tally = tally;
        }

        void read(ResultSet row) throws SQLException {
            long id = row.getLong("ORDER_ID");
            if (!rows.isEmpty() && rows.get(0).orderId() != id) {
                close();
            }
            long list = row.getLong("IMPRESSION_ID");
            if (row.getLong("SHOWN_AT") >= since) {
                lists.put(list, Kind.of(row));
            }
            rows.add(new Interaction(
                    InteractionType.ofCode(row.getInt("TYPE_CODE")),
                    row.getLong("SHOPPER_ID"),
                    row.getLong("PRODUCT_ID"),
                    0,
                    null,
                    row.getInt("QUANTITY"),
                    id,
                    row.getLong("OCCURRED_AT"),
                    InteractionDetails.NONE.withImpression(list)));
        }

        void close() {
            Attribution.of(rows, Duration.ZERO).outcomes().forEach((list, outcome) -> {
                if (lists.containsKey(list)) {
                    tally.add(lists.get(list), 0, 0, 0, outcome);
                }
            });
            rows.clear();
            lists.clear();
        }
    }
}
