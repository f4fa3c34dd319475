package org.p13n.engine.model.repeat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;

/** Shoppers to be compared with, without their names: what each bought, later orders counting more. */
final class Kindred {
    /*
     * TIFU-KNN (Hu et al., SIGIR 2020): orders are grouped in threes, decayed within and between groups, and averaged; near
     * is near by Euclid. Only shoppers that share an item can be near here, which lets an inverted index find them: with
     * |u - v|^2 = |u|^2 - (2 u.v - |v|^2), a sum over the lists of the asker's items.
     */
    private static final int GROUP = 3;
    private static final double WITHIN_GROUP = 0.9;
    private static final double BETWEEN_GROUPS = 0.6;

    private static final int MOST_ITEMS = 150;

    private final int neighbours;
    private final int[][] items;
    private final float[][] weights;
    private final float[] squares;
    private final int[][] shoppersOf;
    private final float[][] saysOf;

    private Kindred(int catalog, int neighbours, int[][] items, float[][] weights) {
        this.neighbours = neighbours;
        this.items = items;
        this.weights = weights;
        squares = new float[items.length];
        int[] sizes = new int[catalog];
        for (int shopper = 0; shopper < items.length; shopper++) {
            for (int i = 0; i < items[shopper].length; i++) {
                squares[shopper] += weights[shopper][i] * weights[shopper][i];
                sizes[items[shopper][i]]++;
            }
        }
        shoppersOf = new int[catalog][];
        saysOf = new float[catalog][];
        for (int item = 0; item < catalog; item++) {
            shoppersOf[item] = new int[sizes[item]];
            saysOf[item] = new float[sizes[item]];
        }
        Arrays.fill(sizes, 0);
        for (int shopper = 0; shopper < items.length; shopper++) {
            for (int i = 0; i < items[shopper].length; i++) {
                int item = items[shopper][i];
                shoppersOf[item][sizes[item]] = shopper;
                saysOf[item][sizes[item]++] = weights[shopper][i];
            }
        }
    }

    /** Of the shoppers with the latest orders. */
    static Kindred of(List<PurchaseHistory> histories, LongIndex catalog, RepeatSettings settings) {
        List<PurchaseHistory> latest = histories.stream()
                .sorted(Comparator.comparingLong(PurchaseHistory::lastAt).reversed())
                .limit(settings.kindred())
                .toList();
        int[][] items = new int[latest.size()][];
        float[][] weights = new float[latest.size()][];
        for (int shopper = 0; shopper < items.length; shopper++) {
            Vector vector = new Vector(latest.get(shopper), catalog);
            items[shopper] = vector.items();
            weights[shopper] = vector.weights(items[shopper]);
        }
        return new Kindred(catalog.size(), settings.neighbours(), items, weights);
    }

    /** What those bought who are most like somebody with such a history. */
    Likes likes(PurchaseHistory history, LongIndex catalog) {
        Likes likes = new Likes();
        if (history.size() == 0 || items.length == 0 || neighbours == 0) {
            return likes;
        }
        Vector own = new Vector(history, catalog);
        float[] nearness = new float[items.length];
        int[] ownItems = own.items();
        float[] ownWeights = own.weights(ownItems);
        for (int i = 0; i < ownItems.length; i++) {
            if (ownItems[i] < shoppersOf.length) {
                int[] shoppers = shoppersOf[ownItems[i]];
                float[] says = saysOf[ownItems[i]];
                for (int k = 0; k < shoppers.length; k++) {
                    nearness[shoppers[k]] += 2 * says[k] * ownWeights[i];
                }
            }
        }
        int[] nearest = nearest(nearness);
        for (int shopper : nearest) {
            for (int i = 0; i < items[shopper].length; i++) {
                likes.add(items[shopper][i], weights[shopper][i] / nearest.length);
            }
        }
        return likes;
    }

    long bytes() {
        long bytes = 4L * squares.length;
        for (int[] each : items) {
            bytes += 16L * each.length + 48;
        }
        return bytes + 48L * shoppersOf.length;
    }

    private int[] nearest(float[] nearness) {
        TopItems top = new TopItems(Math.min(neighbours, nearness.length), (a, b) -> {
            return nearness[a] != nearness[b] ? nearness[a] > nearness[b] : a < b;
        });
        for (int shopper = 0; shopper < nearness.length; shopper++) {
            if (nearness[shopper] > 0) {
                nearness[shopper] -= squares[shopper];
                top.offer(shopper);
            }
        }
        return top.bestFirst();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(items.length);
        for (int shopper = 0; shopper < items.length; shopper++) {
            out.writeInt(items[shopper].length);
            for (int i = 0; i < items[shopper].length; i++) {
                out.writeInt(items[shopper][i]);
                out.writeFloat(weights[shopper][i]);
            }
        }
    }

    static Kindred readFrom(DataInput in, int catalog, int neighbours) throws IOException {
        int shoppers = in.readInt();
        if (shoppers < 0) {
            throw new IOException("A stored model must compare with 0 or more shoppers but does with " + shoppers);
        }
        int[][] items = new int[shoppers][];
        float[][] weights = new float[shoppers][];
        for (int shopper = 0; shopper < shoppers; shopper++) {
            int size = in.readInt();
            if (size < 0 || size > MOST_ITEMS) {
                throw new IOException("A stored shopper must have 0 to " + MOST_ITEMS + " items but has " + size);
            }
            items[shopper] = new int[size];
            weights[shopper] = new float[size];
            for (int i = 0; i < size; i++) {
                items[shopper][i] = in.readInt();
                weights[shopper][i] = in.readFloat();
                boolean possible = items[shopper][i] >= 0 && items[shopper][i] < catalog;
                if (!possible || !(weights[shopper][i] >= 0) || Float.isInfinite(weights[shopper][i])) {
                    throw new IOException("A stored shopper of a model of " + catalog + " items has item "
                            + items[shopper][i] + " with weight " + weights[shopper][i]);
                }
            }
        }
        return new Kindred(catalog, neighbours, items, weights);
    }

    /** One shopper's items and their weights, the heaviest few. */
    private static final class Vector {
        private final LongIndex own = new LongIndex();
        private final LongIndex catalog;
        private float[] sums = new float[16];

        Vector(PurchaseHistory history, LongIndex catalog) {
            this.catalog = catalog;
            int orders = history.size();
            int first = orders % GROUP;
            int groups = (orders + GROUP - 1) / GROUP;
            for (int order = 0; order < orders; order++) {
                int fromEnd = orders - 1 - order;
                int size = order < first ? first : GROUP;
                double weight = Math.pow(BETWEEN_GROUPS, fromEnd / GROUP)
                        * Math.pow(WITHIN_GROUP, fromEnd % GROUP)
                        / size
                        / groups;
                for (long itemId : history.order(order).itemIds()) {
                    int place = own.findOrAdd(itemId);
                    if (place == sums.length) {
                        sums = Arrays.copyOf(sums, place * 2);
                    }
                    sums[place] += (float) weight;
                }
            }
        }

        /** Numbers of the known items. */
        int[] items() {
            TopItems top = new TopItems(Math.min(MOST_ITEMS, own.size()), (a, b) -> {
                return sums[a] != sums[b] ? sums[a] > sums[b] : own.keyAt(a) < own.keyAt(b);
            });
            for (int place = 0; place < own.size(); place++) {
                if (catalog.find(own.keyAt(place)) >= 0) {
                    top.offer(place);
                }
            }
            return Arrays.stream(top.bestFirst())
                    .map(place -> catalog.find(own.keyAt(place)))
                    .toArray();
        }

        float[] weights(int[] items) {
            float[] weights = new float[items.length];
            for (int i = 0; i < items.length; i++) {
                weights[i] = sums[own.find(catalog.keyAt(items[i]))];
            }
            return weights;
        }
    }
}
