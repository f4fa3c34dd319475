package org.p13n.engine.model.session;

import java.util.Arrays;

/** Makes the published rows of a log: direct neighbours, those in second order, and how near their vectors are. */
final class RowTraining {
    private static final float BEFORE_SAY = 0.7f;

    private final DirectRows direct;
    private final Vectors vectors;
    private final SessionSettings settings;
    private final int[] alike;
    private final float[] cosines;
    private final Tally after;
    private final Tally before;
    private final Tally hops;
    private final Strongest mostAlike;
    private final Strongest strongest;

    private RowTraining(DirectRows direct, SessionSettings settings) {
        int items = direct.items();
        this.direct = direct;
        this.settings = settings;
        vectors = new Vectors(direct, settings);
        alike = new int[items * settings.hop()];
        cosines = new float[items * settings.hop()];
        after = new Tally(items);
        before = new Tally(items);
        hops = new Tally(items);
        mostAlike = new Strongest(settings.hop());
        strongest = new Strongest(settings.fitting(settings.neighbours(), items));
        for (int item = 0; item < items; item++) {
            collectAlike(item);
        }
    }

    /** The published rows; uses the direct ones up. */
    static NeighbourRows rows(DirectRows direct, SessionSettings settings) {
        RowTraining training = new RowTraining(direct, settings);
        NeighbourRows.Builder builder = new NeighbourRows.Builder(direct.items());
        for (int item = 0; item < direct.items(); item++) {
            training.row(item, builder);
            direct.rows.forgetBefore(item);
        }
        return builder.build();
    }

    private void collectAlike(int item) {
        int[] others = direct.rows.neighboursOf(item);
        long[] relations = direct.rows.relationsOf(item);
        for (int entry = direct.rows.begin(item); entry < direct.rows.end(item); entry++) {
            float cosine = direct.cosine(item, others[entry], relations[entry]);
            hops.add(others[entry], cosine);
            mostAlike.offer(others[entry], cosine);
        }
        int at = item * settings.hop();
        Arrays.fill(alike, at, at + settings.hop(), -1);
        for (int other : mostAlike.items()) {
            cosines[at] = hops.of(other);
            alike[at++] = other;
        }
        hops.clear();
    }

    private void row(int item, NeighbourRows.Builder builder) {
        hop(item);
        int[] others = direct.rows.neighboursOf(item);
        long[] relations = direct.rows.relationsOf(item);
        double afterAll = direct.afterSums[item] + settings.pairPrior();
        double beforeAll = direct.beforeSums[item] + settings.pairPrior();
        for (int entry = direct.rows.begin(item); entry < direct.rows.end(item); entry++) {
            int other = others[entry];
            after.add(other, NeighbourRows.after(relations[entry]));
            before.add(other, NeighbourRows.before(relations[entry]));
            double near = after.of(other) / afterAll + BEFORE_SAY * before.of(other) / beforeAll;
            float cosine = direct.cosine(item, other, relations[entry]);
            strongest.offer(other, (float) (near + cosine + hops.of(other)));
        }
        for (int i = 0; i < hops.size(); i++) {
            int other = hops.item(i);
            if (after.of(other) + before.of(other) == 0) {
                strongest.offer(other, hops.of(other));
            }
        }
        for (int other : strongest.items()) {
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
}
