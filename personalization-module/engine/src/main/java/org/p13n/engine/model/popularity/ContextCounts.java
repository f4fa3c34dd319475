package org.p13n.engine.model.popularity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.p13n.engine.model.index.ForwardDecay;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;

/** How much each item is wanted of late in each context and overall; owned by the trainer's thread. */
final class ContextCounts {
    private final PopularitySettings settings;
    private final LongIndex items;
    private final ForwardDecay decay;
    private LongIndex contexts = new LongIndex();
    private ItemWeights[] rows = new ItemWeights[16];
    private double[] overall = new double[16];

    ContextCounts(PopularitySettings settings, LongIndex items, long landmark) {
        this.settings = settings;
        this.items = items;
        decay = new ForwardDecay(landmark, settings.halfLife().toMillis());
    }

    void addOverall(int item, double weight, long at) {
        if (item >= overall.length) {
            overall = Arrays.copyOf(overall, Math.max(item + 1, overall.length * 2));
        }
        overall[item] = Math.max(0, overall[item] + weight * decay.growth(at));
    }

    void add(long context, int item, double weight, long at) {
        int number = contexts.find(context);
        if (number < 0) {
            if (weight <= 0) {
                return;
            }
            if (contexts.size() == settings.contexts()) {
                forgetWeakerHalf();
            }
            number = contexts.findOrAdd(context);
            if (number == rows.length) {
                rows = Arrays.copyOf(rows, number * 2);
            }
            rows[number] = new ItemWeights();
        }
        rows[number].add(item, weight * decay.growth(at), settings.itemsPerContext());
    }

    private void forgetWeakerHalf() {
        double[] totals = IntStream.range(0, contexts.size())
                .mapToDouble(i -> rows[i].total())
                .toArray();
        int[] strongest = IntStream.range(0, totals.length)
                .boxed()
                .sorted((a, b) -> totals[a] == totals[b]
                        ? Long.compare(contexts.keyAt(a), contexts.keyAt(b))
                        : Double.compare(totals[b], totals[a]))
                .mapToInt(number -> number)
                .toArray();
        LongIndex kept = new LongIndex();
        ItemWeights[] keptRows = new ItemWeights[rows.length];
        for (int number : Arrays.copyOf(strongest, totals.length / 2)) {
            keptRows[kept.findOrAdd(contexts.keyAt(number))] = rows[number];
        }
        contexts = kept;
        rows = keptRows;
    }

    ContextPopularity publish(LongIndex publishedItems, long now) {
        double scale = decay.scale(now);
        SparseRows.Builder built = new SparseRows.Builder();
        float[] totals = new float[contexts.size()];
        for (int context = 0; context < totals.length; context++) {
            ItemWeights row = rows[context];
            long[] order = new long[row.size()];
            for (int place = 0; place < order.length; place++) {
                order[place] = (long) row.item(place) << 32 | place;
            }
            Arrays.sort(order);
            for (long entry : order) {
                built.add((int) (entry >>> 32), (float) (row.weight((int) entry) * scale));
            }
            built.endRow();
            totals[context] = (float) (row.total() * scale);
        }
        float[] shares = new float[items.size()];
        double all = Arrays.stream(overall).sum();
        for (int item = 0; item < Math.min(shares.length, overall.length); item++) {
            shares[item] = all > 0 ? (float) (overall[item] / all) : 0;
        }
        return new ContextPopularity(
                publishedItems, contexts.copy(), built.build(), totals, shares, settings.contextPrior());
    }
}
