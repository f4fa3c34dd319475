package org.p13n.engine.model.item;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/**
 * Collects touches in any order and trains {@link ItemModel}s of them, as often as wanted. Not thread-safe; the same
 * touches give the same model in whatever order they came.
 */
public final class ItemTrainer {
    private final ItemSettings settings;
    private final Touches touches = new Touches();

    public ItemTrainer(ItemSettings settings) {
        this.settings = settings;
    }

    /** @param at epoch milliseconds; lines of one order have the same */
    public void add(long shopperId, long itemId, Touch touch, long at) {
        touches.add(shopperId, itemId, touch, at);
    }

    /** What is told of one shopper: the arrays are the visitor's. */
    public interface HistoryVisitor {
        /**
         * Takes in a shopper.
         *
         * @param itemIds oldest first; at the same time by item id
         */
        void visit(long shopperId, long[] itemIds, Touch[] touches, long[] times);
    }

    /** Tells of every shopper's touches, by shopper id. */
    public void forEachShopper(HistoryVisitor visitor) {
        int[] order = touches.inOrder();
        for (int begin = 0, end; begin < order.length; begin = end) {
            end = begin + 1;
            while (end < order.length && touches.shopper[order[end]] == touches.shopper[order[begin]]) {
                end++;
            }
            long[] itemIds = new long[end - begin];
            Touch[] kinds = new Touch[end - begin];
            long[] times = new long[end - begin];
            for (int i = begin; i < end; i++) {
                itemIds[i - begin] = touches.items.keyAt(touches.item[order[i]]);
                kinds[i - begin] = Touch.values()[touches.touch[order[i]]];
                times[i - begin] = touches.at[order[i]];
            }
            visitor.visit(touches.shoppers.keyAt(touches.shopper[order[begin]]), itemIds, kinds, times);
        }
    }

    /** @param now epoch milliseconds; a touch that claims to be later counts as of now */
    public ItemModel train(long now) {
        LongIndex items = touches.items.copy();
        int[] order = touches.inOrder();
        Map<Step, ItemNeighbours> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            Timelines lines = Timelines.of(touches, order, step, settings, now);
            steps.put(step, neighbours(lines, items, now));
        }
        return new ItemModel(items, steps);
    }

    private ItemNeighbours neighbours(Timelines lines, LongIndex items, long now) {
        StepCounter counter = new StepCounter(lines, items.size(), settings, now);
        float[][] shoppers = {counter.shoppersOf(true), counter.shoppersOf(false)};
        Rows rows = new Rows(items.size());
        double[] scores = new double[items.size()];
        TopItems.Order best =
                (a, b) -> scores[a] != scores[b] ? scores[a] > scores[b] : items.keyAt(a) < items.keyAt(b);
        for (int item = 0; item < items.size(); item++) {
            counter.count(item);
            TopItems top = new TopItems(Math.min(settings.neighbours(), counter.size()), best);
            for (int i = 0; i < counter.size(); i++) {
                int other = counter.neighbour(i);
                double both = Math.sqrt((double) shoppers[0][item] * shoppers[1][other]) + settings.shrinkage();
                scores[other] = counter.weight(other) / both;
                top.offer(other);
            }
            rows.add(top.bestFirst(), counter);
        }
        return rows.table(items, settings.shrinkage(), shoppers);
    }

    /** The rows so far, end to end. */
    private static final class Rows {
        private final int[] begins;
        private int[] neighbours = new int[256];
        private float[] weights = new float[256];
        private int[] shoppers = new int[256];
        private int rows;
        private int size;

        Rows(int items) {
            begins = new int[items + 1];
        }

        void add(int[] bestFirst, StepCounter counter) {
            if (size + bestFirst.length > neighbours.length) {
                int larger = Math.max(size + bestFirst.length, size + size / 2);
                neighbours = Arrays.copyOf(neighbours, larger);
                weights = Arrays.copyOf(weights, larger);
                shoppers = Arrays.copyOf(shoppers, larger);
            }
            for (int neighbour : bestFirst) {
                neighbours[size] = neighbour;
                weights[size] = counter.weight(neighbour);
                shoppers[size++] = counter.shoppers(neighbour);
            }
            begins[++rows] = size;
        }

        ItemNeighbours table(LongIndex items, double shrinkage, float[][] shoppersOfItems) {
            return new ItemNeighbours(
                    items,
                    shrinkage,
                    shoppersOfItems,
                    begins,
                    Arrays.copyOf(neighbours, size),
                    Arrays.copyOf(weights, size),
                    Arrays.copyOf(shoppers, size));
        }
    }
}
