package org.p13n.engine.model.session;

import java.util.Arrays;

/** Makes the published rows of a log: direct neighbours, those in second order, and how near their vectors are. */
final class RowTraining {
    private static final float BEFORE_SAY = 0.7f;

    private final DirectRows direct;
    private final Vectors vectors;
    private final SessionSettings settings;
    private final int items;
    private final int[] alike;
    private final float[] cosines;
    private final Tally after;
    private final Tally before;
    private final Tally hops;

    private RowTraining(DirectRows direct, int items, SessionSettings settings) {
        this.direct = direct;
        this.items = items;
        this.settings = settings;
        vectors = new Vectors(direct, items, settings);
        alike = new int[items * settings.hop()];
        cosines = new float[items * settings.hop()];
        after = new Tally(items);
        before = new Tally(items);
        hops = new Tally(items);
        for (int item = 0; item < items; item++) {
            collectAlike(item);
        }
    }

    static NeighbourRows rows(DirectRows direct, int items, SessionSettings settings) {
        RowTraining training = new RowTraining(direct, items, settings);
        NeighbourRows.Builder builder = new NeighbourRows.Builder(items);
        for (int item = 0; item < items; item++) {
            training.row(item, builder);
        }
        return builder.build();
    }

    private void collectAlike(int item) {
        Strongest strongest = new Strongest(settings.hop());
        for (int entry = direct.starts[item]; entry < direct.starts[item + 1]; entry++) {
            hops.add(direct.neighbours[entry], direct.cosine(item, entry));
            strongest.offer(direct.neighbours[entry], direct.cosine(item, entry));
        }
        int at = item * settings.hop();
        Arrays.fill(alike, at, at + settings.hop(), -1);
        for (int other : strongest.items()) {
            cosines[at] = hops.of(other);
            alike[at++] = other;
        }
        hops.clear();
    }

    private void row(int item, NeighbourRows.Builder builder) {
        hop(item);
        for (int entry = direct.starts[item]; entry < direct.starts[item + 1]; entry++) {
            after.add(direct.neighbours[entry], direct.after[entry]);
            before.add(direct.neighbours[entry], direct.before[entry]);
        }
        for (int other : strongest(item)) {
            builder.add(other, after.of(other), before.of(other), hops.of(other), vectors.likeness(item, other));
        }
        builder.endRow();
        hops.clear();
        after.clear();
        before.clear();
    }

    private void hop(int item) {
        int own = item * settings.hop();
        for (int i = own; i < own + settings.hop() && alike[i] >= 0; i++) {
            int others = alike[i] * settings.hop();
            for (int j = others; j < others + settings.hop() && alike[j] >= 0; j++) {
                if (alike[j] != item) {
                    hops.add(alike[j], cosines[i] * cosines[j]);
                }
            }
        }
    }

    private int[] strongest(int item) {
        Strongest strongest = new Strongest(settings.neighbours());
        double afterAll = direct.afterSums[item] + settings.pairPrior();
        double beforeAll = direct.beforeSums[item] + settings.pairPrior();
        for (int entry = direct.starts[item]; entry < direct.starts[item + 1]; entry++) {
            int other = direct.neighbours[entry];
            double score = direct.after[entry] / afterAll + BEFORE_SAY * direct.before[entry] / beforeAll;
            strongest.offer(other, (float) (score + direct.cosine(item, entry) + hops.of(other)));
        }
        for (int i = 0; i < hops.size(); i++) {
            int other = hops.item(i);
            if (after.of(other) + before.of(other) == 0) {
                strongest.offer(other, hops.of(other));
            }
        }
        return strongest.items();
    }
}
