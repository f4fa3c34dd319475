package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import org.p13n.engine.event.ShopperIds;

/** What is left of visitors who cannot come back: their profiles, their answers, and which customers and guests they were. */
final class IdleVisitors {
    private static final int BATCH = 500;

    private final PlatformDatabase database;
    private final List<Source> sources = List.of(
            new Source("P13N_PROFILE", "SHOPPER_ID", "UPDATED_AT"),
            new Source("P13N_CONSENT", "SHOPPER_ID", "CHANGED_AT"),
            new Source("P13N_IDENTITY", "ALIAS_ID", "LINKED_AT"),
            new Source("P13N_IDENTITY", "SHOPPER_ID", "LINKED_AT"));
    private int source;
    private long after;

    private record Source(String table, String id, String time) {}

    IdleVisitors(PlatformDatabase database) {
        this.database = database;
        begin();
    }

    void begin() {
        source = 0;
        after = Long.MIN_VALUE;
    }

    /**
     * Removes some of those of whom nothing was heard since then.
     *
     * @return false if there is no more
     */
    boolean removeSome(long before) {
        if (source == sources.size()) {
            return false;
        }
        Source from = sources.get(source);
        List<Long> idle = database.jdbc()
                .queryForList(
                        "SELECT " + from.id + " FROM " + from.table + " WHERE " + from.id + " > ? AND " + from.id
                                + " < 0 AND " + from.time + " < ? ORDER BY " + from.id + " FETCH FIRST " + BATCH
                                + " ROWS ONLY",
                        Long.class,
                        after,
                        before);
        if (idle.isEmpty()) {
            source++;
            after = Long.MIN_VALUE;
        } else {
            remove(from, idle, before);
            after = idle.get(idle.size() - 1);
        }
        return true;
    }

    private void remove(Source from, List<Long> idle, long before) {
        List<Object[]> rows = new ArrayList<>();
        for (Long id : idle) {
            if (ShopperIds.kind(id) == ShopperIds.Kind.VISITOR) {
                rows.add(new Object[] {id, before});
            }
        }
        if (!rows.isEmpty()) {
            database.inTransaction(() -> database.jdbc()
                    .batchUpdate(
                            "DELETE FROM " + from.table + " WHERE " + from.id + " = ? AND " + from.time + " < ?",
                            rows));
        }
    }
}
