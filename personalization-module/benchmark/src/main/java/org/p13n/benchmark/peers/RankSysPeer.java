package org.p13n.benchmark.peers;

import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import es.uam.eps.ir.ranksys.nn.item.ItemNeighborhoodRecommender;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.CachedItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.neighborhood.TopKItemNeighborhood;
import es.uam.eps.ir.ranksys.nn.item.sim.SetCosineItemSimilarity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jooq.lambda.tuple.Tuple;

/** RankSys 0.4.3: item-based nearest neighbours by cosine, neighbourhoods of 64 computed in training. */
final class RankSysPeer implements Peer {
    private static final int NEIGHBOURS = 64;

    private FastPreferenceData<Integer, Long> data;
    private ItemNeighborhoodRecommender<Integer, Long> recommender;

    @Override
    public String name() {
        return "RankSys";
    }

    @Override
    public void train(List<long[]> histories) {
        SimpleFastUserIndex<Integer> users =
                SimpleFastUserIndex.load(IntStream.range(0, histories.size()).boxed());
        SimpleFastItemIndex<Long> items = SimpleFastItemIndex.load(histories.stream()
                .flatMapToLong(Arrays::stream)
                .distinct()
                .sorted()
                .boxed());
        data = SimpleFastPreferenceData.load(
                IntStream.range(0, histories.size())
                        .boxed()
                        .flatMap(shopper -> LongStream.of(histories.get(shopper))
                                .distinct()
                                .mapToObj(item -> Tuple.tuple(shopper, item, 1.0))),
                users,
                items);
        recommender = new ItemNeighborhoodRecommender<>(
                data,
                new CachedItemNeighborhood<>(
                        new TopKItemNeighborhood<>(new SetCosineItemSimilarity<>(data, 0.5, true), NEIGHBOURS)),
                1);
    }

    @Override
    public long[] recommend(int shopper, int howMany) {
        int[] known = data.getUidxPreferences(shopper)
                .mapToInt(preference -> preference.v1)
                .sorted()
                .toArray();
        return recommender
                .getRecommendation(shopper, howMany, item -> Arrays.binarySearch(known, item) < 0)
                .getIidxs()
                .stream()
                .mapToLong(item -> data.iidx2item(item.v1))
                .toArray();
    }
}
