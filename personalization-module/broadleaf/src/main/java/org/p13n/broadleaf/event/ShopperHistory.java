package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;

/** What one shopper did, as a profile is built from it. */
final class ShopperHistory {
    /** Nobody has said more; who seems to is a program. */
    private static final int MOST_SAID = 10_000;

    /** What shoppers say about themselves holds until they say otherwise, however much they do after it. */
    private static final Set<InteractionType> SAID = Set.of(
            InteractionType.PREFERENCE,
            InteractionType.NOT_INTERESTED,
            InteractionType.CONCLUSION_REMOVED,
            InteractionType.VIEWED_CLEARED,
            InteractionType.PAUSED,
            InteractionType.RESUMED);

    private static final String SAID_CODES = String.join(
            ", ",
            SAID.stream().map(type -> Integer.toString(type.code())).sorted().toList());

    private final InteractionTable table;

    ShopperHistory(InteractionTable table) {
        this.table = table;
    }

    /** The last interactions, oldest first, and before them whatever the shopper said earlier. */
    List<Interaction> of(long shopperId, int atMost) {
        List<Interaction> newestFirst = new ArrayList<>();
        long[] eldestId = new long[1];
        read(atMost, "", newestFirst, eldestId, shopperId);
        if (newestFirst.size() == atMost && atMost > 0) {
            long at = newestFirst.get(atMost - 1).at();
            read(
                    MOST_SAID,
                    "AND TYPE_CODE IN (" + SAID_CODES
                            + ") AND (OCCURRED_AT < ? OR OCCURRED_AT = ? AND INTERACTION_ID < ?) ",
                    newestFirst,
                    eldestId,
                    shopperId,
                    at,
                    at,
                    eldestId[0]);
        }
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private void read(
            int atMost, String condition, List<Interaction> newestFirst, long[] eldestId, Object... arguments) {
        table.readFirst(
                atMost,
                "WHERE SHOPPER_ID = ? " + condition + "ORDER BY OCCURRED_AT DESC, INTERACTION_ID DESC",
                (id, interaction) -> {
                    newestFirst.add(interaction);
                    eldestId[0] = id;
                },
                arguments);
    }
}
