package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.p13n.engine.evaluation.Exposure;
import org.p13n.engine.evaluation.Means;
import org.p13n.engine.evaluation.Metrics;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.taste.TasteModel;
import org.p13n.engine.model.taste.TastePick;
import org.p13n.engine.model.taste.TasteSettings;
import org.p13n.engine.model.taste.TasteTrainer;

/** The next product of shoppers with long histories, leave-one-out. */
final class LongHistoryProtocol implements Protocol {
    private static final String SEQUENCES = "toys/sequences.txt.gz";
    private static final int LIST = 10;

    @Override
    public String name() {
        return "long-history";
    }

    @Override
    public List<String> files() {
        return List.of(SEQUENCES);
    }

    @Override
    public void run(QualityData data, QualityReport report) throws IOException {
        Histories histories = Histories.of(data.lines(SEQUENCES));
        SequenceBaselines baselines = new SequenceBaselines(histories);
        report(report, "popularity", histories, baselines::popularity);
        report(report, "item-knn", histories, baselines.itemKnn());
        report(report, "directional", histories, baselines.directional());
        report(report, "p13n", histories, taste(histories));
        report.remark(
                this,
                "item-to-item settings chosen on the last but one product of each history; the curves of taste are"
                        + " learned in the run from the same ones. Shoppers by the length of their history.");
    }

    /** A moment is a minute: the file knows the order only. */
    private static IntFunction<long[]> taste(Histories histories) {
        ItemTrainer touches = new ItemTrainer(ItemSettings.defaults());
        long now = 0;
        for (int shopper = 0; shopper < histories.size(); shopper++) {
            long[] known = histories.known(shopper);
            for (int i = 0; i < known.length; i++) {
                long at = TimeUnit.MINUTES.toMillis(i);
                touches.add(shopper, known[i], Touch.PURCHASE, at);
                now = Math.max(now, at);
            }
        }
        TasteModel model = new TasteTrainer(TasteSettings.defaults(), ItemSettings.defaults(), Step.BOUGHT_BOUGHT)
                .train(touches, now);
        return shopper -> {
            Set<Long> known = histories.knownSet(shopper);
            return model.top(histories.newestFirst(shopper), LIST, item -> !known.contains(item)).stream()
                    .mapToLong(TastePick::itemId)
                    .toArray();
        };
    }

    private void report(QualityReport report, String model, Histories histories, IntFunction<long[]> lists) {
        Means means = new Means();
        Exposure exposure = new Exposure(LIST, histories::touches);
        for (int shopper = 0; shopper < histories.size(); shopper++) {
            long[] list = lists.apply(shopper);
            long wanted = histories.wanted(shopper);
            int rank = Metrics.rank(list, wanted);
            boolean split = model.equals("p13n");
            int product = split ? histories.touches(wanted) : Means.NOT_APPLICABLE;
            int evidence = split ? histories.known(shopper).length : Means.NOT_APPLICABLE;
            means.add("HR@10", Metrics.hit(rank, LIST), product, evidence);
            means.add("nDCG@10", Metrics.ndcgOfOne(rank, LIST), product, evidence);
            exposure.addShown(list);
            exposure.addChosen(wanted);
        }
        report.rows(this, model, means);
        report.row(this, model, "coverage@10", exposure.coverage(histories.items()));
        report.row(this, model, "popularity-bias@10", exposure.popularityBias());
    }

    /** The sequences: the last product is wanted, all before it are known. */
    static final class Histories {
        private final long[][] sequences;
        private final int[] touches;
        private final int items;

        private Histories(long[][] sequences) {
            this.sequences = sequences;
            long most = 0;
            Set<Long> all = new HashSet<>();
            for (long[] sequence : sequences) {
                for (long item : sequence) {
                    most = Math.max(most, item);
                    all.add(item);
                }
            }
            items = all.size();
            touches = new int[Math.toIntExact(most + 1)];
            for (int shopper = 0; shopper < sequences.length; shopper++) {
                for (long item : known(shopper)) {
                    touches[(int) item]++;
                }
            }
        }

        /** Lines of user and products; users with fewer than two products have nothing to find. */
        static Histories of(List<String> lines) {
            return new Histories(lines.stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(words -> words.length > 2)
                    .map(words -> Arrays.stream(words)
                            .skip(1)
                            .mapToLong(Long::parseLong)
                            .toArray())
                    .toArray(long[][]::new));
        }

        int size() {
            return sequences.length;
        }

        int items() {
            return items;
        }

        /** One more than the largest id. */
        int ids() {
            return touches.length;
        }

        int touches(long item) {
            return touches[(int) item];
        }

        long wanted(int shopper) {
            return sequences[shopper][sequences[shopper].length - 1];
        }

        long[] known(int shopper) {
            return Arrays.copyOf(sequences[shopper], sequences[shopper].length - 1);
        }

        long[] newestFirst(int shopper) {
            long[] known = known(shopper);
            long[] reversed = new long[known.length];
            Arrays.setAll(reversed, i -> known[known.length - 1 - i]);
            return reversed;
        }

        Set<Long> knownSet(int shopper) {
            Set<Long> set = new HashSet<>();
            for (long item : known(shopper)) {
                set.add(item);
            }
            return set;
        }
    }
}
