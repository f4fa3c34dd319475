package org.p13n.engine.model.session;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** Caps what one shopper's sessions say: of all only the latest few, and of those with one item again only the latest few. */
final class ShopperCap {
    private static final int NONE = -1;

    private final SessionSettings settings;
    private final int[] head;
    private final int[] older;

    /** Chains each shopper's sessions, latest first; {@code order} has all sessions, oldest first. */
    ShopperCap(int[] order, long[] shoppers, SessionSettings settings) {
        this.settings = settings;
        LongIndex known = new LongIndex();
        int[] latest = new int[16];
        Arrays.fill(latest, NONE);
        older = new int[order.length];
        for (int session : order) {
            if (shoppers[session] != SessionTrainer.UNKNOWN_SHOPPER) {
                int shopper = known.findOrAdd(shoppers[session]);
                if (shopper >= latest.length) {
                    int length = latest.length;
                    latest = Arrays.copyOf(latest, length * 2);
                    Arrays.fill(latest, length, length * 2, NONE);
                }
                older[session] = latest[shopper];
                latest[shopper] = session;
            }
        }
        head = Arrays.copyOf(latest, known.size());
    }

    /** Marks what does not count by making its item negative; sessions are [begin, end) of the clicks. */
    void apply(int[] clicks, int[] ends) {
        for (int latest : head) {
            LongIndex items = new LongIndex();
            int[] times = new int[settings.sessionsPerShopper() * settings.sessionClicks()];
            int sessions = 0;
            for (int session = latest; session != NONE; session = older[session]) {
                int begin = session == 0 ? 0 : ends[session - 1];
                boolean counts = sessions++ < settings.sessionsPerShopper();
                for (int click = begin; click < ends[session]; click++) {
                    if (!counts || times[items.findOrAdd(clicks[click])] >= settings.sessionsPerItem()) {
                        clicks[click] = ~clicks[click];
                    }
                }
                if (counts) {
                    tally(clicks, begin, ends[session], items, times);
                }
            }
        }
    }

    private static void tally(int[] clicks, int begin, int end, LongIndex items, int[] times) {
        for (int click = begin; click < end; click++) {
            boolean first = clicks[click] >= 0;
            for (int before = begin; before < click && first; before++) {
                first = clicks[before] != clicks[click];
            }
            if (first) {
                times[items.find(clicks[click])]++;
            }
        }
    }
}
