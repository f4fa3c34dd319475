package org.p13n.engine.model.session;

/** Counts for each item which items came after and before it, nearer and newer ones more, and keeps the strongest. */
final class DirectRows {
    /*
     * One pass over the item's clicks with dense scratch, O(clicks * window) in all. A session counts once for a pair, at
     * its nearest: what it adds again is only what a nearer meeting weighs more.
     */
    private final ClickLog log;
    private final SessionSettings settings;
    /** Sum over all neighbours, also those that are not kept. */
    final float[] afterSums;

    final float[] beforeSums;

    /** The kept neighbours; only {@link NeighbourRows#after} and {@link NeighbourRows#before} of each are known. */
    final NeighbourRows rows;

    private final Tally afterTally;
    private final Tally beforeTally;
    private final Strongest strongest;

    DirectRows(ClickLog log, SessionSettings settings) {
        this.log = log;
        this.settings = settings;
        int items = log.items();
        afterSums = new float[items];
        beforeSums = new float[items];
        afterTally = new Tally(items);
        beforeTally = new Tally(items);
        strongest = new Strongest(settings.fitting(settings.direct(), items));
        NeighbourRows.Builder builder = new NeighbourRows.Builder(items);
        for (int item = 0; item < items; item++) {
            row(item, builder);
        }
        rows = builder.build();
    }

    int items() {
        return afterSums.length;
    }

    /** How alike two items are by what was counted: the cosine with a prior. */
    float cosine(int item, int other, long relations) {
        double own = afterSums[item] + beforeSums[item] + settings.pairPrior();
        double others = afterSums[other] + beforeSums[other] + settings.pairPrior();
        float both = NeighbourRows.after(relations) + NeighbourRows.before(relations);
        return (float) (both / Math.sqrt(own * others));
    }

    private void row(int item, NeighbourRows.Builder builder) {
        int clicks = log.clicksOf(item);
        for (int n = Math.max(0, clicks - settings.clicksPerItem()); n < clicks; n++) {
            count(item, log.place(item, n));
        }
        afterSums[item] = afterTally.sum();
        beforeSums[item] = beforeTally.sum();
        keep(builder);
        afterTally.clear();
        beforeTally.clear();
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

    private void keep(NeighbourRows.Builder builder) {
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
        for (int other : strongest.items()) {
            builder.add(other, afterTally.of(other), beforeTally.of(other), 0, 0);
        }
        builder.endRow();
    }
}
