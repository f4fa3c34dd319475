package org.p13n.engine.ranking.listing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.p13n.engine.model.index.MergeSort;
import org.p13n.engine.model.learning.AdditiveModel;

/** Orders lists for a shopper by a sum of curves of the products' features. Immutable; thread-safe. */
public final class ListingScorer {
    private final AdditiveModel curves;

    ListingScorer(AdditiveModel curves) {
        this.curves = curves;
    }

    /** The scorer before anything was learned. */
    public static ListingScorer handSet() {
        return new ListingScorer(AdditiveModel.handSet(ListingFeature.curves()));
    }

    /** A score for each product of a list. */
    public double[] scores(ListingFeatures shopper, long[] itemIds) {
        float[] features = shopper.of(itemIds);
        double[] scores = new double[itemIds.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = curves.score(features, i * ListingFeature.COUNT);
        }
        return scores;
    }

    /** The places of a list in their new order: highest score first, ties by item id. */
    public int[] order(ListingFeatures shopper, long[] itemIds) {
        double[] scores = scores(shopper, itemIds);
        int[] order = new int[itemIds.length];
        Arrays.setAll(order, i -> i);
        MergeSort.sort(
                order,
                new int[order.length],
                0,
                order.length,
                (a, b) -> scores[a] != scores[b] ? scores[a] > scores[b] : itemIds[a] < itemIds[b]);
        return order;
    }

    /** What each feature adds to a product's score, in the order of {@link ListingFeature}: their sum in it is the score. */
    public double[] shares(ListingFeatures shopper, long itemId) {
        float[] features = shopper.of(new long[] {itemId});
        double[] shares = new double[features.length];
        Arrays.setAll(shares, i -> curves.share(i, features[i]));
        return shares;
    }

    /** Estimated heap. */
    public long bytes() {
        return curves.bytes();
    }

    public void writeTo(DataOutput out) throws IOException {
        curves.writeTo(out);
    }

    /**
     * The scorer that {@link #writeTo} has written.
     *
     * @throws IOException if it is one of other features or holds figures that cannot be
     */
    public static ListingScorer readFrom(DataInput in) throws IOException {
        return new ListingScorer(AdditiveModel.readFrom(in, ListingFeature.COUNT));
    }
}
