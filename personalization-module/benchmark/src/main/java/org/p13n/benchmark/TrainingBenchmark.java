package org.p13n.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.ModelTrainer;

/** A whole training from nothing: a wholesaler's 20,000 orders of 27 lines on average, 550,000 lines in all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgs = "-Xmx512m")
public class TrainingBenchmark {
    private static final int ORDERS = 20_000;
    private static final int LINES = 27;

    @Param({"4000", "100000"})
    private int products;

    @Benchmark
    public Model train() {
        SampleShop shop = new SampleShop(products);
        ModelTrainer trainer = shop.trainer();
        shop.order(trainer, ORDERS, LINES);
        return trainer.publish();
    }
}
