package org.p13n.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.p13n.engine.model.session.LiveSessionModel;
import org.p13n.engine.model.session.NextItem;
import org.p13n.engine.model.session.SessionModel;
import org.p13n.engine.model.session.SessionSettings;
import org.p13n.engine.model.session.SessionTrainer;

/**
 * What a page waits for when it asks what comes next in a session: 20 products, for sessions like those learned from. The
 * quantiles are the answer, not the mean. Large sizes: {@code -Dbenchmark.args="-f 1 -jvmArgs -Xmx4g -p products=1000000 -p
 * sessions=10000000 SessionBenchmark"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBenchmark {
    private static final int QUERIES = 1 << 12;
    private static final int LIST = 20;

    @Param("100000")
    private int products;

    @Param("1000000")
    private int sessions;

    private final long[][] queries = new long[QUERIES][];
    private SessionModel model;
    private LiveSessionModel live;
    private int next;

    /** Learns the sessions and says how long that took. */
    @Setup
    public void learn() {
        SampleSessions sample = new SampleSessions(products, 17);
        SessionTrainer trainer = new SessionTrainer(SessionSettings.defaults());
        long clicks = 0;
        for (int session = 0; session < sessions; session++) {
            long[] items = sample.session();
            clicks += items.length;
            trainer.add(SessionTrainer.UNKNOWN_SHOPPER, items, session);
        }
        long begin = System.nanoTime();
        model = trainer.train();
        System.out.printf(
                "# %d clicks learned in %.1f s, %d MB%n",
                clicks, (System.nanoTime() - begin) / 1e9, model.bytes() >> 20);
        live = new LiveSessionModel(model);
        SplittableRandom random = new SplittableRandom(18);
        for (int query = 0; query < QUERIES; query++) {
            long[] items = sample.session();
            queries[query] = Arrays.copyOf(items, 1 + random.nextInt(items.length));
        }
    }

    /** One click that everyone's next look-up knows of. */
    @Benchmark
    public boolean learnAClick() {
        if (live.isFull()) {
            live = new LiveSessionModel(model);
        }
        long[] session = queries[next++ & (QUERIES - 1)];
        return live.click(SessionTrainer.UNKNOWN_SHOPPER, next >>> 2, session[session.length - 1]);
    }

    @Benchmark
    public List<NextItem> next20() {
        return model.next(queries[next++ & (QUERIES - 1)], LIST, any -> true);
    }
}
