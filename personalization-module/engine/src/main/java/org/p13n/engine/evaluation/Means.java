package org.p13n.engine.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;

/** Means of metrics over test cases: over all, and by how much was known of the product and of the shopper. */
public final class Means {
    /** Stands for evidence that a protocol does not have, so that no split is reported. */
    public static final int NOT_APPLICABLE = -1;

    private final Map<String, double[]> sums = new LinkedHashMap<>();

    /**
     * Takes in one case's value of a metric.
     *
     * @param product number of interactions of training with the product to be found; or {@link #NOT_APPLICABLE}
     * @param shopper number of interactions known of the shopper; or {@link #NOT_APPLICABLE}
     */
    public void add(String metric, double value, int product, int shopper) {
        count(metric, value);
        if (product != NOT_APPLICABLE) {
            count(metric + " product " + bucket(product), value);
        }
        if (shopper != NOT_APPLICABLE) {
            count(metric + " shopper " + bucket(shopper), value);
        }
    }

    /** Takes in one case's value of a metric that is not split. */
    public void add(String metric, double value) {
        add(metric, value, NOT_APPLICABLE, NOT_APPLICABLE);
    }

    /** The mean of a metric, also of a split such as {@code HR@20 product 1-2}; NaN if there was no such case. */
    public double mean(String metric) {
        double[] sum = sums.get(metric);
        return sum == null ? Double.NaN : sum[0] / sum[1];
    }

    /** Hands over every mean: first all that are not split in the order of their first case, then the splits by name. */
    public void forEach(ObjDoubleConsumer<String> reader) {
        sums.keySet().stream().filter(name -> !isSplit(name)).forEach(name -> reader.accept(name, mean(name)));
        sums.keySet().stream().filter(Means::isSplit).sorted().forEach(name -> reader.accept(name, mean(name)));
    }

    private void count(String name, double value) {
        double[] sum = sums.computeIfAbsent(name, any -> new double[2]);
        sum[0] += value;
        sum[1]++;
    }

    private static boolean isSplit(String name) {
        return name.contains(" product ") || name.contains(" shopper ");
    }

    private static String bucket(int evidence) {
        if (evidence == 0) {
            return "0";
        }
        if (evidence <= 2) {
            return "1-2";
        }
        return evidence <= 9 ? "3-9" : "10+";
    }
}
