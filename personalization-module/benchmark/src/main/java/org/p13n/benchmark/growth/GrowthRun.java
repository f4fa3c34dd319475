package org.p13n.benchmark.growth;

import com.sun.management.OperatingSystemMXBean;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.p13n.engine.model.FullTraining;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.model.TrainingSettings;
import org.p13n.engine.model.content.CatalogTexts;
import org.p13n.engine.model.snapshot.SnapshotOutputStream;

/**
 * One full training of one size and what it costs, as a row of {@link Growth}'s table. Phases are told in processor seconds
 * of the training's thread, for others use the machine, too.
 */
public final class GrowthRun {
    private static final String LAST = "publication";
    private static final List<String> COLUMNS = List.of("counting", "baskets", "taste", "repeats", LAST);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final SyntheticShop shop;
    private final long interactions;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String phase = "counting";
    private long phaseBegan;

    private GrowthRun(SyntheticShop shop, long interactions) {
        this.shop = shop;
        this.interactions = interactions;
    }

    /** @param arguments number of products, number of interactions */
    public static void main(String[] arguments) throws IOException {
        new GrowthRun(new SyntheticShop(Integer.parseInt(arguments[0])), Long.parseLong(arguments[1])).run();
    }

    private void run() throws IOException {
        long before = usedMemory();
        long began = System.nanoTime();
        double cpuBefore = PROCESS.getProcessCpuTime() / 1e9;
        phaseBegan = THREADS.getCurrentThreadCpuTime();
        ModelTrainer trainer = train();
        Model model = trainer.publish();
        begin("");
        double wall = (System.nanoTime() - began) / 1e9;
        double cpu = PROCESS.getProcessCpuTime() / 1e9 - cpuBefore;
        long heap = usedMemory() - before;
        Pages pages = new Pages(shop, () -> model);
        double[] page = Pages.quantiles(pages::page);
        double[] session = Pages.quantiles(pages::session);
        List<String> cells = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "%,d", shop.products()), String.format(Locale.ROOT, "%,d", interactions)));
        cells.add(format(wall));
        cells.add(format(cpu));
        COLUMNS.forEach(column -> cells.add(format(seconds.get(column))));
        cells.add(format(
                cpu - seconds.values().stream().mapToDouble(Double::doubleValue).sum()));
        cells.add(megabytes(heap));
        cells.add(megabytes(model.sizeBytes()));
        cells.add(megabytes(packed(trainer)));
        for (double[] quantiles : List.of(page, session)) {
            cells.add(String.format(Locale.ROOT, "%.0f", quantiles[0]));
            cells.add(String.format(Locale.ROOT, "%.0f", quantiles[1]));
        }
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    private ModelTrainer train() {
        FullTraining training =
                new FullTraining(shop, CatalogTexts.NONE, TrainingSettings.defaults(), 2, () -> SyntheticShop.NOW);
        shop.tell(interactions, 1, training::add);
        ModelTrainer trainer = training.finish(this::begin);
        begin(LAST);
        return trainer;
    }

    private void begin(String next) {
        long now = THREADS.getCurrentThreadCpuTime();
        seconds.put(phase, (now - phaseBegan) / 1e9);
        System.err.printf(Locale.ROOT, "# %s %.1f s%n", phase, seconds.get(phase));
        phase = next;
        phaseBegan = now;
    }

    private static long packed(ModelTrainer trainer) throws IOException {
        long[] size = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                size[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                size[0] += length;
            }
        };
        try (DataOutputStream out = new DataOutputStream(new SnapshotOutputStream(counting))) {
            trainer.writeTo(out);
        }
        return size[0];
    }

    private static String format(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / 1e6);
    }

    private static long usedMemory() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
