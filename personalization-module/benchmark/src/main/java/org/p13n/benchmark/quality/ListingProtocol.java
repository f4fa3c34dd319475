package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.p13n.benchmark.quality.ListingCases.Query;
import org.p13n.engine.evaluation.Exposure;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.index.TopItems;
import org.p13n.engine.model.learning.ChoiceSettings;
import org.p13n.engine.ranking.listing.ListingFeatures;
import org.p13n.engine.ranking.listing.ListingModels;
import org.p13n.engine.ranking.listing.ListingScorer;
import org.p13n.engine.ranking.listing.ListingTrainer;
import org.p13n.engine.ranking.listing.PositionBias;

/** The order of category pages and one-word searches for one shopper: where is the product that he then bought? */
final class ListingProtocol implements Protocol {
    private static final int TOP = 10;

    /** What a baseline says for a product. */
    private interface Score {
        double of(Query query, long item);
    }

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public List<String> files() {
        return ListingCases.FILES;
    }

    @Override
    public void run(QualityData data, QualityReport report) throws IOException {
        ListingCases cases = ListingCases.of(data);
        runBaselines(cases, report);
        ListingModels models = models(cases);
        Map<Long, ListingFeatures> shoppers = new HashMap<>();
        Function<Query, ListingFeatures> features = query -> shoppers.computeIfAbsent(
                query.shopper(), shopper -> ListingFeatures.of(cases.purchasesOf(shopper), models));
        report(report, "p13n-hand-set", cases, query -> order(ListingScorer.handSet(), features, query));
        ListingScorer scorer = learn(cases, features);
        report(report, "p13n", cases, query -> order(scorer, features, query));
        report.remark(
                this,
                "curves learned on the tune rows, in which no places are recorded, so that nothing is corrected for"
                        + " position. The strength of the prior was compared on a third of the tune shoppers, features"
                        + " on one or two thirds; half-lives, windows and slopes are set by hand. p13n-hand-set is the"
                        + " same scorer before it has learned. Shoppers by the number of their orders.");
    }

    private void runBaselines(ListingCases cases, QualityReport report) {
        ListingBaselines baselines = new ListingBaselines(cases);
        report(report, "popularity", cases, by(baselines::allTime));
        report(report, "popularity-30", cases, by(baselines::thirtyDays));
        report(report, "popularity-7", cases, by(baselines::sevenDays));
        report(report, "affinity", cases, by(baselines::affinity));
        report(report, "hand-set", cases, by(baselines::handSet));
        double[] weights = baselines.learnLinear();
        report(report, "pairwise-linear", cases, by((query, item) -> {
            double[] features = baselines.features(query, item);
            double score = 0;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * features[i];
            }
            return score;
        }));
    }

    private static ListingModels models(ListingCases cases) {
        ListingModels.Trainer trainer = new ListingModels.Trainer();
        for (Orders.Order order : cases.history()) {
            trainer.add(order.shopper(), order.items(), order.at());
        }
        return trainer.train(cases.cutoff());
    }

    private static ListingScorer learn(ListingCases cases, Function<Query, ListingFeatures> features) {
        ListingTrainer trainer = new ListingTrainer(ChoiceSettings.defaults(), PositionBias.none());
        for (Query query : cases.queries()) {
            if (query.tune()) {
                trainer.add(
                        features.apply(query),
                        query.list(),
                        query.wanted(),
                        cases.chosen(query.shopper())::contains,
                        0,
                        1);
            }
        }
        return trainer.learn();
    }

    private static long[] order(ListingScorer scorer, Function<Query, ListingFeatures> features, Query query) {
        return Arrays.stream(scorer.order(features.apply(query), query.list()))
                .mapToLong(place -> query.list()[place])
                .toArray();
    }

    private static Function<Query, long[]> by(Score score) {
        return query -> {
            long[] list = query.list();
            double[] scores = Arrays.stream(list)
                    .mapToDouble(item -> score.of(query, item))
                    .toArray();
            TopItems best = new TopItems(
                    list.length, (a, b) -> scores[a] != scores[b] ? scores[a] > scores[b] : list[a] < list[b]);
            for (int i = 0; i < list.length; i++) {
                best.offer(i);
            }
            return Arrays.stream(best.bestFirst()).mapToLong(i -> list[i]).toArray();
        };
    }

    private void report(QualityReport report, String model, ListingCases cases, Function<Query, long[]> orders) {
        Means means = new Means();
        Exposure exposure = new Exposure(TOP, cases::linesOf);
        boolean split = model.equals("p13n");
        for (Query query : cases.queries()) {
            if (!query.tune()) {
                long[] list = orders.apply(query);
                int rank = Metrics.rank(list, query.wanted());
                int product = split ? cases.linesOf(query.wanted()) : Means.NOT_APPLICABLE;
                int shopper = split ? cases.ordersOf(query.shopper()).size() : Means.NOT_APPLICABLE;
                means.add("MRR", Metrics.reciprocalRank(rank, list.length), product, shopper);
                means.add("nDCG@10", Metrics.ndcgOfOne(rank, TOP), product, shopper);
                exposure.addShown(list);
                exposure.addChosen(query.wanted());
            }
        }
        report.rows(this, model, means);
        report.row(this, model, "coverage@10", exposure.coverage(cases.orders().itemCount()));
        report.row(this, model, "popularity-bias@10", exposure.popularityBias());
    }
}
