package org.p13n.benchmark.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.Model;
import org.p13n.engine.profile.ShopperProfile;
import org.p13n.engine.ranking.RankingSettings;
import org.p13n.engine.ranking.Recommendation;
import org.p13n.engine.ranking.RecommendationRequest;
import org.p13n.engine.ranking.RecommendationService;

/** What shoppers with histories ask of the current model when they open a product's page. */
final class Pages {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SHOPPERS = 256;
    private static final int HISTORY = 60;
    private static final int WARM_UP = 4_000;
    private static final int MEASURED = 8_000;
    private static final double MICROS = 1_000;
    private static final int LIST = 20;
    private static final long TWO_MINUTES = 120_000L;

    private final Supplier<Model> model;
    private final RecommendationService service;
    private final ShopperProfile[] profiles = new ShopperProfile[SHOPPERS];
    private final long[][] sessions = new long[SHOPPERS][];

    Pages(SyntheticShop shop, Supplier<Model> model) {
        this.model = model;
        service = new RecommendationService(model, shop, RankingSettings.defaults());
        List<List<Interaction>> histories = new ArrayList<>();
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            histories.add(new ArrayList<>());
        }
        shop.tell(
                (long) SHOPPERS * HISTORY,
                2,
                each -> histories.get((int) (each.shopperId() % SHOPPERS)).add(each));
        SplittableRandom random = new SplittableRandom(3);
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            List<Interaction> history = histories.get(shopper);
            profiles[shopper] = SyntheticShop.profile(shopper + 1, history, shop);
            int clicks = Math.min(history.size(), 1 + random.nextInt(8));
            List<Interaction> last = history.subList(history.size() - clicks, history.size());
            sessions[shopper] = last.stream().mapToLong(Interaction::itemId).toArray();
            for (int i = 0; i < clicks; i++) {
                long at = SyntheticShop.NOW - (clicks - i) * TWO_MINUTES;
                Interaction view = Interaction.productView(shopper + 1, sessions[shopper][i], at);
                profiles[shopper] = profiles[shopper].with(view, shop.facts(view.itemId()));
            }
        }
    }

    /** Three placements: beside the product that is looked at, for the shopper alone, and a bundle. */
    List<Recommendation> page(int number) {
        int shopper = number % SHOPPERS;
        long[] seen = sessions[shopper];
        RecommendationRequest beside = request(shopper, seen.length == 0 ? seen : new long[] {seen[seen.length - 1]});
        List<Recommendation> all = new ArrayList<>(service.youMayAlsoLike(beside));
        all.addAll(service.youMayAlsoLike(request(shopper, new long[0])));
        all.addAll(service.boughtTogether(beside));
        return all;
    }

    /** One list of 20 beside the product that is looked at: candidates, scores, re-ranking. */
    List<Recommendation> list(int number) {
        int shopper = number % SHOPPERS;
        long[] seen = sessions[shopper];
        return service.youMayAlsoLike(request(shopper, seen.length == 0 ? seen : new long[] {seen[seen.length - 1]}));
    }

    ShopperProfile shopper(int number) {
        return profiles[number % SHOPPERS];
    }

    /** What comes next in the shopper's session. */
    List<?> session(int number) {
        return model.get().sessions().next(sessions[number % SHOPPERS], LIST, any -> true);
    }

    /** Median and 99th percentile in microseconds of the asking thread's processor time. */
    static double[] quantiles(IntFunction<List<?>> question) {
        long[] nanos = new long[MEASURED];
        long answers = 0;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            answers += question.apply(i + WARM_UP).size();
            nanos[Math.max(0, i)] = THREADS.getCurrentThreadCpuTime() - begin;
        }
        if (answers == 0) {
            System.err.println("# nothing was ever found");
        }
        Arrays.sort(nanos);
        return new double[] {nanos[MEASURED / 2] / MICROS, nanos[MEASURED * 99 / 100] / MICROS};
    }

    private RecommendationRequest request(int shopper, long[] seeds) {
        return new RecommendationRequest(profiles[shopper], seeds, any -> true, LIST, SyntheticShop.NOW);
    }
}
