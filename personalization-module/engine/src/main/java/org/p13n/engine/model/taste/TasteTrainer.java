package org.p13n.engine.model.taste;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.p13n.engine.model.index.TopItems;
import org.p13n.engine.model.item.ItemModel;
import org.p13n.engine.model.item.ItemNeighbours;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.learning.AdditiveModel;
import org.p13n.engine.model.learning.CurveLearner;

/** Learns how to hear the products of a history together, on the shop's own past. Not thread-safe; deterministic. */
public final class TasteTrainer {
    private static final long SEED = 0x7461737465L;

    private final TasteSettings settings;
    private final ItemSettings itemSettings;
    private final Step step;

    public TasteTrainer(TasteSettings settings, ItemSettings itemSettings, Step step) {
        this.settings = settings;
        this.itemSettings = itemSettings;
        this.step = step;
    }

    /** Lists of all touches, and curves learned on each shopper's last one by lists that do not know it. */
    public TasteModel train(ItemTrainer touches, long now) {
        return learn(touches, now).over(touches.train(now));
    }

    private TasteModel learn(ItemTrainer touches, long now) {
        ItemTrainer earlier = new ItemTrainer(itemSettings);
        LastTouches last = new LastTouches();
        touches.forEachShopper((shopperId, itemIds, kinds, times) -> {
            int end = last.add(step, itemSettings, itemIds, kinds, times);
            for (int i = 0; i < end; i++) {
                earlier.add(shopperId, itemIds[i], kinds[i], times[i]);
            }
        });
        ItemModel items = earlier.train(now);
        TasteModel handSet = TasteModel.of(items, step, settings);
        return new TasteModel(items, step, settings, learn(handSet, items.neighbours(step), last));
    }

    private AdditiveModel learn(TasteModel handSet, ItemNeighbours neighbours, LastTouches last) {
        CurveLearner learner = new CurveLearner(TasteFeature.curves(), settings.learning());
        Walk walk = new Walk(neighbours, settings);
        for (int each : last.some(settings.learningShoppers(), new SplittableRandom(SEED))) {
            int wanted = neighbours.number(last.wanted(each));
            walk.from(last.newestFirst(each));
            int right = wanted < 0 ? -1 : walk.row(wanted);
            if (right >= 0) {
                int[] best = best(walk, handSet.scores(walk), last.newestFirst(each), neighbours);
                choose(learner, walk, best, right);
            }
        }
        return learner.learn();
    }

    /** The wanted product out of those that come first by the hand-set slopes, if it is one of them. */
    private static void choose(CurveLearner learner, Walk walk, int[] best, int right) {
        float[] features = new float[best.length * TasteFeature.COUNT];
        float[] row = new float[TasteFeature.COUNT];
        boolean[] rival = new boolean[best.length];
        int chosen = -1;
        for (int i = 0; i < best.length; i++) {
            walk.features(best[i], row);
            System.arraycopy(row, 0, features, i * row.length, row.length);
            rival[i] = best[i] != right;
            chosen = rival[i] ? chosen : i;
        }
        if (chosen >= 0) {
            learner.add(features, chosen, rival, 1);
        }
    }

    private int[] best(Walk walk, double[] scores, long[] known, ItemNeighbours neighbours) {
        for (long itemId : known) {
            int number = neighbours.number(itemId);
            int row = number < 0 ? -1 : walk.row(number);
            if (row >= 0) {
                scores[row] = Double.NEGATIVE_INFINITY;
            }
        }
        TopItems best = new TopItems(
                Math.min(settings.rivalsDepth(), walk.size()),
                (a, b) -> scores[a] != scores[b] ? scores[a] > scores[b] : walk.item(a) < walk.item(b));
        for (int row = 0; row < walk.size(); row++) {
            if (scores[row] > Double.NEGATIVE_INFINITY) {
                best.offer(row);
            }
        }
        return best.bestFirst();
    }

    /** What each shopper touched last, and all that he had touched before. */
    private static final class LastTouches {
        private long[][] histories = new long[64][];
        private long[] wanted = new long[64];
        private int size;

        /** Where the shopper's history before his last touch ends. */
        int add(Step step, ItemSettings settings, long[] itemIds, Touch[] kinds, long[] times) {
            int last = itemIds.length - 1;
            while (last >= 0 && step.targetSay(kinds[last], settings.cartSay()) < 1) {
                last--;
            }
            int end = last;
            while (end > 0 && times[end - 1] == times[last]) {
                end--;
            }
            long[] newestFirst = newestFirst(step, settings, itemIds, kinds, end);
            if (last < 0 || newestFirst.length == 0) {
                return itemIds.length;
            }
            if (size == wanted.length) {
                histories = Arrays.copyOf(histories, size * 2);
                wanted = Arrays.copyOf(wanted, size * 2);
            }
            histories[size] = newestFirst;
            wanted[size++] = itemIds[last];
            return end;
        }

        long wanted(int index) {
            return wanted[index];
        }

        long[] newestFirst(int index) {
            return histories[index];
        }

        /** The numbers of some cases, ascending. */
        int[] some(int most, SplittableRandom random) {
            int[] some = new int[Math.min(most, size)];
            int taken = 0;
            for (int i = 0; i < size && taken < some.length; i++) {
                if (random.nextInt(size - i) < some.length - taken) {
                    some[taken++] = i;
                }
            }
            return some;
        }

        private static long[] newestFirst(Step step, ItemSettings settings, long[] itemIds, Touch[] kinds, int end) {
            long[] newestFirst = new long[Math.max(0, end)];
            int size = 0;
            for (int i = end - 1; i >= 0; i--) {
                if (step.sourceSay(kinds[i], settings.cartSay()) > 0 && !contains(newestFirst, size, itemIds[i])) {
                    newestFirst[size++] = itemIds[i];
                }
            }
            return Arrays.copyOf(newestFirst, size);
        }

        private static boolean contains(long[] ids, int size, long id) {
            for (int i = 0; i < size; i++) {
                if (ids[i] == id) {
                    return true;
                }
            }
            return false;
        }
    }
}
