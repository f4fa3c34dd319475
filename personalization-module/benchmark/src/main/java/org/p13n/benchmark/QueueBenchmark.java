package org.p13n.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;

/**
 * What handing over costs the request thread, call by call: alone, and with four threads at once. Each thread takes up to
 * two thousand out after a thousand offers, which is in the last thousandth of the calls.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueueBenchmark {
    private static final int BATCH = 1_000;
    private static final int WORK = 500;
    private static final Interaction VIEW = Interaction.productView(1, 17, SampleShop.NOW);

    /** One queue for all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final InteractionQueue queue = new InteractionQueue(100_000);
        private final LongAdder offered = new LongAdder();

        /** A refusal is cheaper than an acceptance: the figures hold only if there are few. */
        @TearDown
        public void tellRefusals() {
            System.out.printf("refused %d of %d offers%n", queue.dropped(), offered.sum());
        }
    }

    /** What each thread takes out. */
    @State(Scope.Thread)
    public static class Own {
        private final List<Interaction> drained = new ArrayList<>(BATCH);
        private int offered;
    }

    @Benchmark
    @Threads(1)
    public boolean offerAlone(Shared shared, Own own) {
        return offer(shared, own);
    }

    /** The work of {@link #offerContended} without the offer. */
    @Benchmark
    @Threads(4)
    public void workContended() {
        Blackhole.consumeCPU(WORK);
    }

    /** Four threads that do something else, too: nobody offers thirty million times a second. */
    @Benchmark
    @Threads(4)
    public boolean offerContended(Shared shared, Own own) {
        Blackhole.consumeCPU(WORK);
        return offer(shared, own);
    }

    private static boolean offer(Shared shared, Own own) {
        if (++own.offered % BATCH == 0) {
            own.drained.clear();
            shared.queue.drainTo(own.drained, 2 * BATCH);
        }
        shared.offered.increment();
        return shared.queue.offer(VIEW);
    }
}
