package org.p13n.engine.model.session;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** Takes in shopping sessions, in any order, and makes a {@link SessionModel} of them. Not thread-safe. */
public final class SessionTrainer {
    /** Stands for a shopper of whom nothing is known; such sessions are not capped. */
    public static final long UNKNOWN_SHOPPER = 0;

    private static final int TAIL_SHARE = 10;

    private final SessionSettings settings;
    private final LongIndex items = new LongIndex();
    private int[] clicks = new int[1 << 10];
    private int[] ends = new int[1 << 8];
    private long[] times = new long[1 << 8];
    private long[] shoppers = new long[1 << 8];
    private int sessions;

    public SessionTrainer(SessionSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes in one session; of a longer one than {@link SessionSettings#sessionClicks} its latest clicks.
     *
     * @param shopperId whose session it is, or {@link #UNKNOWN_SHOPPER}
     * @param itemIds in click order; a session without clicks is ignored
     * @param endedAt epoch milliseconds of the last click; only the order of sessions counts
     */
    public void add(long shopperId, long[] itemIds, long endedAt) {
        if (itemIds.length == 0) {
            return;
        }
        if (sessions == ends.length) {
            ends = Arrays.copyOf(ends, sessions * 2);
            times = Arrays.copyOf(times, sessions * 2);
            shoppers = Arrays.copyOf(shoppers, sessions * 2);
        }
        int from = Math.max(0, itemIds.length - settings.sessionClicks());
        int at = begin(sessions);
        if (at + itemIds.length - from > clicks.length) {
            clicks = Arrays.copyOf(clicks, Math.max(at + itemIds.length - from, clicks.length * 2));
        }
        for (int i = from; i < itemIds.length; i++) {
            clicks[at++] = items.findOrAdd(itemIds[i]);
        }
        ends[sessions] = at;
        times[sessions] = endedAt;
        shoppers[sessions++] = shopperId;
    }

    /** A model of everything taken in; its blend learned from the latest sessions. */
    public SessionModel train() {
        long[] ids = sortedIds();
        ClickLog log = log(ids);
        LongIndex numbered = new LongIndex();
        for (long id : ids) {
            numbered.findOrAdd(id);
        }
        return new SessionModel(numbered, LearnedItems.from(log, settings), blend(log));
    }

    private Blend blend(ClickLog log) {
        int from = log.tail(settings.tailSessions(), TAIL_SHARE);
        if (from == log.size()) {
            return Blend.defaults();
        }
        LearnedItems older = LearnedItems.from(log.before(from), settings);
        return BlendLearning.learn(log, from, older, settings);
    }

    /** Items are numbered by id, so that ties by number are ties by id. */
    private long[] sortedIds() {
        long[] ids = new long[items.size()];
        Arrays.setAll(ids, items::keyAt);
        Arrays.sort(ids);
        return ids;
    }

    /** What counts, oldest session first. */
    private ClickLog log(long[] ids) {
        int[] order = TimeOrder.of(times, sessions);
        int[] counting = Arrays.copyOf(clicks, begin(sessions));
        new ShopperCap(order, shoppers, settings).apply(counting, ends);
        int[] numbers = new int[ids.length];
        for (int number = 0; number < ids.length; number++) {
            numbers[items.find(ids[number])] = number;
        }
        int[] ordered = new int[counting.length];
        int at = 0;
        for (int session : order) {
            int start = at;
            for (int click = begin(session); click < ends[session]; click++) {
                if (counting[click] >= 0) {
                    ordered[at++] = numbers[counting[click]] << 1;
                }
            }
            if (at > start) {
                ordered[at - 1] |= 1;
            }
        }
        return new ClickLog(Arrays.copyOf(ordered, at), ids.length);
    }

    private int begin(int session) {
        return session == 0 ? 0 : ends[session - 1];
    }
}
