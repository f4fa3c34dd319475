package org.p13n.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;

/**
 * What handing over costs the request thread, call by call: alone, and with four threads at once. The queue never fills:
 * each thread takes up to two thousand out after a thousand offers, which is in the last thousandth of the calls.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QueueBenchmark {
    private static final int BATCH = 1_000;
    private static final Interaction VIEW = Interaction.productView(1, 17, SampleShop.NOW);

    /** One queue for all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        private final InteractionQueue queue = new InteractionQueue(100_000);
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

    @Benchmark
    @Threads(4)
    public boolean offerContended(Shared shared, Own own) {
        return offer(shared, own);
    }

    private static boolean offer(Shared shared, Own own) {
        if (++own.offered % BATCH == 0) {
            own.drained.clear();
            shared.queue.drainTo(own.drained, 2 * BATCH);
        }
        if (!shared.queue.offer(VIEW)) {
            throw new IllegalStateException("The queue must never fill here but has dropped an interaction");
        }
        return true;
    }
}
