package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShownList;

/**
 * What storing costs, from the queue through writer, tables and profiles into a real PostgreSQL on the same machine. Not
 * part of the build; run by hand:
 *
 * <pre>mvn -pl personalization-module/broadleaf -am test -Dtest=StorageBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class StorageBenchmark {
    private static final int SHOPPERS = 5_000;
    private static final int PRODUCTS = 20_000;
    private static final int MILLIS_PER_SECOND = 1_000;

    @TempDir
    Path journal;

    private final Random random = new Random(42);

    /** Views of 5,000 shoppers, offered evenly at 5,000 a second, or what the system property {@code rate} says. */
    @Test
    void throughput() {
        int rate = Integer.getInteger("rate", 5_000);
        int seconds = Integer.getInteger("seconds", 30);
        try (PostgresServer server = new PostgresServer()) {
            ShopDatabase shop = server.shop();
            ShopNode node = new ShopNode(shop, journal);
            node.writer.start();
            Load load = new Load(node);
            load.offer(rate, 5); // warm
            load = new Load(node);
            long written = node.counters.of(Counter.INTERACTIONS_WRITTEN);
            long cpu = cpuMillis();
            long begin = System.nanoTime();
            load.offer(rate, seconds);
            double offered = seconds(begin);
            load.awaitEmpty();
            double took = seconds(begin);
            written = node.counters.of(Counter.INTERACTIONS_WRITTEN) - written;
            node.writer.stop();
            System.out.printf(
                    "offered %d in %.1f s; stored %d in %.1f s = %.0f/s; dropped %d; journaled %d; deepest queue %d;"
                            + " slowest offer %d us, p99 %d us; CPU of this process %.1f s; failures %d%n",
                    rate * seconds,
                    offered,
                    written,
                    took,
                    written / took,
                    node.queue.dropped(),
                    node.counters.of(Counter.INTERACTIONS_JOURNALED),
                    load.deepest,
                    load.slowestMicros(),
                    load.p99Micros(),
                    (cpuMillis() - cpu) / 1_000.0,
                    node.failures.count());
            assertThat(node.queue.dropped()).isZero();
            assertThat(shop.count("P13N_INTERACTION")).isEqualTo(node.counters.of(Counter.INTERACTIONS_WRITTEN));
        }
    }

    /** 500 a second while the database is away for a minute, or as long as the system property {@code seconds} says. */
    @Test
    void outage() {
        int rate = Integer.getInteger("rate", 500);
        int seconds = Integer.getInteger("seconds", 60);
        try (PostgresServer server = new PostgresServer()) {
            ShopDatabase shop = server.shop();
            ShopNode node = new ShopNode(shop, journal);
            node.writer.start();
            Load load = new Load(node);
            load.offer(rate, 5);
            long before = usedHeapAfterCollection();
            shop.goAway();
            load.offer(rate, seconds);
            long during = usedHeapAfterCollection();
            long bytes = node.counters.all().get("journal_bytes");
            long waiting = node.counters.all().get("journal_records");
            shop.comeBack();
            load.offer(rate, 10);
            load.awaitEmpty();
            node.writer.stop();
            System.out.printf(
                    "heap %.1f MB before, %.1f MB after %d s without a database; journal %d records, %.0f bytes each;"
                            + " dropped %d%n",
                    before / 1e6,
                    during / 1e6,
                    seconds,
                    waiting,
                    (double) bytes / Math.max(1, waiting),
                    node.queue.dropped());
            assertThat(shop.count("P13N_INTERACTION")).isEqualTo((long) rate * (seconds + 15));
        }
    }

    /** How much a stored row takes on disk, indexes included. */
    @Test
    void bytesOnDisk() {
        int rows = 200_000;
        try (PostgresServer server = new PostgresServer()) {
            ShopDatabase shop = server.shop();
            InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), new Failures());
            long now = System.currentTimeMillis();
            List<Interaction> batch = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                batch.add(view(now + i * 10L));
                if (batch.size() == 1_000) {
                    table.insert(batch);
                    batch.clear();
                }
            }
            report(shop, "P13N_INTERACTION", rows);
            InteractionIds ids = new InteractionIds();
            for (int i = 0; i < rows; i++) {
                List<Long> shown = random.longs(12, 1, PRODUCTS).boxed().toList();
                ShownList list = new ShownList("product-page", "also-like", 17, 0, shown);
                batch.add(Interaction.impression(shopper(), ids.next(), list, now + i * 10L));
                if (batch.size() == 1_000) {
                    table.insert(batch);
                    batch.clear();
                }
            }
            report(shop, "P13N_IMPRESSION", rows);
        }
    }

    private static void report(ShopDatabase shop, String table, int rows) {
        shop.platform().jdbc().execute("VACUUM " + table);
        Long heap = shop.platform().jdbc().queryForObject("SELECT pg_table_size('" + table + "')", Long.class);
        Long all = shop.platform().jdbc().queryForObject("SELECT pg_total_relation_size('" + table + "')", Long.class);
        System.out.printf("%s: %d bytes a row, %d with its indexes%n", table, heap / rows, all / rows);
    }

    private Interaction view(long at) {
        return Interaction.productView(shopper(), 1 + random.nextInt(PRODUCTS), at);
    }

    private long shopper() {
        int number = 1 + random.nextInt(SHOPPERS);
        return number % 2 == 0 ? number : ShopperIds.visitor(number * 7_919L);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long cpuMillis() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return TimeUnit.NANOSECONDS.toMillis(system.getProcessCpuTime());
    }

    private static long usedHeapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Offers evenly, a millisecond's worth at a time. */
    private final class Load {
        final ShopNode node;
        final List<Long> offerNanos = new ArrayList<>();
        int deepest;

        Load(ShopNode node) {
            this.node = node;
        }

        void offer(int rate, int seconds) {
            long begin = System.nanoTime();
            int total = rate * seconds;
            for (int done = 0; done < total; ) {
                long due = Math.min(total, (System.nanoTime() - begin) * rate / TimeUnit.SECONDS.toNanos(1));
                for (; done < due; done++) {
                    Interaction view = view(System.currentTimeMillis());
                    long start = System.nanoTime();
                    node.record(view);
                    offerNanos.add(System.nanoTime() - start);
                }
                deepest = Math.max(deepest, node.queue.depth());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / MILLIS_PER_SECOND);
            }
        }

        void awaitEmpty() {
            long offered = node.counters.of(Counter.INTERACTIONS_RECORDED);
            while (node.counters.of(Counter.INTERACTIONS_WRITTEN) < offered) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }

        long p99Micros() {
            List<Long> sorted = offerNanos.stream().sorted().toList();
            return TimeUnit.NANOSECONDS.toMicros(sorted.get(sorted.size() * 99 / 100));
        }

        long slowestMicros() {
            return TimeUnit.NANOSECONDS.toMicros(
                    offerNanos.stream().mapToLong(nanos -> nanos).max().orElse(0));
        }
    }
}
