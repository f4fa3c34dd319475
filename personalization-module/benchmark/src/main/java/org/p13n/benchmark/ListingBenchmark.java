package org.p13n.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.p13n.engine.model.item.ItemNeighbours;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.learning.ChoiceSettings;
import org.p13n.engine.model.taste.TasteModel;
import org.p13n.engine.model.taste.TasteSettings;
import org.p13n.engine.ranking.listing.ListingFeatures;
import org.p13n.engine.ranking.listing.ListingModels;
import org.p13n.engine.ranking.listing.ListingScorer;
import org.p13n.engine.ranking.listing.ListingTrainer;
import org.p13n.engine.ranking.listing.PositionBias;
import org.p13n.engine.ranking.listing.PurchaseHistory;

/** The learned order of 200 products, item-to-item look-ups and taste. A shop of 10,000 products and 40,000 orders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ListingBenchmark {
    private static final int PRODUCTS = 10_000;
    private static final int ORDERS = 40_000;
    private static final int SHOPPERS = 4_000;
    private static final int LINES = 5;
    private static final int LIST = 200;
    private static final int SHOWN = 20;
    private static final long DAY = 24 * 3600 * 1000L;

    private final Random random = new Random(7);
    private final long[] seeds = LongStream.range(0, 40).map(i -> popular()).toArray();
    private PurchaseHistory history;
    private ListingModels models;
    private ListingFeatures shopper;
    private ListingScorer scorer;
    private ItemNeighbours neighbours;
    private TasteModel taste;
    private long seed;

    /** Learns from a year of orders, and curves from a thousand choices. */
    @Setup
    public void learn() {
        ListingModels.Trainer trainer = new ListingModels.Trainer();
        ItemTrainer touches = new ItemTrainer(ItemSettings.defaults());
        for (int order = 0; order < ORDERS; order++) {
            long at = SampleShop.NOW - order % 365 * DAY;
            long buyer = 1 + random.nextInt(SHOPPERS);
            long[] items = LongStream.range(0, LINES).map(i -> popular()).toArray();
            trainer.add(buyer, items, at);
            for (long item : items) {
                touches.add(buyer, item, Touch.PURCHASE, at);
            }
        }
        models = trainer.train(SampleShop.NOW);
        taste = TasteModel.of(touches.train(SampleShop.NOW), Step.BOUGHT_BOUGHT, TasteSettings.defaults());
        neighbours = taste.items().neighbours(Step.BOUGHT_BOUGHT);
        long[] times = new long[seeds.length];
        Arrays.setAll(times, i -> SampleShop.NOW - i / LINES * 20 * DAY);
        history = PurchaseHistory.of(seeds, times, SampleShop.NOW);
        shopper = ListingFeatures.of(history, models);
        ListingTrainer learner = new ListingTrainer(ChoiceSettings.defaults(), PositionBias.none());
        for (int choice = 0; choice < 1_000; choice++) {
            long[] list = LongStream.range(0, 50).map(i -> popular()).distinct().toArray();
            learner.add(shopper, list, list[0], item -> false, 0, 1);
        }
        scorer = learner.learn();
    }

    /** What a category page waits for: features, curves and order of 200 products. */
    @Benchmark
    public int[] order200() {
        return scorer.order(shopper, listOfNeighbours());
    }

    /** The same with its candidates from the item-to-item list of one product, cut to the 20 that are shown. */
    @Benchmark
    public int[] lookUpScoreAndRank20Of200() {
        return Arrays.copyOf(scorer.order(shopper, listOfNeighbours()), SHOWN);
    }

    /** What the first page after a purchase waits for as well. */
    @Benchmark
    public ListingFeatures featuresOfAShopper() {
        return ListingFeatures.of(history, models);
    }

    @Benchmark
    public Object taste20() {
        return taste.top(seeds, SHOWN, item -> true);
    }

    private long[] listOfNeighbours() {
        int number = neighbours.number(1 + seed++ % 1_000);
        long[] list = new long[LIST];
        int begin = number < 0 ? 0 : neighbours.begin(number);
        int end = number < 0 ? 0 : neighbours.end(number);
        for (int i = 0; i < LIST; i++) {
            list[i] = begin + i < end
                    ? neighbours.itemId(neighbours.neighbour(begin + i))
                    : 1 + (seed + i * 37L) % PRODUCTS;
        }
        return list;
    }

    private long popular() {
        return 1 + (long) (PRODUCTS * Math.pow(random.nextDouble(), 2));
    }
}
