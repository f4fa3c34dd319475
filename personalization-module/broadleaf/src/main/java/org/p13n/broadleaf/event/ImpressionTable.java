package org.p13n.broadleaf.event;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShownList;

/** The stored lists that were shown; {@link InteractionTable} is the way to it. */
final class ImpressionTable {
    private static final String INSERT = "INSERT INTO P13N_IMPRESSION (IMPRESSION_ID, SHOPPER_ID, PLACEMENT, STRATEGY,"
            + " MODEL_VERSION, CATEGORY_ID, PRODUCT_IDS, SHOWN_AT, SHOPPING_CONTEXT)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int[] TYPES = {
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.BIGINT,
        Types.VARCHAR
    };
    private static final int LONGEST_PRODUCTS = 2_000;

    private final PlatformDatabase database;
    private final Failures failures;

    ImpressionTable(PlatformDatabase database, Failures failures) {
        this.database = database;
        this.failures = failures;
    }

    /** Joins the caller's transaction. */
    void insert(List<NumberedInteraction> impressions) {
        List<Object[]> rows = new ArrayList<>(impressions.size());
        for (NumberedInteraction impression : impressions) {
            try {
                rows.add(row(impression.id(), impression.interaction()));
            } catch (IllegalArgumentException e) {
                // a list that nobody can read is of no use to anybody later either
                failures.report("storing a list", e);
            }
        }
        if (!rows.isEmpty()) {
            database.jdbc().batchUpdate(INSERT, rows, TYPES);
        }
    }

    /**
     * Those that are not stored yet. The id of a list is on the shopper's page already, so that it cannot change: if
     * another node has given it to another list, this one is not kept.
     */
    Collection<NumberedInteraction> notStored(Collection<NumberedInteraction> lists) {
        if (lists.isEmpty()) {
            return lists;
        }
        Set<Long> stored = new HashSet<>(database.jdbc()
                .queryForList(
                        "SELECT IMPRESSION_ID FROM P13N_IMPRESSION WHERE IMPRESSION_ID IN ("
                                + String.join(", ", Collections.nCopies(lists.size(), "?")) + ")",
                        Long.class,
                        lists.stream().map(NumberedInteraction::id).toArray()));
        return lists.stream().filter(list -> !stored.contains(list.id())).toList();
    }

    int move(long fromShopper, long toShopper) {
        return database.jdbc()
                .update("UPDATE P13N_IMPRESSION SET SHOPPER_ID = ? WHERE SHOPPER_ID = ?", toShopper, fromShopper);
    }

    int deleteOf(long shopperId) {
        return database.jdbc().update("DELETE FROM P13N_IMPRESSION WHERE SHOPPER_ID = ?", shopperId);
    }

    int deleteUntil(long shopperId, long until) {
        return database.jdbc()
                .update("DELETE FROM P13N_IMPRESSION WHERE SHOPPER_ID = ? AND SHOWN_AT <= ?", shopperId, until);
    }

    private static Object[] row(long id, Interaction impression) {
        ShownList list = ShownList.decode(impression.details().text());
        String context = impression.details().context().encode();
        return new Object[] {
            id,
            impression.shopperId(),
            list.placement(),
            list.strategy(),
            list.modelVersion(),
            list.categoryId(),
            products(list),
            impression.at(),
            context.isEmpty() ? null : context
        };
    }

    private static String products(ShownList list) {
        String all = list.itemIds().stream().map(String::valueOf).collect(Collectors.joining(","));
        return all.length() <= LONGEST_PRODUCTS ? all : all.substring(0, all.lastIndexOf(',', LONGEST_PRODUCTS));
    }
}
