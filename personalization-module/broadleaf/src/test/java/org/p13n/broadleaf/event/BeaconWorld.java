package org.p13n.broadleaf.event;

import java.util.List;
import org.p13n.broadleaf.event.ShownLists.Page;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.p13n.engine.event.ShoppingSessions;
import org.p13n.engine.event.ShownList;

/** What a shopper has been shown before a browser reports: one list, whose first product is open. */
public final class BeaconWorld {
    private BeaconWorld() {}

    public static ShownLists with(long shopperId, long listId, Long... itemIds) {
        ShownLists lists = new ShownLists(1_000, ShoppingSessions.USUAL, 1_800_000);
        ShownList list = new ShownList("home", "also-like", 1, 0, List.of(itemIds));
        lists.add(shopperId, new Shown(listId, list, Page.UNKNOWN, List.of(), System.currentTimeMillis()));
        lists.viewed(shopperId, itemIds[0]);
        return lists;
    }
}
