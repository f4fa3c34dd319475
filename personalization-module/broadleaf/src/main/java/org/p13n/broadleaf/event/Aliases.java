package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.p13n.engine.event.ShopperIds;

/** Looks up which visitors have turned out to be somebody else by now. */
final class Aliases {
    private final PlatformDatabase database;

    Aliases(PlatformDatabase database) {
        this.database = database;
    }

    /** Those of the shoppers who are somebody else, and who that is. */
    Map<Long, Long> among(Collection<Long> shoppers) {
        List<Long> visitors = new ArrayList<>();
        for (Long shopper : shoppers) {
            if (ShopperIds.kind(shopper) == ShopperIds.Kind.VISITOR) {
                visitors.add(shopper);
            }
        }
        Map<Long, Long> found = new HashMap<>();
        if (!visitors.isEmpty()) {
            database.jdbc()
                    .query(
                            "SELECT ALIAS_ID, SHOPPER_ID FROM P13N_IDENTITY WHERE ALIAS_ID IN ("
                                    + String.join(", ", Collections.nCopies(visitors.size(), "?")) + ")",
                            row -> {
                                found.put(row.getLong("ALIAS_ID"), row.getLong("SHOPPER_ID"));
                            },
                            visitors.toArray());
        }
        return found;
    }
}
