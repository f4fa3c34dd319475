package org.p13n.benchmark.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.benchmark.quality.ListingCases.Query;
import org.p13n.engine.model.learning.PairwiseLearner;
import org.p13n.engine.model.learning.PairwiseLearner.Direction;

/** The plain ways to order a listing that the protocol compares with; they know the orders of known customers. */
final class ListingBaselines {
    private static final double DAY = 24 * 3600 * 1000.0;
    private static final int RIVALS = 30;
    static final int FEATURES = 8;

    private final ListingCases cases;
    private final int items;
    private final double[] lines;
    private final double[] month;
    private final double[] week;
    private final float[][] together;
    private final double[] weighted;
    private final Map<Long, double[][]> shoppers = new HashMap<>();

    ListingBaselines(ListingCases cases) {
        this.cases = cases;
        items = cases.orders().itemCount() + 1;
        lines = new double[items];
        month = new double[items];
        week = new double[items];
        weighted = new double[items];
        together = new float[items][];
        for (Orders.Order order : cases.history()) {
            if (order.shopper() != 0) {
                count(order);
            }
        }
    }

    private void count(Orders.Order order) {
        double days = (cases.cutoff() - order.at()) / DAY;
        long[] basket = order.items();
        float pair = basket.length > 1 ? 1f / (basket.length - 1) : 0;
        for (long item : basket) {
            int number = (int) item;
            lines[number]++;
            month[number] += Math.pow(0.5, days / 30);
            week[number] += Math.pow(0.5, days / 7);
            weighted[number] += pair;
            if (together[number] == null) {
                together[number] = new float[items];
            }
            for (long other : basket) {
                together[number][(int) other] += other == item ? 0 : pair;
            }
        }
    }

    double allTime(Query query, long item) {
        return lines[(int) item];
    }

    double thirtyDays(Query query, long item) {
        return month[(int) item];
    }

    double sevenDays(Query query, long item) {
        return week[(int) item];
    }

    /** Weighted cosine to everything the shopper has bought. */
    double affinity(Query query, long item) {
        return shopper(query.shopper())[0][(int) item];
    }

    /** Popularity, affinity, repeat and recency, weighed by hand. */
    double handSet(Query query, long item) {
        double[] features = features(query, item);
        return features[1] + features[2] + features[3] + 2 * features[5] + features[6];
    }

    double[] features(Query query, long item) {
        double[][] own = shopper(query.shopper());
        int number = (int) item;
        return new double[] {
            Math.log1p(lines[number]),
            Math.log1p(month[number]),
            Math.log1p(week[number]),
            Math.log1p(own[0][number]),
            own[1][number] > 0 ? 1 : 0,
            Math.log1p(own[1][number]),
            own[2][number],
            Math.log1p(own[3][number]),
        };
    }

    /** Pairwise logistic regression on the tune rows over the eight features. */
    double[] learnLinear() {
        PairwiseLearner learner = new PairwiseLearner(new double[FEATURES], directions(), 1);
        for (Query query : cases.queries()) {
            if (query.tune()) {
                Set<Long> bought = cases.chosen(query.shopper());
                float[] better = floats(features(query, query.wanted()));
                int stride = Math.max(1, query.list().length / RIVALS);
                for (int i = 0; i < query.list().length; i += stride) {
                    if (!bought.contains(query.list()[i])) {
                        learner.add(better, floats(features(query, query.list()[i])), 1);
                    }
                }
            }
        }
        return learner.learn();
    }

    /** Affinity to all, number of orders, fading recency in months, affinity to the last order; by product. */
    private double[][] shopper(long shopper) {
        return shoppers.computeIfAbsent(shopper, this::newShopper);
    }

    private double[][] newShopper(long shopper) {
        double[][] own = new double[4][items];
        List<Orders.Order> orders = cases.ordersOf(shopper);
        Set<Long> seen = new HashSet<>();
        for (int i = orders.size() - 1; i >= 0; i--) {
            double days = (cases.cutoff() - orders.get(i).at()) / DAY;
            for (long item : orders.get(i).items()) {
                own[1][(int) item]++;
                own[2][(int) item] = Math.max(own[2][(int) item], Math.pow(0.5, days / 60));
                if (seen.add(item)) {
                    addAffinity((int) item, own[0]);
                }
                if (i == orders.size() - 1) {
                    addAffinity((int) item, own[3]);
                }
            }
        }
        return own;
    }

    private void addAffinity(int item, double[] into) {
        for (int other = 1; other < items; other++) {
            if (together[item][other] > 0) {
                into[other] += together[item][other] / Math.sqrt((weighted[item] + 1) * (weighted[other] + 1));
            }
        }
    }

    private static Direction[] directions() {
        Direction[] directions = new Direction[FEATURES];
        Arrays.fill(directions, Direction.EITHER);
        return directions;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
