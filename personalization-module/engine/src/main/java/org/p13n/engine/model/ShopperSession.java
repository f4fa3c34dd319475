package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.event.ShoppingSessions;

/** The current shopping session of one shopper, and the pairs and items for which the shopper has already counted. */
final class ShopperSession {
    private static final int SMALLEST = 4;
    private static final long MILLIS_PER_DAY = 24 * 3600 * 1000L;

    final long shopperId;
    private long lastAt;
    private long begunAt;
    private int[] items = new int[SMALLEST];
    private int size;
    private long[] pairs = new long[SMALLEST];
    private int pairsSeen;
    private int[] countedItems = new int[SMALLEST];
    private long[] countedAt = new long[SMALLEST];
    private int counted;
    private long day = Long.MIN_VALUE;
    private int countedToday;

    ShopperSession(long shopperId, long at) {
        this.shopperId = shopperId;
        lastAt = at;
        begunAt = at;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(shopperId);
        out.writeLong(lastAt);
        out.writeLong(begunAt);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(items[i]);
        }
        out.writeInt(pairsSeen);
        out.writeInt(Math.min(pairsSeen, pairs.length));
        for (int i = 0; i < Math.min(pairsSeen, pairs.length); i++) {
            out.writeLong(pairs[i]);
        }
        out.writeInt(counted);
        out.writeInt(Math.min(counted, countedItems.length));
        for (int i = 0; i < Math.min(counted, countedItems.length); i++) {
            out.writeInt(countedItems[i]);
            out.writeLong(countedAt[i]);
        }
        out.writeLong(day);
        out.writeInt(countedToday);
    }

    static ShopperSession readFrom(DataInput in, int itemCount, TrainingSettings settings) throws IOException {
        ShopperSession session = new ShopperSession(in.readLong(), in.readLong());
        session.begunAt = in.readLong();
        session.size = Stored.count("items of a session", in.readInt(), itemCount);
        session.items = new int[Math.max(SMALLEST, session.size)];
        for (int i = 0; i < session.size; i++) {
            session.items[i] = Stored.number("an item of a session", in.readInt(), itemCount);
        }
        session.pairsSeen = Stored.count("pairs of a session", in.readInt(), Integer.MAX_VALUE);
        int pairsKept = Stored.count("kept pairs", in.readInt(), Math.max(SMALLEST, settings.pairsRemembered()));
        session.pairs = new long[Math.max(SMALLEST, pairsKept)];
        for (int i = 0; i < pairsKept; i++) {
            session.pairs[i] = in.readLong();
        }
        session.counted = Stored.count("counted items", in.readInt(), Integer.MAX_VALUE);
        int itemsKept = Stored.count("kept items", in.readInt(), Math.max(SMALLEST, settings.viewsRemembered()));
        session.countedItems = new int[Math.max(SMALLEST, itemsKept)];
        session.countedAt = new long[session.countedItems.length];
        for (int i = 0; i < itemsKept; i++) {
            session.countedItems[i] = Stored.number("a counted item", in.readInt(), itemCount);
            session.countedAt[i] = in.readLong();
        }
        session.day = in.readLong();
        session.countedToday = Stored.count("views of a day", in.readInt(), Integer.MAX_VALUE);
        return session;
    }

    long lastAt() {
        return lastAt;
    }

    /** When the session began; with the shopper it names the session. */
    long begunAt() {
        return begunAt;
    }

    int size() {
        return size;
    }

    /** The item viewed so many distinct items ago; 1 is the last. */
    int itemBack(int distance) {
        return items[size - distance];
    }

    /** Starts anew if the last session is over. */
    void touch(long at, ShoppingSessions rule) {
        if (rule.goesOn(lastAt, at)) {
            lastAt = Math.max(lastAt, at);
        } else {
            size = 0;
            lastAt = at;
            begunAt = at;
        }
    }

    /** True if the item was already viewed in this session; it becomes its last. */
    boolean moveToEnd(int item) {
        for (int i = 0; i < size; i++) {
            if (items[i] == item) {
                System.arraycopy(items, i + 1, items, i, size - i - 1);
                items[size - 1] = item;
                return true;
            }
        }
        return false;
    }

    void append(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    /** True if a view of the item counts now; it then has counted. */
    boolean mayCount(int item, long at, TrainingSettings settings) {
        long today = Math.floorDiv(at, MILLIS_PER_DAY);
        if (today != day) {
            day = today;
            countedToday = 0;
        }
        if (countedToday >= settings.viewsPerDay() || hasCounted(item, at, settings)) {
            return false;
        }
        countedToday++;
        return true;
    }

    /** Whether the item is among the last that counted and it was not long enough ago; from now on it is. */
    private boolean hasCounted(int item, long at, TrainingSettings settings) {
        int limit = settings.viewsRemembered();
        for (int i = 0; i < Math.min(counted, limit); i++) {
            if (countedItems[i] == item) {
                boolean lately =
                        Math.abs(at - countedAt[i]) < settings.viewAgain().toMillis();
                countedAt[i] = lately ? countedAt[i] : at;
                return lately;
            }
        }
        if (limit > 0) {
            int place = counted++ % limit;
            if (place >= countedItems.length) {
                countedItems = Arrays.copyOf(countedItems, Math.min(limit, place * 2));
                countedAt = Arrays.copyOf(countedAt, countedItems.length);
            }
            countedItems[place] = item;
            countedAt[place] = at;
        }
        return false;
    }

    /** True if the shopper has not counted for the pair among the last {@code limit} pairs; from now on it has. */
    boolean countsFor(int a, int b, int limit) {
        if (limit == 0) {
            return true;
        }
        long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
        for (int i = 0; i < Math.min(pairsSeen, limit); i++) {
            if (pairs[i] == pair) {
                return false;
            }
        }
        int place = pairsSeen++ % limit;
        if (place >= pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.min(limit, pairs.length * 2));
        }
        pairs[place] = pair;
        return true;
    }
}
