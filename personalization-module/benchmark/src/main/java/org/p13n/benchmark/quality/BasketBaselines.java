package org.p13n.benchmark.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Plain published algorithms over dense matrices of the products of training: scores by cart. */
final class BasketBaselines {
    /** Scores every product for a cart of products. */
    interface Scores {
        void score(int[] cart, double[] scores);
    }

    private final int[] frequencies;
    private final int[] rowOf;
    private final int[] itemOf;
    private final double[][] plain;
    private final double[][] weighted;
    private final Map<String, Scores> models = new LinkedHashMap<>();

    BasketBaselines(List<RetailOrders.Order> training, int[] frequencies) {
        this.frequencies = frequencies;
        rowOf = new int[frequencies.length];
        itemOf = new int[frequencies.length];
        int size = 0;
        for (int item = 0; item < frequencies.length; item++) {
            rowOf[item] = frequencies[item] > 0 ? size : -1;
            itemOf[size] = item;
            size += frequencies[item] > 0 ? 1 : 0;
        }
        plain = new double[size][size];
        weighted = new double[size][size];
        training.forEach(this::count);
        models.put("popularity", this::popularity);
        add("conditional", plain, (a, b) -> a);
        add("cosine", plain, (a, b) -> Math.sqrt((double) a * b));
        add("conditional-weighted", weighted, (a, b) -> a);
        add("cosine-weighted", weighted, (a, b) -> Math.sqrt((double) a * b));
        addLinear("ease-50", 50);
        addLinear("ease-200", 200);
    }

    void forEach(Consumer<Map.Entry<String, Scores>> reader) {
        models.entrySet().forEach(reader);
    }

    /** The best products that are not in the cart; ties by item id; products without training never. */
    int[] best(int count, int[] cart, double[] scores) {
        int[] best = new int[count];
        int size = 0;
        for (int item = 0; item < scores.length; item++) {
            if (frequencies[item] == 0
                    || Arrays.binarySearch(cart, item) >= 0
                    || (size == count && scores[best[size - 1]] >= scores[item])) {
                continue;
            }
            int place = size == count ? size - 1 : size++;
            while (place > 0 && scores[best[place - 1]] < scores[item]) {
                best[place] = best[place - 1];
                place--;
            }
            best[place] = item;
        }
        return Arrays.copyOf(best, size);
    }

    private interface Norm {
        double of(int seedFrequency, int itemFrequency);
    }

    private void popularity(int[] cart, double[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = frequencies[item];
        }
    }

    private void add(String name, double[][] counts, Norm norm) {
        models.put(name, (cart, scores) -> {
            Arrays.fill(scores, 0);
            for (int seed : cart) {
                if (rowOf[seed] >= 0) {
                    double[] row = counts[rowOf[seed]];
                    for (int k = 0; k < row.length; k++) {
                        int item = itemOf[k];
                        scores[item] += k == rowOf[seed] ? 0 : row[k] / norm.of(frequencies[seed], frequencies[item]);
                    }
                }
            }
        });
    }

    private void addLinear(String name, double lambda) {
        double[][] inverse = new double[plain.length][];
        for (int row = 0; row < inverse.length; row++) {
            inverse[row] = plain[row].clone();
            inverse[row][row] += lambda;
        }
        DenseInverse.invert(inverse);
        models.put(name, (cart, scores) -> {
            Arrays.fill(scores, 0);
            for (int seed : cart) {
                if (rowOf[seed] >= 0) {
                    double[] row = inverse[rowOf[seed]];
                    for (int k = 0; k < row.length; k++) {
                        scores[itemOf[k]] -= k == rowOf[seed] ? 0 : row[k] / inverse[k][k];
                    }
                }
            }
        });
    }

    private void count(RetailOrders.Order order) {
        int[] items = order.items();
        double weight = items.length > 1 ? 1.0 / (items.length - 1) : 0;
        for (int a : items) {
            double[] row = plain[rowOf[a]];
            double[] weightedRow = weighted[rowOf[a]];
            for (int b : items) {
                row[rowOf[b]]++;
                weightedRow[rowOf[b]] += weight;
            }
        }
    }
}
