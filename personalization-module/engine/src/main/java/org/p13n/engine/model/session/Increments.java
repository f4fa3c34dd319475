package org.p13n.engine.model.session;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** What clicks since the training add to a model's figures and pairs. Mutable; guarded by who owns it. */
final class Increments {
    /*
     * Forward decay as in training (Cormode et al., ICDE 2009), with the training's end as landmark and the training's log
     * as unit of age: new clicks say more than 1 instead of old ones less, and a look-up scales the prior up and decayed
     * counts down by what has passed since. So base + increments are what a training of all would count, but for three
     * things: that training's unit of age is longer by the new clicks' share, its rows may be cut elsewhere, and the second
     * order and the vectors move with the next training only.
     */
    private static final int END = -1;
    /** Ages beyond this many logs would leave the range of a double. */
    private static final int MOST_AGE = 8;

    private final SessionSettings settings;
    private final int baseItems;
    private final int baseClicks;
    private final double unit;
    private final long[] isTouched;
    private final LongIndex added = new LongIndex();
    private final LongIndex touched = new LongIndex();
    private final LongIndex pairs = new LongIndex();
    private ItemChange[] changes = new ItemChange[16];
    private int[] heads = new int[16];
    private float[] after = new float[16];
    private float[] before = new float[16];
    private int[] others = new int[16];
    private int[] next = new int[16];
    private int clicks;

    /** What one item's figures have gained. */
    static final class ItemChange {
        int clicks;
        int latest;
        double popularity;
        double trend;
        double after;
        double before;
    }

    Increments(LearnedItems base) {
        settings = base.settings();
        baseItems = base.figures().items();
        baseClicks = base.figures().size;
        unit = ClickLog.unitOfAge(baseClicks);
        isTouched = new long[(baseItems >>> 6) + 1];
    }

    /** The number of an item that the training did not know, or -1. */
    int find(long itemId) {
        int number = added.find(itemId);
        return number < 0 ? -1 : baseItems + number;
    }

    int findOrAdd(long itemId) {
        return baseItems + added.findOrAdd(itemId);
    }

    long idOfAdded(int item) {
        return added.keyAt(item - baseItems);
    }

    int addedItems() {
        return added.size();
    }

    /** Whether nothing more can be learned until the next training. */
    boolean isFull() {
        return pairs.size() >= settings.livePairs() || clicks >= MOST_AGE * unit;
    }

    /** All clicks, those of the training and those since. */
    int size() {
        return baseClicks + clicks;
    }

    /** What has changed of an item; null for nothing. */
    ItemChange change(int item) {
        if (item < baseItems && (isTouched[item >>> 6] >>> item & 1) == 0) {
            return null;
        }
        int slot = touched.find(item);
        return slot < 0 ? null : changes[slot];
    }

    /** What a weight of the training's end is now, as share of what a click says now; 1 with no click since. */
    double fading(double share) {
        return Math.exp(-clicks / (share * unit));
    }

    /** A click on an item: counts it for its popularity. */
    void click(int item) {
        ItemChange change = touched(item);
        change.popularity += 1 / fading(settings.popularity());
        change.trend += 1 / fading(settings.trend());
        change.clicks++;
        change.latest = size();
        clicks++;
    }

    /** Adds to how often one item came after another, in units of a click right now. */
    void pair(int earlier, int later, double weight) {
        float say = (float) (weight / fading(settings.recency()));
        int forth = entry(earlier, later);
        after[forth] += say;
        int back = entry(later, earlier);
        before[back] += say;
        touched(earlier).after += say;
        touched(later).before += say;
    }

    /** The first of an item's pairs, to go on with {@link #nextPair}; negative for none. */
    int firstPair(int item) {
        if (change(item) == null) {
            return END;
        }
        return heads[touched.find(item)];
    }

    int nextPair(int pair) {
        return next[pair];
    }

    int other(int pair) {
        return others[pair];
    }

    float after(int pair) {
        return after[pair];
    }

    float before(int pair) {
        return before[pair];
    }

    long bytes() {
        return added.bytes()
                + touched.bytes()
                + pairs.bytes()
                + 16L * next.length
                + 80L * touched.size()
                + 8L * isTouched.length;
    }

    private int entry(int item, int other) {
        int known = pairs.size();
        int entry = pairs.findOrAdd((long) item << 32 | other);
        if (entry < known) {
            return entry;
        }
        if (entry == next.length) {
            after = Arrays.copyOf(after, entry * 2);
            before = Arrays.copyOf(before, entry * 2);
            others = Arrays.copyOf(others, entry * 2);
            next = Arrays.copyOf(next, entry * 2);
        }
        int slot = touch(item);
        others[entry] = other;
        next[entry] = heads[slot];
        heads[slot] = entry;
        return entry;
    }

    private ItemChange touched(int item) {
        int slot = touch(item);
        return changes[slot];
    }

    private int touch(int item) {
        int known = touched.size();
        int slot = touched.findOrAdd(item);
        if (slot == known) {
            if (slot == changes.length) {
                changes = Arrays.copyOf(changes, slot * 2);
                heads = Arrays.copyOf(heads, slot * 2);
            }
            changes[slot] = new ItemChange();
            changes[slot].latest = END;
            heads[slot] = END;
            if (item < baseItems) {
                isTouched[item >>> 6] |= 1L << item;
            }
        }
        return slot;
    }
}
