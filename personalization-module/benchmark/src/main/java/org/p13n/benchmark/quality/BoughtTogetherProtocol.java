package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.p13n.engine.evaluation.Exposure;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.basket.BasketItem;
import org.p13n.engine.model.basket.BasketModel;

/** From one product of a real basket to the rest of it. */
final class BoughtTogetherProtocol implements Protocol {
    private static final String QUERIES = "online-retail/bought-together-queries.tsv.gz";
    private static final int K = 10;

    private record Case(int[] seed, int[] rest) {}

    @Override
    public String name() {
        return "bought-together";
    }

    @Override
    public List<String> files() {
        return List.of(BasketData.FILES.get(0), BasketData.FILES.get(1), QUERIES);
    }

    @Override
    public void run(QualityData data, QualityReport report) throws IOException {
        BasketData basket = BasketData.of(data);
        List<Case> cases = new ArrayList<>();
        for (String line : data.lines(QUERIES)) {
            String[] fields = line.split("\t", -1);
            cases.add(new Case(basket.orders.items(fields[0]), basket.orders.items(fields[1])));
        }
        basket.baselines().forEach(baseline -> {
            double[] scores = new double[basket.frequencies.length];
            report(report, baseline.getKey(), basket, cases, false, cart -> {
                baseline.getValue().score(cart, scores);
                return BasketLists.longs(basket.baselines().best(K, cart, scores));
            });
        });
        BasketModel model = basket.model();
        report(
                report,
                "p13n",
                basket,
                cases,
                true,
                cart -> model.complete(BasketLists.longs(cart), K, BasketLists.known(basket)).stream()
                        .mapToLong(BasketItem::itemId)
                        .toArray());
        report.remark(this, BasketLists.TUNING);
    }

    private void report(
            QualityReport report, String name, BasketData basket, List<Case> cases, boolean split, BasketLists lists) {
        Means means = new Means();
        Exposure exposure = new Exposure(K, item -> basket.frequencies[(int) item]);
        for (Case each : cases) {
            long[] list = lists.of(each.seed);
            int evidence = split && each.seed.length > 0 ? basket.frequencies[each.seed[0]] : Means.NOT_APPLICABLE;
            add(means, list, each.rest, evidence);
            exposure.addShown(list);
            Arrays.stream(each.rest).forEach(exposure::addChosen);
        }
        report.rows(this, name, means);
        report.row(this, name, "coverage@10", exposure.coverage(basket.catalog));
        report.row(this, name, "popularity-bias@10", exposure.popularityBias());
    }

    private static void add(Means means, long[] list, int[] rest, int evidence) {
        int rank = Metrics.firstRelevant(list, item -> Arrays.binarySearch(rest, (int) item) >= 0);
        double hits = Metrics.hits(list, item -> Arrays.binarySearch(rest, (int) item) >= 0, K);
        means.add("HR@10", Metrics.hit(rank, K), evidence, Means.NOT_APPLICABLE);
        means.add("P@10", hits / K, evidence, Means.NOT_APPLICABLE);
        means.add("MRR@10", Metrics.reciprocalRank(rank, K), evidence, Means.NOT_APPLICABLE);
    }
}
