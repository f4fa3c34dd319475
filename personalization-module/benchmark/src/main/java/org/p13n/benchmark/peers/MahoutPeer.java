package org.p13n.benchmark.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.mahout.cf.taste.impl.common.FastByIDMap;
import org.apache.mahout.cf.taste.impl.common.FastIDSet;
import org.apache.mahout.cf.taste.impl.model.GenericBooleanPrefDataModel;
import org.apache.mahout.cf.taste.impl.recommender.GenericBooleanPrefItemBasedRecommender;
import org.apache.mahout.cf.taste.impl.similarity.GenericItemSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.GenericItemSimilarity.ItemItemSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.LogLikelihoodSimilarity;
import org.apache.mahout.cf.taste.impl.similarity.precompute.MultithreadedBatchItemSimilarities;
import org.apache.mahout.cf.taste.recommender.RecommendedItem;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItem;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItems;
import org.apache.mahout.cf.taste.similarity.precompute.SimilarItemsWriter;

/** Mahout 0.13.0's Taste: item-based for histories without ratings by log-likelihood, the 64 most similar precomputed. */
final class MahoutPeer implements Peer {
    private static final int NEIGHBOURS = 64;
    private static final int THREADS = 1;
    private static final int HOURS = 1;

    private GenericBooleanPrefItemBasedRecommender recommender;

    private static final class Collector implements SimilarItemsWriter {
        final List<ItemItemSimilarity> found = new ArrayList<>();

        @Override
        public void open() {}

        @Override
        public void add(SimilarItems items) {
            for (SimilarItem similar : items.getSimilarItems()) {
                found.add(new ItemItemSimilarity(items.getItemID(), similar.getItemID(), similar.getSimilarity()));
            }
        }

        @Override
        public void close() {}
    }

    @Override
    public String name() {
        return "Mahout Taste";
    }

    @Override
    public void train(List<long[]> histories) throws IOException {
        FastByIDMap<FastIDSet> data = new FastByIDMap<>(histories.size());
        for (int shopper = 0; shopper < histories.size(); shopper++) {
            FastIDSet items = new FastIDSet();
            for (long item : histories.get(shopper)) {
                items.add(item);
            }
            data.put(shopper, items);
        }
        GenericBooleanPrefDataModel model = new GenericBooleanPrefDataModel(data);
        Collector collector = new Collector();
        new MultithreadedBatchItemSimilarities(
                        new GenericBooleanPrefItemBasedRecommender(model, new LogLikelihoodSimilarity(model)),
                        NEIGHBOURS)
                .computeItemSimilarities(THREADS, HOURS, collector);
        recommender = new GenericBooleanPrefItemBasedRecommender(model, new GenericItemSimilarity(collector.found));
    }

    @Override
    public long[] recommend(int shopper, int howMany) throws Exception {
        return recommender.recommend(shopper, howMany).stream()
                .mapToLong(RecommendedItem::getItemID)
                .toArray();
    }
}
