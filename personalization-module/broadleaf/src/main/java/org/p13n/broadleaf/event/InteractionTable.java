package org.p13n.broadleaf.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;
import org.springframework.dao.DuplicateKeyException;

/** The stored interactions, and the lists that were shown. Reads stream, so that memory does not grow with the table. */
public final class InteractionTable {
    private static final int FETCH_SIZE = 2_000;
    private static final String SELECT = "SELECT " + InteractionColumns.NAMES + " FROM P13N_INTERACTION ";

    /** A statement that writes and takes longer than this is given up and tried again later. */
    private static final int SLOWEST_WRITE_SECONDS = 30;

    /** More lines than this no basket has. */
    private static final int MOST_LINES = 10_000;

    private final PlatformDatabase database;
    private final PlatformDatabase writes;
    private final InteractionIds ids;
    private final Failures failures;
    private final ImpressionTable impressions;
    private final Aliases aliases;
    private final Refusals refusals;
    private volatile Companion companion = Companion.NONE;

    /** Takes one stored interaction at a time. */
    public interface Reader {
        void read(long id, Interaction interaction);
    }

    public InteractionTable(PlatformDatabase database, InteractionIds ids, Failures failures) {
        this.database = database;
        this.ids = ids;
        this.failures = failures;
        writes = database.within(SLOWEST_WRITE_SECONDS);
        impressions = new ImpressionTable(writes, failures);
        aliases = new Aliases(writes);
        refusals = new Refusals(writes);
    }

    /** From now on that is stored together with interactions. */
    public void storeTogetherWith(Companion other) {
        companion = other;
    }

    /** Stores all or nothing; joins the caller's transaction if there is one. */
    public void insert(List<Interaction> interactions) {
        try {
            insertNumbered(interactions.stream().map(this::number).toList());
        } catch (DuplicateKeyException e) {
            ids.redraw();
            throw e;
        }
    }

    /** Gives the interaction the id under which it is to be stored. */
    NumberedInteraction number(Interaction interaction) {
        boolean named = interaction.type() == InteractionType.IMPRESSION;
        return new NumberedInteraction(named ? interaction.details().impressionId() : ids.next(), interaction);
    }

    /**
     * Like {@link #insert}, under ids that are given already.
     *
     * @return what was stored, of whom it was stored: without what its shopper has refused
     */
    List<NumberedInteraction> insertNumbered(List<NumberedInteraction> interactions) {
        List<NumberedInteraction> allowed =
                interactions.stream().filter(this::mayBeStored).toList();
        if (allowed.isEmpty()) {
            return List.of();
        }
        return writes.inTransaction(() -> {
            List<NumberedInteraction> owned = refusals.without(withPresentShoppers(allowed));
            impressions.insert(owned.stream().filter(InteractionTable::isShown).toList());
            List<NumberedInteraction> others =
                    owned.stream().filter(one -> !isShown(one)).toList();
            writes.jdbc()
                    .batchUpdate(
                            InteractionColumns.INSERT,
                            others.stream()
                                    .map(one -> InteractionColumns.values(one.id(), one.interaction()))
                                    .toList(),
                            InteractionColumns.TYPES);
            companion.stored(
                    owned.stream().map(NumberedInteraction::interaction).toList());
            return owned;
        });
    }

    /** What a visitor did who is known to be somebody else by now belongs to that one. */
    private List<NumberedInteraction> withPresentShoppers(List<NumberedInteraction> interactions) {
        Set<Long> shoppers = new HashSet<>();
        interactions.forEach(one -> shoppers.add(one.interaction().shopperId()));
        Map<Long, Long> present = aliases.among(shoppers);
        if (present.isEmpty()) {
            return interactions;
        }
        return interactions.stream()
                .map(one -> new NumberedInteraction(
                        one.id(),
                        one.interaction()
                                .of(present.getOrDefault(
                                        one.interaction().shopperId(),
                                        one.interaction().shopperId()))))
                .toList();
    }

    static boolean isShown(NumberedInteraction one) {
        return one.interaction().type() == InteractionType.IMPRESSION;
    }

    /** The lists of which none is stored under its id. */
    Collection<NumberedInteraction> notStored(Collection<NumberedInteraction> lists) {
        return impressions.notStored(lists);
    }

    /** Draws other ids from now on, after another node has turned out to draw the same ones. */
    void drawOtherIds() {
        ids.redraw();
    }

    /** Whether the database takes interactions now. */
    boolean takesOthers() {
        return new WriteProbe(writes, ids).isTaken();
    }

    /** The stored interactions of these ids; lists that were shown are not among them. */
    Map<Long, Interaction> find(Collection<Long> wanted) {
        Map<Long, Interaction> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            writes.jdbc()
                    .query(
                            SELECT + "WHERE INTERACTION_ID IN ("
                                    + String.join(", ", Collections.nCopies(wanted.size(), "?")) + ")",
                            (ResultSet row) -> read(row, found::put),
                            wanted.toArray());
        }
        return found;
    }

    /** Who asks to store what nobody agreed to has a bug; that must not cost a shopper his privacy. */
    private boolean mayBeStored(NumberedInteraction one) {
        boolean allowed = ShopperIds.mayBeStored(one.interaction().shopperId());
        if (!allowed) {
            failures.report("storing without consent", new IllegalStateException("refused"));
        }
        return allowed;
    }

    /** Whether this node stored the row with that id. */
    public boolean isOwn(long id) {
        return ids.isOwn(id);
    }

    /** Reads everything in the order in which it happened. */
    public void readAll(Reader reader) {
        stream(SELECT + "ORDER BY OCCURRED_AT, INTERACTION_ID", reader);
    }

    /** Reads what was stored with that id or a later one. */
    public void readSince(long id, Reader reader) {
        stream(SELECT + "WHERE INTERACTION_ID >= ? ORDER BY INTERACTION_ID", reader, id);
    }

    /** What the shopper did last, oldest first. */
    public List<Interaction> lastOf(long shopperId, int atMost) {
        List<Interaction> found = new ArrayList<>();
        readFirst(
                atMost,
                "WHERE SHOPPER_ID = ? ORDER BY OCCURRED_AT DESC, INTERACTION_ID DESC",
                (id, interaction) -> found.add(interaction),
                shopperId);
        Collections.reverse(found);
        return found;
    }

    /** Like {@link #lastOf}, and before that everything that the shopper said about himself. */
    public List<Interaction> historyOf(long shopperId, int atMost) {
        return new ShopperHistory(this).of(shopperId, atMost);
    }

    /** Reads no more rows than that of those that the rest of a SELECT means; gives up when it takes too long. */
    void readFirst(int atMost, String rest, Reader reader, Object... arguments) {
        writes.jdbc()
                .query(
                        connection -> {
                            PreparedStatement statement = prepared(connection, SELECT + rest, arguments);
                            statement.setMaxRows(atMost);
                            return statement;
                        },
                        (ResultSet row) -> read(row, reader));
    }

    /**
     * Gives what one shopper, or the basket of nobody, did and was shown to a shopper, with all that is made of it. Doing
     * it again changes nothing.
     *
     * @return how many interactions changed hands
     */
    public int move(long from, long toShopper) {
        try {
            return moveOnce(from, toShopper);
        } catch (DuplicateKeyException e) {
            // the shopper's profile began at the same moment: the second try finds it
            return moveOnce(from, toShopper);
        }
    }

    private int moveOnce(long from, long toShopper) {
        return writes.inTransaction(() -> {
            if (ShopperIds.isPerson(from)) {
                companion.moved(from, toShopper);
                impressions.move(from, toShopper);
                return moveRows(from, toShopper);
            }
            List<Interaction> lines = lastOf(from, MOST_LINES);
            int moved = moveRows(from, toShopper);
            if (moved > 0) { // else another node was faster
                companion.stored(lines.stream().map(line -> line.of(toShopper)).toList());
            }
            return moved;
        });
    }

    private int moveRows(long from, long toShopper) {
        return writes.jdbc().update("UPDATE P13N_INTERACTION SET SHOPPER_ID = ? WHERE SHOPPER_ID = ?", toShopper, from);
    }

    /** Deletes what the shopper did and was shown, and says how many rows that were; joins the caller's transaction. */
    public long deleteOf(long shopperId) {
        return database.inTransaction(() -> (long) impressions.deleteOf(shopperId)
                + database.jdbc().update("DELETE FROM P13N_INTERACTION WHERE SHOPPER_ID = ?", shopperId));
    }

    /**
     * Deletes what the shopper did and was shown until then, and whatever was made of it. That he took his consent back
     * stays: it is stored by the very transaction that erases all else, and never comes late.
     */
    void deleteUntil(long shopperId, long until) {
        database.inTransaction(() -> {
            companion.forgotten(shopperId);
            return impressions.deleteUntil(shopperId, until)
                    + database.jdbc()
                            .update(
                                    "DELETE FROM P13N_INTERACTION WHERE SHOPPER_ID = ? AND OCCURRED_AT <= ?"
                                            + " AND TYPE_CODE <> ?",
                                    shopperId,
                                    until,
                                    InteractionType.CONSENT_WITHDRAWN.code());
        });
    }

    /** How many rows there are. */
    public long count() {
        return database.jdbc().queryForObject("SELECT COUNT(*) FROM P13N_INTERACTION", Long.class);
    }

    /** How many rows came from an import, which gives them negative ids. */
    public long imported() {
        return database.jdbc()
                .queryForObject("SELECT COUNT(*) FROM P13N_INTERACTION WHERE INTERACTION_ID < 0", Long.class);
    }

    /** Reads the rows that the rest of a SELECT means, in its order; joins the caller's transaction. */
    void read(String rest, Reader reader, Object... arguments) {
        stream(SELECT + rest, reader, arguments);
    }

    private void stream(String sql, Reader reader, Object... arguments) {
        // PostgreSQL streams by fetch size only inside a transaction
        database.inTransaction(() -> {
            database.jdbc()
                    .query(
                            connection -> {
                                PreparedStatement statement = prepared(connection, sql, arguments);
                                statement.setFetchSize(FETCH_SIZE);
                                return statement;
                            },
                            (ResultSet row) -> read(row, reader));
            return null;
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private void read(ResultSet row, Reader reader) throws SQLException {
        Interaction interaction;
        try {
            interaction = InteractionColumns.interaction(row);
        } catch (IllegalArgumentException e) {
            // somebody else wrote nonsense into the table: one row is ignored, the rest is read
            failures.report("reading a stored interaction", e);
            return;
        }
        reader.read(row.getLong("INTERACTION_ID"), interaction);
    }
}
