package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.p13n.engine.evaluation.Exposure;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.basket.BasketItem;
import org.p13n.engine.model.basket.BasketModel;

/** From a real basket without one of its products to that product. */
final class CompletionProtocol implements Protocol {
    private static final String QUERIES = "online-retail/completion-queries.tsv.gz";
    private static final int K = 20;
    private static final int SHOWN = 10;

    private record Case(int[] cart, int[] missing) {}

    @Override
    public String name() {
        return "completion";
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
        report.remark(this, BasketLists.TUNING + " Shopper = size of the cart.");
    }

    private void report(
            QualityReport report, String name, BasketData basket, List<Case> cases, boolean split, BasketLists lists) {
        Means means = new Means();
        Exposure exposure = new Exposure(SHOWN, item -> basket.frequencies[(int) item]);
        for (Case each : cases) {
            long[] list = lists.of(each.cart);
            int missing = each.missing.length == 0 ? -1 : each.missing[0];
            int rank = Metrics.rank(list, missing);
            int product = !split ? Means.NOT_APPLICABLE : missing < 0 ? 0 : basket.frequencies[missing];
            int shopper = split ? each.cart.length : Means.NOT_APPLICABLE;
            means.add("HR@10", Metrics.hit(rank, SHOWN), product, shopper);
            means.add("HR@20", Metrics.hit(rank, K), product, shopper);
            means.add("MRR@20", Metrics.reciprocalRank(rank, K), product, shopper);
            exposure.addShown(list);
            if (missing >= 0) {
                exposure.addChosen(missing);
            }
        }
        report.rows(this, name, means);
        report.row(this, name, "coverage@10", exposure.coverage(basket.catalog));
        report.row(this, name, "popularity-bias@10", exposure.popularityBias());
    }
}
