package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.p13n.engine.event.RollUp;

/** The stored roll-up: what remains of interactions that became too old. */
final class RollUpTable {
    private static final String UPDATE =
            "UPDATE P13N_ROLL_UP SET INTERACTIONS = INTERACTIONS + ?, PIECES = PIECES + ? WHERE ROLL_UP_ID = ?";
    private static final String INSERT =
            "INSERT INTO P13N_ROLL_UP (INTERACTIONS, PIECES, ROLL_UP_ID, DAY_NUMBER, PRODUCT_ID, TYPE_CODE)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final PlatformDatabase database;

    RollUpTable(PlatformDatabase database) {
        this.database = database;
    }

    /** Adds to what is there; joins the caller's transaction. */
    void add(RollUp rollUp) {
        List<Map.Entry<RollUp.Key, RollUp.Count>> all =
                List.copyOf(rollUp.counts().entrySet());
        List<Object[]> updates = all.stream()
                .map(one -> new Object[] {
                    one.getValue().interactions(), one.getValue().pieces(), id(one.getKey())
                })
                .toList();
        if (updates.isEmpty()) {
            return;
        }
        int[] updated = database.jdbc().batchUpdate(UPDATE, updates);
        List<Object[]> inserts = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                inserts.add(row(all.get(i).getKey(), all.get(i).getValue()));
            }
        }
        if (!inserts.isEmpty()) {
            database.jdbc().batchUpdate(INSERT, inserts);
        }
    }

    private static Object[] row(RollUp.Key key, RollUp.Count count) {
        return new Object[] {
            count.interactions(),
            count.pieces(),
            id(key),
            key.day(),
            key.itemId(),
            key.type().code()
        };
    }

    private static String id(RollUp.Key key) {
        return key.day() + "-" + key.itemId() + "-" + key.type().code();
    }
}
