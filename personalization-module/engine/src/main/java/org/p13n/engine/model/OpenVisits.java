package org.p13n.engine.model;

import java.util.Arrays;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShoppingSessions;
import org.p13n.engine.model.index.LongIndex;

/** Cuts the views of many shoppers, as they come in the order of time, into shopping sessions. */
final class OpenVisits {
    private static final int SHORTEST = 4;

    private final ShoppingSessions rule;
    private final int mostItems;
    private final Visitor ended;
    private final LongIndex shoppers = new LongIndex();
    private long[][] items = new long[16][];
    private int[] sizes = new int[16];
    private long[] lastAt = new long[16];

    /** Takes in a session that has ended. */
    interface Visitor {
        void visit(long shopperId, long[] itemIds, long endedAt);
    }

    /** @param mostItems views after which a session takes in no more, against robots */
    OpenVisits(ShoppingSessions rule, int mostItems, Visitor ended) {
        this.rule = rule;
        this.mostItems = mostItems;
        this.ended = ended;
    }

    void view(Interaction view) {
        int shopper = shoppers.findOrAdd(view.shopperId());
        makeRoom(shopper);
        if (sizes[shopper] > 0 && !rule.goesOn(lastAt[shopper], view.at())) {
            end(shopper);
        }
        lastAt[shopper] = view.at();
        int size = sizes[shopper];
        if (size >= mostItems || size > 0 && items[shopper][size - 1] == view.itemId()) {
            return;
        }
        if (items[shopper] == null || size == items[shopper].length) {
            items[shopper] = size == 0 ? new long[SHORTEST] : Arrays.copyOf(items[shopper], size * 2);
        }
        items[shopper][size] = view.itemId();
        sizes[shopper]++;
    }

    /** Ends all sessions that are still open. */
    void endAll() {
        for (int shopper = 0; shopper < shoppers.size(); shopper++) {
            if (sizes[shopper] > 0) {
                end(shopper);
            }
        }
    }

    private void end(int shopper) {
        ended.visit(shoppers.keyAt(shopper), Arrays.copyOf(items[shopper], sizes[shopper]), lastAt[shopper]);
        sizes[shopper] = 0;
        items[shopper] = null;
    }

    private void makeRoom(int shopper) {
        if (shopper >= sizes.length) {
            items = Arrays.copyOf(items, shopper * 2);
            sizes = Arrays.copyOf(sizes, shopper * 2);
            lastAt = Arrays.copyOf(lastAt, shopper * 2);
        }
    }
}
