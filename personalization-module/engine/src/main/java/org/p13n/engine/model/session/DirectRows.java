package org.p13n.engine.model.session;

import java.util.Arrays;

/** Counts for each item which items came after and before it, nearer and newer ones more, and keeps the strongest. */
final class DirectRows {
    /*
     * One pass over the item's clicks with dense scratch, O(clicks * window) in all. A session counts once for a pair, at
     * its nearest: what it adds again is only what a nearer meeting weighs more.
     */
    private final ClickLog log;
    private final SessionSettings settings;
    final int[] starts;
    int[] neighbours;
    float[] after;
    float[] before;
    /** Sum over all neighbours, also those that are not kept. */
    final float[] afterSums;

    final float[] beforeSums;

    private final Tally afterTally;
    private final Tally beforeTally;

    DirectRows(ClickLog log, SessionSettings settings) {
        this.log = log;
        this.settings = settings;
        int items = log.items();
        starts = new int[items + 1];
        neighbours = new int[1 << 10];
        after = new float[1 << 10];
        before = new float[1 << 10];
        afterSums = new float[items];
        beforeSums = new float[items];
        afterTally = new Tally(items);
        beforeTally = new Tally(items);
        for (int item = 0; item < items; item++) {
            starts[item + 1] = starts[item] + row(item);
        }
        neighbours = Arrays.copyOf(neighbours, starts[items]);
        after = Arrays.copyOf(after, starts[items]);
        before = Arrays.copyOf(before, starts[items]);
    }

    /** How alike two items are by what was counted: the cosine with a prior. */
    float cosine(int item, int entry) {
        double own = afterSums[item] + beforeSums[item] + settings.pairPrior();
        int other = neighbours[entry];
        double others = afterSums[other] + beforeSums[other] + settings.pairPrior();
        return (float) ((after[entry] + before[entry]) / Math.sqrt(own * others));
    }

    private int row(int item) {
        int clicks = log.clicksOf(item);
        for (int n = Math.max(0, clicks - settings.clicksPerItem()); n < clicks; n++) {
            count(item, log.place(item, n));
        }
        afterSums[item] = afterTally.sum();
        beforeSums[item] = beforeTally.sum();
        int kept = keep(item);
        afterTally.clear();
        beforeTally.clear();
        return kept;
    }

    private void count(int item, int place) {
        int session = log.sessionStart(place);
        float say = (float) Math.exp((session - log.size()) / (settings.recency() * ClickLog.unitOfAge(log.size())));
        for (int d = 1; d <= settings.window() && place + d < log.size() && !log.endsSession(place + d - 1); d++) {
            if (log.itemAt(place + d) != item) {
                afterTally.add(log.itemAt(place + d), say / d, session);
            }
        }
        for (int d = 1; d <= settings.window() && place - d >= session; d++) {
            if (log.itemAt(place - d) != item) {
                beforeTally.add(log.itemAt(place - d), say / d, session);
            }
        }
    }

    private int keep(int item) {
        Strongest strongest = new Strongest(settings.direct());
        for (int i = 0; i < afterTally.size(); i++) {
            int other = afterTally.item(i);
            strongest.offer(other, afterTally.of(other) + beforeTally.of(other));
        }
        for (int i = 0; i < beforeTally.size(); i++) {
            int other = beforeTally.item(i);
            if (afterTally.of(other) == 0) {
                strongest.offer(other, beforeTally.of(other));
            }
        }
        int[] kept = strongest.items();
        int at = starts[item];
        if (at + kept.length > neighbours.length) {
            int capacity = Math.max(at + kept.length, neighbours.length * 2);
            neighbours = Arrays.copyOf(neighbours, capacity);
            after = Arrays.copyOf(after, capacity);
            before = Arrays.copyOf(before, capacity);
        }
        for (int other : kept) {
            neighbours[at] = other;
            after[at] = afterTally.of(other);
            before[at++] = beforeTally.of(other);
        }
        return kept.length;
    }
}
