package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.p13n.engine.evaluation.Exposure;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.basket.BasketSettings;
import org.p13n.engine.model.basket.BasketTrainer;
import org.p13n.engine.model.repeat.PurchaseHistory;
import org.p13n.engine.model.repeat.RepeatItem;
import org.p13n.engine.model.repeat.RepeatModel;
import org.p13n.engine.model.repeat.RepeatSettings;
import org.p13n.engine.model.repeat.RepeatTrainer;

/** From a customer's baskets to his next one. */
final class NextBasketProtocol implements Protocol {
    private static final int K = 10;

    @Override
    public String name() {
        return "next-basket";
    }

    @Override
    public List<String> files() {
        return List.of(RetailOrders.BASKETS);
    }

    @Override
    public void run(QualityData data, QualityReport report) throws IOException {
        NextBasketData baskets = new NextBasketData(data);
        NextBasketBaselines.of(baskets)
                .forEach((name, scores) ->
                        report(report, name, baskets, false, customer -> best(baskets, scores.of(customer))));
        Model model = Model.of(baskets);
        report(report, "p13n", baskets, true, customer -> model.next(baskets, customer, false));
        report(report, "p13n-told-the-time", baskets, false, customer -> model.next(baskets, customer, true));
        report.remark(
                this,
                "p13n is asked for the moment at which it expects the customer's next order, p13n-told-the-time for that of"
                        + " the basket itself, as in a shop, where the time of a visit is known; the baselines do not look at"
                        + " the clock. The blend is learned on the last but one baskets, with a model of those before; the"
                        + " signals were chosen on the same, other defaults set by hand. Shopper = number of baskets in the history, product = how"
                        + " often the customer's target products were sold, the rarest.");
    }

    private record Model(RepeatModel model, List<PurchaseHistory> histories) {
        static Model of(NextBasketData data) {
            RepeatTrainer trainer = new RepeatTrainer(RepeatSettings.defaults());
            BasketTrainer baskets = new BasketTrainer(BasketSettings.defaults());
            List<PurchaseHistory> histories = new ArrayList<>();
            long[] count = {0, Long.MIN_VALUE};
            for (NextBasketData.Customer customer : data.customers) {
                PurchaseHistory history = history(customer.history());
                histories.add(history);
                trainer.add(history);
                customer.history().forEach(order -> add(order, baskets, count));
            }
            for (RetailOrders.Order order : data.others) {
                trainer.addGuest(order.at(), BasketLists.longs(order.items()));
                add(order, baskets, count);
            }
            return new Model(trainer.train(baskets.train(count[1])), histories);
        }

        long[] next(NextBasketData data, int customer, boolean toldTheTime) {
            PurchaseHistory history = histories.get(customer);
            long now = toldTheTime ? data.customers.get(customer).target().at() : model.nextKnownMoment(history);
            return model.next(history, now, K, any -> true).stream()
                    .mapToLong(RepeatItem::itemId)
                    .toArray();
        }

        private static void add(RetailOrders.Order order, BasketTrainer baskets, long[] count) {
            count[0]++;
            count[1] = Math.max(count[1], order.at());
            for (int item : order.items()) {
                baskets.add(count[0], order.customer(), item, order.at());
            }
        }

        private static PurchaseHistory history(List<RetailOrders.Order> orders) {
            return PurchaseHistory.of(orders.stream()
                    .map(order -> new PurchaseHistory.Order(order.at(), BasketLists.longs(order.items())))
                    .toList());
        }
    }

    private static long[] best(NextBasketData data, double[] scores) {
        return Arrays.stream(top(data, scores)).asLongStream().toArray();
    }

    /** Best first, ties by popularity, then by product. */
    private static int[] top(NextBasketData data, double[] scores) {
        int[] best = new int[K];
        int size = 0;
        for (int item = 0; item < scores.length; item++) {
            if (data.frequencies[item] == 0) {
                continue;
            }
            int place = size;
            while (place > 0 && before(item, best[place - 1], scores, data.frequencies)) {
                place--;
            }
            if (place < K) {
                size = Math.min(K, size + 1);
                System.arraycopy(best, place, best, place + 1, size - 1 - place);
                best[place] = item;
            }
        }
        return Arrays.copyOf(best, size);
    }

    private static boolean before(int a, int b, double[] scores, int[] frequencies) {
        return scores[a] != scores[b] ? scores[a] > scores[b] : frequencies[a] > frequencies[b];
    }

    private void report(
            QualityReport report, String name, NextBasketData data, boolean split, IntFunction<long[]> lists) {
        Means means = new Means();
        Exposure exposure = new Exposure(K, item -> data.frequencies[(int) item]);
        for (int customer = 0; customer < data.customers.size(); customer++) {
            NextBasketData.Customer each = data.customers.get(customer);
            int[] target = each.target().items();
            long[] list = lists.apply(customer);
            int product = split
                    ? Arrays.stream(target)
                            .map(item -> data.frequencies[item])
                            .min()
                            .orElse(0)
                    : Means.NOT_APPLICABLE;
            int shopper = split ? each.history().size() : Means.NOT_APPLICABLE;
            int hits = Metrics.hits(list, item -> Arrays.binarySearch(target, (int) item) >= 0, K);
            means.add("Recall@10", (double) hits / target.length, product, shopper);
            means.add(
                    "nDCG@10",
                    Metrics.ndcg(list, item -> Arrays.binarySearch(target, (int) item) >= 0, target.length, K),
                    product,
                    shopper);
            means.add("PHR@10", hits > 0 ? 1 : 0, product, shopper);
            exposure.addShown(list);
            Arrays.stream(target).forEach(exposure::addChosen);
        }
        report.rows(this, name, means);
        report.row(this, name, "coverage@10", exposure.coverage(data.catalog));
        report.row(this, name, "popularity-bias@10", exposure.popularityBias());
    }
}
