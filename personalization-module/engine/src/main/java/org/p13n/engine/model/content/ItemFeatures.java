package org.p13n.engine.model.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;

/** What is compared of each product besides its texts, as numbers. Immutable. */
final class ItemFeatures {
    /*
     * Categories and attributes are sets in which each member weighs as much as it is rare; two sets are as alike as the
     * weight of what both have to the weight of what either has (weighted Jaccard). An attribute counts as name=value, and
     * for a quarter by its name alone: things of one kind are described by the same attributes.
     */
    private static final float NAME_SHARE = 0.25f;

    private final LongIndex items;
    private final int[] brands;
    private final float[] prices;
    private final Sets categories;
    private final Sets attributes;
    private final boolean[] hasName;
    private final boolean[] hasDescription;

    private ItemFeatures(
            LongIndex items,
            int[] brands,
            float[] prices,
            Sets categories,
            Sets attributes,
            boolean[] hasName,
            boolean[] hasDescription) {
        this.items = items;
        this.brands = brands;
        this.prices = prices;
        this.categories = categories;
        this.attributes = attributes;
        this.hasName = hasName;
        this.hasDescription = hasDescription;
    }

    /** The features of a catalog in which no id comes twice. */
    static ItemFeatures of(List<ItemText> catalog) {
        LongIndex items = new LongIndex();
        int size = catalog.size();
        int[] brands = new int[size];
        float[] prices = new float[size];
        boolean[] hasName = new boolean[size];
        boolean[] hasDescription = new boolean[size];
        Map<String, Integer> brandNumbers = new HashMap<>();
        SetReader categories = new SetReader();
        SetReader attributes = new SetReader();
        for (ItemText item : catalog) {
            int number = items.findOrAdd(item.itemId());
            Integer brand = item.brand().isBlank()
                    ? Integer.valueOf(-1)
                    : brandNumbers.computeIfAbsent(item.brand(), any -> brandNumbers.size());
            brands[number] = brand;
            prices[number] = (float) item.price();
            hasName[number] = !item.name().isBlank();
            hasDescription[number] = !item.description().isBlank();
            item.categories().forEach(category -> categories.add(category, 1));
            categories.endItem();
            for (String attribute : item.attributes()) {
                attributes.add(attribute, 1);
                attributes.add(ItemText.nameOf(attribute) + " is said", NAME_SHARE);
            }
            attributes.endItem();
        }
        return new ItemFeatures(
                items, brands, prices, categories.finish(), attributes.finish(), hasName, hasDescription);
    }

    LongIndex items() {
        return items;
    }

    Sets categories() {
        return categories;
    }

    Sets attributes() {
        return attributes;
    }

    /** Whether there is anything to compare in that part. */
    boolean has(int item, ContentPart part) {
        return switch (part) {
            case NAME -> hasName[item];
            case DESCRIPTION -> hasDescription[item];
            case BRAND -> brands[item] >= 0;
            case CATEGORY -> categories.weight(item) > 0;
            case ATTRIBUTES -> attributes.weight(item) > 0;
            case PRICE -> prices[item] > 0;
        };
    }

    boolean sameBrand(int item, int other) {
        return brands[item] >= 0 && brands[item] == brands[other];
    }

    /** How many times dearer the dearer one is, as a logarithm. */
    double priceDistance(int item, int other) {
        return Math.abs(Math.log(prices[item]) - Math.log(prices[other]));
    }

    /** Weighted sets of all items. */
    static final class Sets {
        private final SparseRows rows;
        private final SparseRows members;
        private final float[] weights;

        private Sets(SparseRows rows, int columns) {
            this.rows = rows;
            this.members = rows.transposed(columns);
            weights = new float[rows.rows()];
            for (int item = 0; item < weights.length; item++) {
                for (int at = rows.begin(item); at < rows.end(item); at++) {
                    weights[item] += rows.weight(at);
                }
            }
        }

        float weight(int item) {
            return weights[item];
        }

        double likeness(int item, int other) {
            double common = 0;
            int a = rows.begin(item);
            int b = rows.begin(other);
            while (a < rows.end(item) && b < rows.end(other)) {
                int difference = Integer.compare(rows.column(a), rows.column(b));
                common += difference == 0 ? rows.weight(a) : 0;
                a += difference <= 0 ? 1 : 0;
                b += difference >= 0 ? 1 : 0;
            }
            double either = (double) weights[item] + weights[other] - common;
            return either > 0 ? Math.min(1, common / either) : 0;
        }

        SparseRows rows() {
            return rows;
        }

        /** The items by member. */
        SparseRows members() {
            return members;
        }
    }

    private static final class SetReader {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Integer, Float> shares = new HashMap<>();
        private final TreeSet<Integer> current = new TreeSet<>();
        private int[][] sets = new int[16][];
        private int items;

        void add(String member, float share) {
            int number = numbers.computeIfAbsent(member, any -> numbers.size());
            shares.putIfAbsent(number, share);
            current.add(number);
        }

        void endItem() {
            if (items == sets.length) {
                sets = Arrays.copyOf(sets, items * 2);
            }
            sets[items++] = current.stream().mapToInt(member -> member).toArray();
            current.clear();
        }

        Sets finish() {
            int[] inItems = new int[numbers.size()];
            for (int item = 0; item < items; item++) {
                for (int member : sets[item]) {
                    inItems[member]++;
                }
            }
            SparseRows.Builder rows = new SparseRows.Builder();
            for (int item = 0; item < items; item++) {
                for (int member : sets[item]) {
                    double rarity = Math.log((items + 1.0) / inItems[member]);
                    rows.add(member, (float) (shares.get(member) * rarity));
                }
                rows.endRow();
            }
            return new Sets(rows.build(), numbers.size());
        }
    }
}
