package org.p13n.sample.e2e;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

/**
 * What the module costs a page: three stores, each a process of its own, serve the same pages to as many shoppers in
 * turns. One has no module, one captures and keeps profiles but shows nothing, one does everything. Reports and asserts
 * nothing; run it with {@code -Dit.test=CaptureCost}.
 */
final class CaptureCost {

    private static final int SHOPPERS = 20;
    private static final int WARM_UP_ROUNDS = 25;
    private static final int ROUNDS = Integer.getInteger("capture.cost.rounds", 40);
    private static final int PAGES_A_ROUND = 60;
    private static final double NANOS_A_MILLI = 1e6;

    @Test
    void paired() {
        List<Contender> contenders = List.of(
                new Contender("no module", command("cost-none").with("module", "none")),
                new Contender(
                        "capture and profile",
                        command("cost-capture").withCrowd().withProperty("personalization.enabled", "false")),
                new Contender("everything", command("cost-all").withCrowd()));
        try {
            List<String> pages = pages(contenders.get(0).store);
            run(contenders, pages, WARM_UP_ROUNDS);
            contenders.forEach(Contender::forget);
            run(contenders, pages, ROUNDS);
            System.out.println(
                    "store\tpages\tp50 ms\tp95 ms\tp99 ms\trequest CPU ms/page\tprocess CPU ms/page\tKB allocated/page");
            contenders.forEach(contender -> System.out.println(contender.report()));
            differences(contenders);
        } finally {
            contenders.forEach(Contender::stop);
        }
    }

    private static StoreCommand command(String name) {
        return StoreCommand.fresh(name).with("history", "none").atFullSpeed();
    }

    /** Products, categories and searches, as a shop is looked at. */
    private static List<String> pages(StoreProcess store) {
        List<String> pages = new ArrayList<>();
        Shopper shopper = new Shopper(store);
        for (String category : List.of("/grocery/pantry", "/home-luxury", "/beauty")) {
            if (shopper.get(category).status() == 200) {
                pages.add(category);
                shopper.visit(category).listing().cards().forEach(card -> pages.add(card.url()));
            }
        }
        pages.add("/search?q=salt");
        pages.add("/search?q=glass");
        return pages;
    }

    private static void run(List<Contender> contenders, List<String> pages, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                contenders.get((round + turn) % contenders.size()).serve(pages, round);
            }
        }
    }

    private static void differences(List<Contender> contenders) {
        Contender plain = contenders.get(0);
        for (Contender contender : contenders.subList(1, contenders.size())) {
            double[] cpu = minus(contender.requestCpu, plain.requestCpu);
            double[] process = minus(contender.processCpu, plain.processCpu);
            System.out.printf(
                    Locale.ROOT,
                    "%s over no module: median of %d paired rounds: %.3f ms request CPU, %.3f ms process CPU a page%n",
                    contender.name,
                    cpu.length,
                    quantile(cpu, 0.5),
                    quantile(process, 0.5));
        }
    }

    private static double[] minus(List<Double> one, List<Double> other) {
        double[] difference = new double[one.size()];
        Arrays.setAll(difference, round -> one.get(round) - other.get(round));
        Arrays.sort(difference);
        return difference;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    /** One store with its shoppers and what serving them has cost. */
    private static final class Contender {
        private final String name;
        private final StoreProcess store;
        private final List<HttpClient> shoppers = new ArrayList<>();
        private final List<Double> latencies = new ArrayList<>();
        private final List<Double> requestCpu = new ArrayList<>();
        private final List<Double> processCpu = new ArrayList<>();
        private final List<Double> kilobytes = new ArrayList<>();
        private final ThreadMXBean threads;
        private final OperatingSystemMXBean process;

        Contender(String name, StoreCommand command) {
            this.name = name;
            store = StoreProcess.start(command);
            MBeanServerConnection beans = attach(store.pid());
            try {
                threads = ManagementFactory.newPlatformMXBeanProxy(
                        beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
                process = ManagementFactory.newPlatformMXBeanProxy(
                        beans, ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME, OperatingSystemMXBean.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (int shopper = 0; shopper < SHOPPERS; shopper++) {
                shoppers.add(HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .build());
            }
        }

        /** The address comes from a process of our own on this machine. */
        @SuppressWarnings("BanJNDI")
        private static MBeanServerConnection attach(long pid) {
            try {
                VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
                String address = machine.startLocalManagementAgent();
                machine.detach();
                return JMXConnectorFactory.connect(new JMXServiceURL(address)).getMBeanServerConnection();
            } catch (IOException | AttachNotSupportedException e) {
                throw new IllegalStateException("The store's JVM cannot be looked into", e);
            }
        }

        void serve(List<String> pages, int round) {
            long[] requestThreads = requestThreads();
            long cpu = sum(threads.getThreadCpuTime(requestThreads));
            long bytes = sum(threads.getThreadAllocatedBytes(requestThreads));
            long all = process.getProcessCpuTime();
            for (int page = 0; page < PAGES_A_ROUND; page++) {
                int number = round * PAGES_A_ROUND + page;
                HttpClient shopper = shoppers.get(number % SHOPPERS);
                latencies.add(fetch(shopper, pages.get(number * 7 % pages.size())));
            }
            processCpu.add((process.getProcessCpuTime() - all) / NANOS_A_MILLI / PAGES_A_ROUND);
            requestCpu.add((sum(threads.getThreadCpuTime(requestThreads)) - cpu) / NANOS_A_MILLI / PAGES_A_ROUND);
            kilobytes.add((sum(threads.getThreadAllocatedBytes(requestThreads)) - bytes) / 1024.0 / PAGES_A_ROUND);
        }

        private double fetch(HttpClient shopper, String page) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(store.url() + page.substring(1)))
                    .timeout(Visitor.PATIENCE)
                    .header("User-Agent", Visitor.PERSON)
                    .header("Accept", "text/html,*/*")
                    .build();
            long begin = System.nanoTime();
            try {
                int status = shopper.send(request, BodyHandlers.discarding()).statusCode();
                if (status != 200) {
                    throw new IllegalStateException(page + " answered " + status);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for " + page, e);
            }
            return (System.nanoTime() - begin) / NANOS_A_MILLI;
        }

        private long[] requestThreads() {
            return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                    .filter(info -> info != null && info.getThreadName().contains("-exec-"))
                    .mapToLong(info -> info.getThreadId())
                    .toArray();
        }

        private static long sum(long[] values) {
            return Arrays.stream(values).filter(value -> value > 0).sum();
        }

        void forget() {
            List.of(latencies, requestCpu, processCpu, kilobytes).forEach(List::clear);
        }

        String report() {
            double[] sorted =
                    latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "%s\t%d\t%.2f\t%.2f\t%.2f\t%.3f\t%.3f\t%.1f",
                    name,
                    sorted.length,
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    quantile(sorted, 0.99),
                    median(requestCpu),
                    median(processCpu),
                    median(kilobytes));
        }

        private static double median(List<Double> values) {
            return quantile(
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
        }

        void stop() {
            store.stop();
        }
    }
}
