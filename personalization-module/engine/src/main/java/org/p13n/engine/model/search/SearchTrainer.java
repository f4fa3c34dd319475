package org.p13n.engine.model.search;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.model.content.Words;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;

/** Reads the catalog's texts and builds the index by which found products are ordered. For one thread. */
public final class SearchTrainer {
    /*
     * Per product and word it keeps in how many places of each field the word stands: six counts of 10 bits in a long.
     * 12 bytes per word of a product until the index is built.
     */
    private static final int COUNT_BITS = 10;
    private static final long MOST = (1L << COUNT_BITS) - 1;
    private static final SearchField[] FIELDS = SearchField.values();

    private final Words words;
    private final SearchSettings settings;
    private final LongIndex items = new LongIndex();
    private final Numbers vocabulary = new Numbers();
    private final Numbers kinds = new Numbers();
    private final long[] lengths = new long[FIELDS.length];
    private int[][] itemWords = new int[16][];
    private long[][] itemCounts = new long[16][];
    private int[][] itemKinds = new int[16][];

    public SearchTrainer(Words words, SearchSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    /** Takes a product in; one that it already has is left as it is. */
    public void add(ItemText item) {
        int number = items.size();
        if (items.findOrAdd(item.itemId()) < number) {
            return;
        }
        if (number == itemWords.length) {
            itemWords = Arrays.copyOf(itemWords, number * 2);
            itemCounts = Arrays.copyOf(itemCounts, number * 2);
            itemKinds = Arrays.copyOf(itemKinds, number * 2);
        }
        Map<Integer, Long> counts = countWords(item);
        itemWords[number] = counts.keySet().stream().mapToInt(word -> word).toArray();
        itemCounts[number] = counts.values().stream().mapToLong(count -> count).toArray();
        itemKinds[number] = kindsOf(item);
    }

    private Map<Integer, Long> countWords(ItemText item) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (SearchField field : FIELDS) {
            long one = 1L << (field.ordinal() * COUNT_BITS);
            field.read(item, words, word -> {
                lengths[field.ordinal()]++;
                counts.merge(vocabulary.of(word), one, (a, b) -> count(a, field) == MOST ? a : a + b);
            });
        }
        return counts;
    }

    private int[] kindsOf(ItemText item) {
        TreeSet<Integer> found = new TreeSet<>();
        item.categories().forEach(category -> found.add(kinds.of("category " + category)));
        item.attributes().forEach(attribute -> found.add(kinds.of("attribute " + ItemText.nameOf(attribute))));
        return found.stream().mapToInt(kind -> kind).toArray();
    }

    private static long count(long counts, SearchField field) {
        return counts >>> (field.ordinal() * COUNT_BITS) & MOST;
    }

    /** The index of all products taken in so far. */
    public SearchIndex train() {
        Numbers.Sorted sorted = vocabulary.sorted();
        SparseRows.Builder wordRows = new SparseRows.Builder();
        for (int item = 0; item < items.size(); item++) {
            addWords(item, sorted.places(), wordRows);
        }
        return new SearchIndex(
                items.copy(), sorted.names(), wordRows.build(), kinds.size(), kindRows(), settings, words);
    }

    private void addWords(int item, int[] places, SparseRows.Builder rows) {
        double[] factors = fieldFactors(item);
        double[] byPlace = new double[itemWords[item].length];
        long[] order = new long[itemWords[item].length];
        for (int i = 0; i < order.length; i++) {
            for (SearchField field : FIELDS) {
                byPlace[i] += factors[field.ordinal()] * count(itemCounts[item][i], field);
            }
            order[i] = (long) places[itemWords[item][i]] << 32 | i;
        }
        Arrays.sort(order);
        for (long entry : order) {
            double often = byPlace[(int) entry];
            if (often > 0) {
                rows.add((int) (entry >>> 32), (float) (often / (settings.saturation() + often)));
            }
        }
        rows.endRow();
    }

    /** What a word of each field counts: the field's weight, less if the field is longer than usual. */
    private double[] fieldFactors(int item) {
        double[] factors = new double[FIELDS.length];
        for (SearchField field : FIELDS) {
            long length = 0;
            for (long counts : itemCounts[item]) {
                length += count(counts, field);
            }
            double usual = (double) lengths[field.ordinal()] / items.size();
            double relative = usual > 0 ? length / usual : 1;
            factors[field.ordinal()] =
                    settings.weightOf(field) / (1 - settings.lengthPenalty() + settings.lengthPenalty() * relative);
        }
        return factors;
    }

    /** Per product what kind of thing it is: rarer marks weigh more, each row has length 1. */
    private SparseRows kindRows() {
        double[] weights = new double[kinds.size()];
        for (int item = 0; item < items.size(); item++) {
            for (int kind : itemKinds[item]) {
                weights[kind]++;
            }
        }
        Arrays.setAll(weights, kind -> Math.log(items.size() / weights[kind]));
        SparseRows.Builder rows = new SparseRows.Builder();
        for (int item = 0; item < items.size(); item++) {
            double square = 0;
            for (int kind : itemKinds[item]) {
                square += weights[kind] * weights[kind];
            }
            for (int kind : itemKinds[item]) {
                if (weights[kind] > 0) {
                    rows.add(kind, (float) (weights[kind] / Math.sqrt(square)));
                }
            }
            rows.endRow();
        }
        return rows.build();
    }
}
