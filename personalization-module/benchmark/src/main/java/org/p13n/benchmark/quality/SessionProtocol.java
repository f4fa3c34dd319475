package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.p13n.engine.evaluation.Exposure;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.session.NextItem;
import org.p13n.engine.model.session.SessionModel;
import org.p13n.engine.model.session.SessionSettings;
import org.p13n.engine.model.session.SessionTrainer;

/** The next product in a shopping session: all products are ranked, those of the session may come again. */
final class SessionProtocol implements Protocol {
    private static final String TRAINING = "diginetica/train_sessions.txt.gz";
    private static final String TEST = "diginetica/test_prefix_target.tsv.gz";
    private static final int K = 20;
    private static final int LAST_OF_HYBRID = 3;
    private static final double ITEMS_IN_HYBRID = 0.1;
    private static final double REMINDER_IN_HYBRID = 0.4;
    private static final double REMINDER_DECAY = 0.9;

    private record Case(int[] prefix, int target) {}

    private interface Ranking {
        /** The first {@value #K} for a prefix. */
        long[] of(int[] prefix);
    }

    private interface Baseline {
        void score(int[] prefix, SparseScores scores);
    }

    @Override
    public String name() {
        return "session";
    }

    @Override
    public List<String> files() {
        return List.of(TRAINING, TEST);
    }

    @Override
    public void run(QualityData data, QualityReport report) throws IOException {
        List<int[]> sessions =
                data.lines(TRAINING).stream().map(SessionProtocol::numbers).toList();
        List<Case> cases = new ArrayList<>();
        for (String line : data.lines(TEST)) {
            String[] parts = line.split("\t", -1);
            cases.add(new Case(numbers(parts[0]), Integer.parseInt(parts[1].trim())));
        }
        SessionClicks clicks = SessionClicks.of(sessions, 1 + largest(sessions, cases));
        baselines(clicks, cases, report);
        SessionModel model = train(sessions);
        measure(
                "p13n",
                prefix -> next(model, prefix, false),
                prefix -> next(model, prefix, true),
                clicks,
                cases,
                report);
        report.remark(
                this,
                "p13n: settings were chosen on the last 16,000 training sessions; its blend is learned at training, from"
                        + " the latest tenth of the training sessions but at most 16,000. Test sessions took no part in"
                        + " either. Baselines follow the protocol's settings; on its data co-occurrence and popularity give"
                        + " its figures, the others differ by up to .0024, for reasons not found.");
    }

    private void baselines(SessionClicks clicks, List<Case> cases, QualityReport report) {
        SessionBaselines items = new SessionBaselines(clicks);
        NeighbourSessions neighbours = new NeighbourSessions(clicks);
        measure("popularity", items::popularity, clicks, cases, report);
        measure("own-session", items::ownSession, clicks, cases, report);
        measure("co-occurrence", items::coOccurrence, clicks, cases, report);
        measure("item-knn", items::itemKnn, clicks, cases, report);
        measure("s-knn", neighbours::sKnn, clicks, cases, report);
        measure("vmis-knn", neighbours::vmis, clicks, cases, report);
        SparseScores own = new SparseScores(clicks.items());
        measure("hybrid", (prefix, scores) -> hybrid(items, neighbours, own, prefix, scores), clicks, cases, report);
    }

    private static void hybrid(
            SessionBaselines items, NeighbourSessions neighbours, SparseScores own, int[] prefix, SparseScores scores) {
        neighbours.vmisOfHybrid(prefix, scores);
        own.clear();
        items.itemKnn(prefix, LAST_OF_HYBRID, own);
        double unit = scores.isEmpty() ? 1 : scores.largest();
        scores.addAll(own, ITEMS_IN_HYBRID * unit / Math.max(Double.MIN_NORMAL, own.largest()));
        for (int i = 0; i < prefix.length; i++) {
            scores.add(prefix[i], REMINDER_IN_HYBRID * unit * Math.pow(REMINDER_DECAY, prefix.length - 1.0 - i));
        }
    }

    private void measure(
            String model, Baseline baseline, SessionClicks clicks, List<Case> cases, QualityReport report) {
        SparseScores scores = new SparseScores(clicks.items());
        measure(
                model,
                prefix -> best(baseline, scores, prefix, false),
                prefix -> best(baseline, scores, prefix, true),
                clicks,
                cases,
                report);
    }

    private static long[] best(Baseline baseline, SparseScores scores, int[] prefix, boolean discovery) {
        scores.clear();
        baseline.score(prefix, scores);
        if (discovery) {
            Arrays.stream(prefix).forEach(scores::remove);
        }
        return Arrays.stream(scores.best(K)).asLongStream().toArray();
    }

    private void measure(
            String model,
            Ranking ranking,
            Ranking discovery,
            SessionClicks clicks,
            List<Case> cases,
            QualityReport report) {
        boolean split = model.equals("p13n");
        Means means = new Means();
        Exposure exposure = new Exposure(K, item -> clicks.clicks[(int) item]);
        for (Case one : cases) {
            int product = split ? clicks.sessionsOf[one.target].length : Means.NOT_APPLICABLE;
            int shopper = split ? one.prefix.length : Means.NOT_APPLICABLE;
            long[] list = ranking.of(one.prefix);
            exposure.addShown(list);
            exposure.addChosen(one.target);
            int rank = Metrics.rank(list, one.target);
            means.add("HR@20", Metrics.hit(rank, K), product, shopper);
            means.add("MRR@20", Metrics.reciprocalRank(rank, K), product, shopper);
            int discovered = Metrics.rank(discovery.of(one.prefix), one.target);
            means.add("discovery HR@20", Metrics.hit(discovered, K), product, shopper);
            means.add("discovery MRR@20", Metrics.reciprocalRank(discovered, K), product, shopper);
        }
        report.rows(this, model, means);
        report.row(this, model, "coverage@20", exposure.coverage(clicks.knownItems()));
        report.row(this, model, "popularity-bias@20", exposure.popularityBias());
    }

    /** Sessions come in date order without dates: their place stands for the time. */
    private static SessionModel train(List<int[]> sessions) {
        SessionTrainer trainer = new SessionTrainer(SessionSettings.defaults());
        for (int i = 0; i < sessions.size(); i++) {
            trainer.add(SessionTrainer.UNKNOWN_SHOPPER, longs(sessions.get(i)), i);
        }
        return trainer.train();
    }

    private static long[] next(SessionModel model, int[] prefix, boolean discovery) {
        Set<Long> own = discovery ? Arrays.stream(prefix).asLongStream().boxed().collect(Collectors.toSet()) : Set.of();
        return model.next(longs(prefix), K, item -> !own.contains(item)).stream()
                .mapToLong(NextItem::itemId)
                .toArray();
    }

    private static int largest(List<int[]> sessions, List<Case> cases) {
        int largest = 0;
        for (int[] session : sessions) {
            largest = Math.max(largest, Arrays.stream(session).max().orElse(0));
        }
        for (Case one : cases) {
            largest = Math.max(
                    largest,
                    Math.max(one.target, Arrays.stream(one.prefix).max().orElse(0)));
        }
        return largest;
    }

    private static long[] longs(int[] items) {
        return Arrays.stream(items).asLongStream().toArray();
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.trim().split(" +"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
