package org.p13n.benchmark.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain published algorithms for the next basket: scores of every product by number of the customer. */
final class NextBasketBaselines {
    private static final int GROUP = 3;
    private static final double WITHIN_GROUP = 0.9;
    private static final double BETWEEN_GROUPS = 0.6;
    private static final int NEIGHBOURS = 300;
    private static final double OWN = 0.2;

    private NextBasketBaselines() {}

    interface Scores {
        double[] of(int customer);
    }

    static Map<String, Scores> of(NextBasketData data) {
        int items = data.frequencies.length;
        Map<String, Scores> models = new LinkedHashMap<>();
        models.put("popularity", customer -> new double[items]);
        models.put("own-frequency", customer -> decayed(data.customers.get(customer), items, 1));
        models.put("own-frequency-decayed", customer -> decayed(data.customers.get(customer), items, 0.9));
        float[][] vectors = new float[data.customers.size()][];
        for (int customer = 0; customer < vectors.length; customer++) {
            vectors[customer] = vector(data.customers.get(customer).history(), items);
        }
        double[][] dots = dots(data, vectors);
        models.put("tifu-knn", customer -> merged(customer, vectors, dots));
        return models;
    }

    private static double[] decayed(NextBasketData.Customer customer, int items, double decay) {
        double[] scores = new double[items];
        int orders = customer.history().size();
        for (int order = 0; order < orders; order++) {
            for (int item : customer.history().get(order).items()) {
                scores[item] += Math.pow(decay, orders - 1.0 - order);
            }
        }
        return scores;
    }

    /** Groups of baskets from the last backwards; the first group may be smaller. */
    private static float[] vector(List<RetailOrders.Order> history, int items) {
        float[] vector = new float[items];
        int orders = history.size();
        int first = orders % GROUP;
        int groups = orders / GROUP + (first > 0 ? 1 : 0);
        for (int order = 0; order < orders; order++) {
            int group = order < first ? 0 : (order - first) / GROUP + (first > 0 ? 1 : 0);
            int size = first > 0 && group == 0 ? first : GROUP;
            int place = order < first ? order : (order - first) % GROUP;
            double weight = Math.pow(BETWEEN_GROUPS, groups - 1.0 - group)
                    * Math.pow(WITHIN_GROUP, size - 1.0 - place)
                    / size
                    / groups;
            for (int item : history.get(order).items()) {
                vector[item] += (float) weight;
            }
        }
        return vector;
    }

    private static double[][] dots(NextBasketData data, float[][] vectors) {
        double[][] dots = new double[vectors.length][vectors.length];
        for (int a = 0; a < vectors.length; a++) {
            int[] own = data.customers.get(a).history().stream()
                    .flatMapToInt(order -> Arrays.stream(order.items()))
                    .distinct()
                    .toArray();
            for (int b = 0; b < vectors.length; b++) {
                for (int item : own) {
                    dots[a][b] += (double) vectors[a][item] * vectors[b][item];
                }
            }
        }
        return dots;
    }

    private static double[] merged(int customer, float[][] vectors, double[][] dots) {
        int customers = vectors.length;
        int neighbours = Math.min(NEIGHBOURS, customers - 1);
        Integer[] near = new Integer[customers];
        double[] distances = new double[customers];
        for (int other = 0; other < customers; other++) {
            near[other] = other;
            distances[other] = other == customer
                    ? Double.MAX_VALUE
                    : dots[customer][customer] + dots[other][other] - 2 * dots[customer][other];
        }
        Arrays.sort(near, (a, b) -> Double.compare(distances[a], distances[b]));
        double[] scores = new double[vectors[customer].length];
        for (int i = 0; i < neighbours; i++) {
            float[] other = vectors[near[i]];
            for (int item = 0; item < scores.length; item++) {
                scores[item] += other[item] * (1 - OWN) / neighbours;
            }
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] += OWN * vectors[customer][item];
        }
        return scores;
    }
}
