package org.p13n.engine.model.session;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.StampedLock;
import java.util.function.LongPredicate;
import org.p13n.engine.event.Hash;

/**
 * A session model that goes on learning: each click since the training counts for everyone's next look-up. Thread-safe.
 * Bounded; what it learned is in the next training's model too, so it is thrown away then.
 */
public final class LiveSessionModel {
    private static final int[] ONCE = {1};

    private final SessionModel base;
    private final SessionSettings settings;
    private final Increments increments;
    private final OpenSessions open;
    private final OpenSessions shoppersItems;
    private final StampedLock lock = new StampedLock();

    public LiveSessionModel(SessionModel base) {
        this.base = base;
        settings = base.settings();
        increments = new Increments(base.learned());
        open = new OpenSessions(settings.openSessions());
        shoppersItems = new OpenSessions(settings.openSessions() * 8);
    }

    /**
     * Learns one click. Of a shopper whose sessions have taught enough of a product, and of a session that is too long,
     * nothing more is learned.
     *
     * @param shopperId whose session it is, or {@link SessionTrainer#UNKNOWN_SHOPPER}
     * @param sessionId tells sessions apart
     * @return whether it was learned
     */
    public boolean click(long shopperId, long sessionId, long itemId) {
        long stamp = lock.writeLock();
        try {
            int[] clicks = open.clicks(sessionId);
            if (increments.isFull() || clicks.length >= settings.sessionClicks()) {
                return false;
            }
            int item = base.find(itemId);
            item = item >= 0 ? item : increments.findOrAdd(itemId);
            if (!mayTeach(shopperId, item, clicks)) {
                return false;
            }
            int[] longer = Arrays.copyOf(clicks, clicks.length + 1);
            longer[clicks.length] = item;
            open.put(sessionId, longer);
            learn(longer);
            return true;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** The same as {@link SessionModel#next}, with all clicks so far. */
    public List<NextItem> next(long[] session, int limit, LongPredicate allowed) {
        long stamp = lock.readLock();
        try {
            return base.next(session, limit, allowed, increments);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The same as {@link SessionModel#explain}, with all clicks so far. */
    public List<NextShare> explain(long[] session, long itemId) {
        long stamp = lock.readLock();
        try {
            return base.explain(session, itemId, increments);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Whether it has learned as much as it may hold: time for a training. */
    public boolean isFull() {
        long stamp = lock.readLock();
        try {
            return increments.isFull();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** Estimated heap of what was learned since the training, open sessions left out. */
    public long bytes() {
        long stamp = lock.readLock();
        try {
            return increments.bytes();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private boolean mayTeach(long shopperId, int item, int[] clicks) {
        if (shopperId == SessionTrainer.UNKNOWN_SHOPPER || contains(clicks, clicks.length, item)) {
            return true;
        }
        long key = Hash.mix(shopperId) + item;
        int[] sessions = shoppersItems.clicks(key);
        int count = sessions.length == 0 ? 0 : sessions[0];
        shoppersItems.put(key, count == 0 ? ONCE : new int[] {Math.min(count + 1, settings.sessionsPerItem() + 1)});
        return count < settings.sessionsPerItem();
    }

    private void learn(int[] clicks) {
        int last = clicks.length - 1;
        increments.click(clicks[last]);
        for (int place = last - 1; place >= Math.max(0, last - settings.window()); place--) {
            double before = nearestBefore(clicks, clicks[place], clicks[last]);
            double now = 1.0 / (last - place);
            if (clicks[place] != clicks[last] && now > before && !containsBetween(clicks, place)) {
                increments.pair(clicks[place], clicks[last], now - before);
            }
        }
    }

    /** The largest weight of the pair in this session before its last click. */
    private double nearestBefore(int[] clicks, int earlier, int later) {
        double nearest = 0;
        for (int b = 1; b < clicks.length - 1; b++) {
            for (int a = Math.max(0, b - settings.window()); a < b && clicks[b] == later; a++) {
                if (clicks[a] == earlier) {
                    nearest = Math.max(nearest, 1.0 / (b - a));
                }
            }
        }
        return nearest;
    }

    /** Whether the item at the place comes again, nearer to the last click. */
    private static boolean containsBetween(int[] clicks, int place) {
        for (int i = place + 1; i < clicks.length - 1; i++) {
            if (clicks[i] == clicks[place]) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(int[] clicks, int length, int item) {
        for (int i = 0; i < length; i++) {
            if (clicks[i] == item) {
                return true;
            }
        }
        return false;
    }
}
