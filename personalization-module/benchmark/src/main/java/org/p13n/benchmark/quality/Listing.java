package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.learning.ChoiceSettings;
import org.p13n.engine.ranking.listing.ListingFeatures;
import org.p13n.engine.ranking.listing.ListingModels;
import org.p13n.engine.ranking.listing.ListingScorer;
import org.p13n.engine.ranking.listing.ListingTrainer;
import org.p13n.engine.ranking.listing.PositionBias;
import org.p13n.engine.ranking.listing.PurchaseHistory;

/** The order of category pages and one-word searches for one shopper: where is the product that he then bought. */
final class Listing implements Protocol {
    private static final String FOLDER = "online-retail/";
    private static final int TOP = 10;

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public List<String> files() {
        return List.of(
                FOLDER + "baskets.tsv.gz",
                FOLDER + "listings.tsv.gz",
                FOLDER + "listing-queries.tsv.gz",
                FOLDER + "protocol.properties");
    }

    /** One row to place. */
    record Query(boolean tune, long shopper, String word, long[] list, long wanted) {}

    @Override
    public void run(QualityData data, QualityReport report) throws IOException {
        Cases cases = Cases.of(data);
        long begin = System.nanoTime();
        ListingModels.Trainer trainer = new ListingModels.Trainer();
        for (Orders.Order order : cases.history) trainer.add(order.shopper(), order.items(), order.at());
        ListingModels models = trainer.train(cases.cutoff);
        System.out.println("models s " + (System.nanoTime() - begin) / 1e9);
        Map<Long, ListingFeatures> shoppers = new HashMap<>();
        for (Query q : cases.queries)
            shoppers.computeIfAbsent(q.shopper, u -> ListingFeatures.of(cases.history(u, cases.cutoff), models));
        System.out.println("features s " + (System.nanoTime() - begin) / 1e9);
        Map<Long, Set<Long>> bought = new HashMap<>();
        for (Query q : cases.queries)
            bought.computeIfAbsent(q.shopper, u -> new HashSet<>()).add(q.wanted);
        ListingTrainer learner = new ListingTrainer(ChoiceSettings.defaults(), PositionBias.none());
        for (Query q : cases.queries)
            if (q.tune) learner.add(shoppers.get(q.shopper), q.list, q.wanted, bought.get(q.shopper)::contains, 0, 1);
        ListingScorer scorer = learner.learn();
        System.out.println("learned s " + (System.nanoTime() - begin) / 1e9);
        report(report, "hand-set", cases, shoppers, ListingScorer.handSet());
        report(report, "p13n", cases, shoppers, scorer);
    }

    private void report(
            QualityReport report,
            String model,
            Cases cases,
            Map<Long, ListingFeatures> shoppers,
            ListingScorer scorer) {
        Means means = new Means();
        for (Query q : cases.queries)
            if (!q.tune) {
                int[] order = scorer.order(shoppers.get(q.shopper), q.list);
                long[] list = new long[order.length];
                for (int i = 0; i < list.length; i++) list[i] = q.list[order[i]];
                int rank = Metrics.rank(list, q.wanted);
                means.add("MRR", 1.0 / rank);
                means.add("nDCG@10", Metrics.ndcgOfOne(rank, TOP));
            }
        report.rows(this, model, means);
    }

    /** What was bought before, and what is asked. */
    static final class Cases {
        final Orders orders;
        final long cutoff;
        final List<Orders.Order> history;
        final Map<String, long[]> lists = new HashMap<>();
        final List<Query> queries = new ArrayList<>();
        private final Map<Long, List<Orders.Order>> ofShopper = new HashMap<>();

        private Cases(Orders orders, long cutoff) {
            this.orders = orders;
            this.cutoff = cutoff;
            history = orders.before(cutoff);
            for (Orders.Order order : history) {
                ofShopper
                        .computeIfAbsent(order.shopper(), any -> new ArrayList<>())
                        .add(order);
            }
        }

        static Cases of(QualityData data) throws IOException {
            Orders orders = new Orders(data.lines(FOLDER + "baskets.tsv.gz"));
            Cases cases =
                    new Cases(orders, Orders.millis(data.setting(FOLDER + "protocol.properties", "listing.cutoff")));
            for (String line : data.lines(FOLDER + "listings.tsv.gz")) {
                String[] parts = line.split("\t");
                cases.lists.put(parts[0], orders.items(parts[1]));
            }
            for (String line : data.lines(FOLDER + "listing-queries.tsv.gz")) {
                String[] parts = line.split("\t");
                cases.queries.add(new Query(
                        parts[0].equals("tune"),
                        orders.shopper(parts[1]),
                        parts[2],
                        cases.lists.get(parts[2]),
                        orders.item(parts[3])));
            }
            return cases;
        }

        PurchaseHistory history(long shopper, long before) {
            List<Orders.Order> own = ofShopper.getOrDefault(shopper, List.of()).stream()
                    .filter(order -> order.at() < before)
                    .toList();
            int size = own.stream().mapToInt(order -> order.items().length).sum();
            long[] items = new long[size];
            long[] times = new long[size];
            int next = 0;
            for (Orders.Order order : own) {
                for (long item : order.items()) {
                    items[next] = item;
                    times[next++] = order.at();
                }
            }
            return PurchaseHistory.of(items, times, before);
        }
    }
}
