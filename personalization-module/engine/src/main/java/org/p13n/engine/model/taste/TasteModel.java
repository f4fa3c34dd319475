package org.p13n.engine.model.taste;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.p13n.engine.model.index.TopItems;
import org.p13n.engine.model.item.ItemModel;
import org.p13n.engine.model.item.ItemNeighbours;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.learning.AdditiveModel;

/**
 * What fits a shopper with a history: his latest products lead to their neighbours, and learned curves tell how to hear
 * them together. Holds nothing of any shopper, so that an interaction counts at the next look. Immutable.
 */
public final class TasteModel {
    private static final int FORMAT = 1;

    private final ItemModel items;
    private final Step step;
    private final TasteSettings settings;
    private final AdditiveModel curves;
    private final ItemNeighbours neighbours;

    TasteModel(ItemModel items, Step step, TasteSettings settings, AdditiveModel curves) {
        this.items = items;
        this.step = step;
        this.settings = settings;
        this.curves = curves;
        neighbours = items.neighbours(step);
    }

    /** A model with slopes that are set by hand. */
    public static TasteModel of(ItemModel items, Step step, TasteSettings settings) {
        return new TasteModel(items, step, settings, AdditiveModel.handSet(TasteFeature.curves()));
    }

    /** The same curves over newer lists. */
    public TasteModel over(ItemModel newer) {
        return new TasteModel(newer, step, settings, curves);
    }

    /**
     * The products that fit best, ties by item id; none if nothing of the history leads anywhere.
     *
     * @param newestFirst what the shopper touched; only the latest speak
     * @param allowed whether a product may be in the list
     */
    public List<TastePick> top(long[] newestFirst, int limit, LongPredicate allowed) {
        Walk walk = new Walk(neighbours, settings);
        walk.from(newestFirst);
        double[] scores = scores(walk);
        TopItems best = new TopItems(
                Math.min(limit, walk.size()),
                (a, b) -> scores[a] != scores[b]
                        ? scores[a] > scores[b]
                        : neighbours.itemId(walk.item(a)) < neighbours.itemId(walk.item(b)));
        for (int row = 0; row < walk.size(); row++) {
            if (allowed.test(neighbours.itemId(walk.item(row)))) {
                best.offer(row);
            }
        }
        List<TastePick> picks = new ArrayList<>(limit);
        for (int row : best.bestFirst()) {
            picks.add(new TastePick(neighbours.itemId(walk.item(row)), scores[row]));
        }
        return picks;
    }

    /** How well each product fits; 0 for one that nothing of the history leads to. */
    public double[] scores(long[] newestFirst, long[] itemIds) {
        Walk walk = new Walk(neighbours, settings);
        walk.from(newestFirst);
        float[] features = new float[TasteFeature.COUNT];
        double[] scores = new double[itemIds.length];
        for (int i = 0; i < itemIds.length; i++) {
            int number = neighbours.number(itemIds[i]);
            int row = number < 0 ? -1 : walk.row(number);
            if (row >= 0) {
                walk.features(row, features);
                scores[i] = curves.score(features, 0);
            }
        }
        return scores;
    }

    /**
     * Who says so: the shares of the history's products, in the order of the history, and last the popularity. They add
     * up to the score but for rounding; a feature belongs to the products of the history in proportion to what each adds
     * to its sum.
     */
    public List<TasteShare> explain(long[] newestFirst, long itemId) {
        return Shares.of(neighbours, settings, curves, newestFirst, itemId);
    }

    /** The lists it walks on. */
    public ItemModel items() {
        return items;
    }

    /** Estimated heap, without the lists. */
    public long bytes() {
        return curves.bytes();
    }

    /** Writes the curves and settings; the lists are written by {@link ItemModel#writeTo}. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        out.writeInt(step.ordinal());
        out.writeInt(settings.historyItems());
        out.writeInt(settings.neighbours());
        out.writeDouble(settings.lightShrinkage());
        out.writeDouble(settings.likelihoodShrinkage());
        curves.writeTo(out);
    }

    /**
     * The model that {@link #writeTo} has written, over these lists; how it was learned is not in it.
     *
     * @throws IOException if it is of another format or holds figures that cannot be
     */
    public static TasteModel readFrom(DataInput in, ItemModel items) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("A taste model must be of format " + FORMAT + " but is of " + format
                    + ": train it anew or use the version of the module that wrote it");
        }
        int step = in.readInt();
        if (step < 0 || step >= Step.values().length) {
            throw new IOException("A taste model must walk a known step but walks number " + step);
        }
        TasteSettings settings = readSettings(in);
        AdditiveModel curves = AdditiveModel.readFrom(in, TasteFeature.COUNT);
        return new TasteModel(items, Step.values()[step], settings, curves);
    }

    private static TasteSettings readSettings(DataInput in) throws IOException {
        TasteSettings usual = TasteSettings.defaults();
        try {
            return new TasteSettings(
                    in.readInt(),
                    in.readInt(),
                    usual.learningShoppers(),
                    usual.rivalsDepth(),
                    usual.learning(),
                    in.readDouble(),
                    in.readDouble());
        } catch (IllegalArgumentException e) {
            throw new IOException("A taste model holds a setting that cannot be", e);
        }
    }

    double[] scores(Walk walk) {
        float[] features = new float[TasteFeature.COUNT];
        double[] scores = new double[walk.size()];
        for (int row = 0; row < scores.length; row++) {
            walk.features(row, features);
            scores[row] = curves.score(features, 0);
        }
        return scores;
    }
}
