package org.p13n.benchmark.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.p13n.engine.evaluation.Metrics;

/** Trains one peer on real histories without their last product, and times and judges what it recommends. */
public final class OnePeer {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int WARM_UP = 2_000;
    private static final int WARM_TRAININGS = 4;
    private static final int LIST = 10;
    private static final double MICROS = 1_000.0;

    private OnePeer() {}

    /** @param arguments the peer's number and a file of histories: a shopper and then its products in each line */
    public static void main(String[] arguments) throws Exception {
        Peer peer = Peers.ALL.get(Integer.parseInt(arguments[0]));
        List<long[]> histories = new ArrayList<>();
        List<Long> targets = new ArrayList<>();
        read(Path.of(arguments[1]), histories, targets);
        long memoryBefore = usedMemory();
        long cpu = PROCESS.getProcessCpuTime();
        long begin = System.nanoTime();
        peer.train(histories);
        double trainSeconds = (System.nanoTime() - begin) / 1e9;
        double cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
        long memory = usedMemory() - memoryBefore;
        double warmSeconds = Double.POSITIVE_INFINITY;
        for (int again = 0; again < WARM_TRAININGS; again++) {
            cpu = PROCESS.getProcessCpuTime();
            peer.train(histories);
            warmSeconds = Math.min(warmSeconds, (PROCESS.getProcessCpuTime() - cpu) / 1e9);
        }
        for (int shopper = 0; shopper < Math.min(WARM_UP, histories.size()); shopper++) {
            peer.recommend(shopper, LIST);
        }
        long[] nanos = new long[histories.size()];
        double hits = 0;
        double gain = 0;
        for (int shopper = 0; shopper < histories.size(); shopper++) {
            long from = THREADS.getCurrentThreadCpuTime();
            long[] list = peer.recommend(shopper, LIST);
            nanos[shopper] = THREADS.getCurrentThreadCpuTime() - from;
            int rank = Metrics.rank(list, targets.get(shopper));
            hits += Metrics.hit(rank, LIST);
            gain += Metrics.ndcgOfOne(rank, LIST);
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.1f | %.1f | %.0f | %.4f | %.4f |%n",
                peer.name(),
                trainSeconds,
                cpuSeconds,
                warmSeconds,
                nanos[nanos.length / 2] / MICROS,
                nanos[nanos.length * 99 / 100] / MICROS,
                memory / 1e6,
                hits / histories.size(),
                gain / histories.size());
        if (peer.recommend(0, LIST) == null) {
            throw new IllegalStateException("unreachable, keeps the peer in memory");
        }
    }

    private static void read(Path file, List<long[]> histories, List<Long> targets) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> {
                        long[] items = Arrays.stream(line.split(" ", -1))
                                .skip(1)
                                .mapToLong(Long::parseLong)
                                .toArray();
                        histories.add(Arrays.copyOf(items, items.length - 1));
                        targets.add(items[items.length - 1]);
                    });
        }
    }

    private static long usedMemory() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
