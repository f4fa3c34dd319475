package org.p13n.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.p13n.engine.model.basket.BasketItem;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.basket.BasketSettings;
import org.p13n.engine.model.basket.BasketTrainer;

/** Baskets: full training, a publication after one order, and what a page waits for. 200,000 orders of 5 lines. */
@State(Scope.Benchmark)
@Fork(jvmArgs = "-Xmx2g")
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BasketBenchmark {
    private static final int ORDERS = 200_000;
    private static final int LINES = 5;
    private static final int CARTS = 256;

    @Param({"4000", "100000"})
    private int products;

    private BasketTrainer trainer;
    private BasketModel model;
    private long[][] carts;
    private long[][] seeds;
    private int next;
    private long orders = ORDERS;

    /** Trains once. */
    @Setup
    public void learn() {
        SampleBaskets baskets = new SampleBaskets(products);
        trainer = new BasketTrainer(BasketSettings.defaults());
        baskets.order(trainer, ORDERS, LINES);
        model = trainer.train(SampleBaskets.NOW);
        carts = new long[CARTS][];
        seeds = new long[CARTS][];
        for (int i = 0; i < CARTS; i++) {
            carts[i] = baskets.cart(8);
            seeds[i] = baskets.cart(1);
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<BasketItem> boughtTogether() {
        return model.complete(seeds[next++ % CARTS], 20, item -> true);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public List<BasketItem> completeACartOfEight() {
        return model.complete(carts[next++ % CARTS], 20, item -> true);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public BasketModel publishAfterAnOrder() {
        orders++;
        trainer.add(orders, 0, orders % products, SampleBaskets.NOW);
        trainer.add(orders, 0, orders * 7 % products, SampleBaskets.NOW);
        return trainer.publish(SampleBaskets.NOW);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public BasketModel train() {
        return trainer.train(SampleBaskets.NOW);
    }
}
