package org.p13n.engine.model.session;

import java.util.ArrayList;
import java.util.List;

/** Takes one candidate's score apart, by reason and by product of the session. Not on the hot path. */
final class Explaining {
    private final Lookup lookup;
    private final long itemId;
    private final int item;
    private final float[] weights;
    private final List<NextShare> shares = new ArrayList<>();

    /** A lookup that has just collected a session. */
    Explaining(Lookup lookup, long itemId, int item, Blend blend) {
        this.lookup = lookup;
        this.itemId = itemId;
        this.item = item;
        weights = blend.under(lookup.circumstances());
    }

    List<NextShare> shares() {
        float[] features = lookup.featuresOf(item).clone();
        float[] sums = lookup.sumsOf(item);
        float[][] parts = lookup.partsOf(item);
        for (int group = 0; group < Features.GROUPS; group++) {
            for (int relation = 0; relation < Features.RELATIONS; relation++) {
                int i = group * Features.RELATIONS + relation;
                float share = features[i] * weights[i] + features[Features.PAIRS + i] * weights[Features.PAIRS + i];
                split(group, relation, share, sums[i], parts);
            }
        }
        add(NextReason.SUPPORT, itemId, sum(features, Features.SUPPORT, Features.OWN), sums[Features.SUPPORTERS]);
        add(NextReason.SEEN_BEFORE, itemId, sum(features, Features.OWN, Features.ALONE), sums[Features.TIMES]);
        add(NextReason.POPULARITY, itemId, sum(features, Features.ALONE, Features.COUNT), lookup.clicksOf(item));
        return shares;
    }

    private float sum(float[] features, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += features[i] * weights[i];
        }
        return sum;
    }

    private void split(int group, int relation, float share, float sum, float[][] parts) {
        int last = group == Features.GROUPS - 1 ? parts.length : Math.min(group + 1, parts.length);
        for (int back = group; back < last; back++) {
            float part = parts[back][group * Features.RELATIONS + relation];
            if (part > 0) {
                add(NextReason.ofRelation(relation), lookup.seed(back), share * part / sum, part);
            }
        }
    }

    private void add(NextReason reason, long seedItemId, float share, float strength) {
        if (share != 0) {
            shares.add(new NextShare(reason, seedItemId, share, strength));
        }
    }
}
