package org.p13n.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;
import org.p13n.engine.ranking.ListRanker;
import org.p13n.engine.ranking.RankedList;
import org.p13n.engine.ranking.RankingSettings;
import org.p13n.engine.ranking.Recommendation;
import org.p13n.engine.ranking.RecommendationRequest;
import org.p13n.engine.ranking.RecommendationService;

/** What a page waits for: one list, one widget, one view taken in, one hand-over. A shop of 10,000 products. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {
    private static final int PRODUCTS = 10_000;
    private static final int ORDERS = 20_000;
    private static final int LINES = 4;
    private static final long SEED = 17;

    private final SampleShop shop = new SampleShop(PRODUCTS);
    private final ShopperProfile shopper = shop.shopper();
    private final long[] list = LongStream.rangeClosed(1, 200).toArray();
    private final ListRanker ranker = new ListRanker(shop, RankingSettings.defaults());
    private final InteractionQueue queue = new InteractionQueue(1 << 16);
    private final List<Interaction> drained = new ArrayList<>();
    private final Interaction view = Interaction.productView(1, SEED, SampleShop.NOW);
    private final ItemFacts viewed = shop.facts(SEED);
    private ModelTrainer trainer;
    private RecommendationService service;
    private int offered;
    private long orders = ORDERS;

    /** Learns a year of orders. */
    @Setup
    public void learn() {
        trainer = shop.trainer();
        shop.order(trainer, ORDERS, LINES);
        Model model = trainer.publish();
        service = new RecommendationService(() -> model, shop, RankingSettings.defaults());
    }

    @Benchmark
    public RankedList rerank200() {
        return ranker.rerank(list, shopper, 0.5, SampleShop.NOW);
    }

    @Benchmark
    public List<Recommendation> recommend20() {
        return service.youMayAlsoLike(
                new RecommendationRequest(shopper, new long[] {SEED}, item -> true, 20, SampleShop.NOW));
    }

    @Benchmark
    public ShopperProfile takeInAView() {
        return shopper.with(view, viewed);
    }

    @Benchmark
    public String storeAProfile() {
        return shopper.encode();
    }

    @Benchmark
    public ShopperProfile loadAProfile(StoredProfile stored) {
        return ShopperProfile.decode(stored.text);
    }

    /** Offers, and drains every thousandth time, as the storing thread does. */
    @Benchmark
    public boolean offerToTheQueue() {
        if (++offered % 1000 == 0) {
            drained.clear();
            queue.drainTo(drained, 1000);
        }
        return queue.offer(view);
    }

    /** A model after one more order of two lines. */
    @Benchmark
    public Model publishAfterAnOrder() {
        orders++;
        trainer.add(Interaction.purchase(1, 1 + orders % PRODUCTS, 1, orders, SampleShop.NOW));
        trainer.add(Interaction.purchase(1, 1 + orders * 7 % PRODUCTS, 1, orders, SampleShop.NOW));
        return trainer.publish();
    }

    /** The text of a profile as the database holds it. */
    @State(Scope.Benchmark)
    public static class StoredProfile {
        private final String text = new SampleShop(PRODUCTS).shopper().encode();
    }
}
