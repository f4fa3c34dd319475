package org.p13n.benchmark.growth;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.FullTraining;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.model.TrainingSettings;
import org.p13n.engine.model.content.CatalogTexts;
import org.p13n.engine.profile.ShopperProfile;
import org.p13n.engine.ranking.ListRanker;
import org.p13n.engine.ranking.RankedList;
import org.p13n.engine.ranking.RankingSettings;
import org.p13n.engine.ranking.Recommendation;

/**
 * What a page waits for while others' interactions flow in: one list of 20, a page with three placements, what comes next in
 * the session, 200 products in the shopper's order. The quantiles are the answer, not the mean.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageBenchmark {
    private static final int PER_MILLISECOND_SHARE = 1_000;
    private static final long PUBLICATION = TimeUnit.SECONDS.toNanos(1);
    private static final int LIST = 200;

    @Param("100000")
    private int products;

    @Param("1000000")
    private int interactions;

    /** Interactions a second that another thread learns meanwhile, publishing a model each second. */
    @Param({"0", "5000"})
    private int updates;

    private volatile Model model;
    private volatile boolean over;
    private Thread learning;
    private Pages pages;
    private ListRanker ranker;
    private ShopperProfile shopper;
    private final long[] list = new long[LIST];
    private int next;

    /** Learns a year, then goes on learning in the background. */
    @Setup
    public void learn() {
        SyntheticShop shop = new SyntheticShop(products);
        FullTraining training =
                new FullTraining(shop, CatalogTexts.NONE, TrainingSettings.defaults(), 2, () -> SyntheticShop.NOW);
        shop.tell(interactions, 1, training::add);
        ModelTrainer trainer = training.finish(phase -> {});
        model = trainer.publish();
        pages = new Pages(shop, () -> model);
        ranker = new ListRanker(shop, RankingSettings.defaults());
        shopper = pages.shopper(0);
        long category = shop.favourite(1, 0);
        for (int i = 0; i < LIST; i++) {
            list[i] = 1 + (category + i) % products;
        }
        learning = new Thread(() -> goOn(trainer), "learning");
        learning.setDaemon(true);
        learning.start();
    }

    /** Ends the learning. */
    @TearDown
    public void end() throws InterruptedException {
        over = true;
        learning.join();
    }

    @Benchmark
    public List<Recommendation> list20() {
        return pages.list(next++ & Integer.MAX_VALUE);
    }

    @Benchmark
    public List<Recommendation> pageOfThree() {
        return pages.page(next++ & Integer.MAX_VALUE);
    }

    @Benchmark
    public List<?> session20() {
        return pages.session(next++ & Integer.MAX_VALUE);
    }

    @Benchmark
    public RankedList rerank200() {
        return ranker.rerank(list, shopper, 0.5, SyntheticShop.NOW);
    }

    private void goOn(ModelTrainer trainer) {
        SplittableRandom random = new SplittableRandom(5);
        long begin = System.nanoTime();
        long published = begin;
        long done = 0;
        while (!over) {
            long now = System.nanoTime();
            long due = TimeUnit.NANOSECONDS.toMillis(now - begin) * updates / PER_MILLISECOND_SHARE;
            for (; done < due; done++) {
                long item = 1 + (long) (products * Math.pow(random.nextDouble(), 3));
                trainer.add(Interaction.productView(1 + random.nextInt(50_000), item, SyntheticShop.NOW));
            }
            if (updates > 0 && now - published > PUBLICATION) {
                model = trainer.publish();
                published = now;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
