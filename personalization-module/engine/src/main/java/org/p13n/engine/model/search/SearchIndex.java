package org.p13n.engine.model.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import org.p13n.engine.model.content.Words;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;

/** How well each product answers each word, and what kind of thing it is: puts found products into order. Immutable. */
public final class SearchIndex {
    /** For callers that know nothing of popularity. */
    public static final LongToDoubleFunction NO_POPULARITY = item -> 0;

    private final LongIndex items;
    private final String[] vocabulary;
    private final SparseRows words;
    private final int kindCount;
    private final SparseRows kinds;
    private final SearchSettings settings;
    private final Words cutter;
    private final float[] rarity;

    SearchIndex(
            LongIndex items,
            String[] vocabulary,
            SparseRows words,
            int kindCount,
            SparseRows kinds,
            SearchSettings settings,
            Words cutter) {
        this.items = items;
        this.vocabulary = vocabulary;
        this.words = words;
        this.kindCount = kindCount;
        this.kinds = kinds;
        this.settings = settings;
        this.cutter = cutter;
        this.rarity = rarity();
    }

    public SearchSettings settings() {
        return settings;
    }

    /**
     * The platform's results in the order of how well they answer the query: a permutation. What lies beyond the window,
     * and within it what has none of the words or is not known, follows as it was; ties keep the platform's order.
     *
     * @param found ids, the platform's best first
     * @param popularity 0 to 1 per item
     */
    public SearchOrder order(String query, long[] found, LongToDoubleFunction popularity) {
        int[] wanted = wordsOf(query);
        int window = Math.min(settings.window(), found.length);
        SearchScores scores = new SearchScores(this, wanted, Arrays.copyOf(found, window));
        scores.addPopularity(popularity);
        scores.addAgreement();
        return scores.order(found);
    }

    /** How rare a word is among the products (BM25's inverse document frequency). */
    float rarity(int word) {
        return rarity[word];
    }

    String word(int word) {
        return vocabulary[word];
    }

    /** How much of a word is in an item, 0 to 1. */
    float wordIn(int item, int word) {
        return words.weight(item, word);
    }

    SparseRows kinds() {
        return kinds;
    }

    int find(long itemId) {
        return items.find(itemId);
    }

    private int[] wordsOf(String query) {
        Set<Integer> found = new LinkedHashSet<>();
        cutter.read(query, word -> {
            int number = Arrays.binarySearch(vocabulary, word);
            if (number >= 0) {
                found.add(number);
            }
        });
        return found.stream().mapToInt(word -> word).toArray();
    }

    private float[] rarity() {
        float[] result = new float[vocabulary.length];
        int[] inItems = new int[vocabulary.length];
        for (int at = 0; words.rows() > 0 && at < words.end(words.rows() - 1); at++) {
            inItems[words.column(at)]++;
        }
        for (int word = 0; word < result.length; word++) {
            result[word] = (float) Math.log(1 + (items.size() - inItems[word] + 0.5) / (inItems[word] + 0.5));
        }
        return result;
    }

    /** Estimated heap. */
    public long bytes() {
        long text = 0;
        for (String word : vocabulary) {
            text += 56L + word.length();
        }
        return items.bytes() + words.bytes() + kinds.bytes() + (long) Float.BYTES * rarity.length + text;
    }

    /** Writes all but the settings and the way to cut words, which must be the same when it is read. */
    public void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        out.writeInt(vocabulary.length);
        for (String word : vocabulary) {
            out.writeUTF(word);
        }
        words.writeTo(out);
        out.writeInt(kindCount);
        kinds.writeTo(out);
    }

    /** Reads what {@link #writeTo} wrote; refuses what it cannot have written. */
    public static SearchIndex readFrom(DataInput in, Words cutter, SearchSettings settings) throws IOException {
        LongIndex items = LongIndex.readFrom(in);
        String[] vocabulary = readVocabulary(in);
        SparseRows words = SparseRows.readFrom(in, vocabulary.length);
        int kindCount = in.readInt();
        SparseRows kinds = SparseRows.readFrom(in, kindCount);
        if (words.rows() != items.size() || kinds.rows() != items.size()) {
            throw new IOException("A search index must have a row of words and one of kinds for each of its "
                    + items.size() + " items but has " + words.rows() + " and " + kinds.rows());
        }
        return new SearchIndex(items, vocabulary, words, kindCount, kinds, settings, cutter);
    }

    private static String[] readVocabulary(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            throw new IOException("A search index must have 0 words or more but has " + size);
        }
        List<String> vocabulary = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String word = in.readUTF();
            if (i > 0 && vocabulary.get(i - 1).compareTo(word) >= 0) {
                throw new IOException("The words of a search index must ascend but '" + word + "' follows '"
                        + vocabulary.get(i - 1) + "'");
            }
            vocabulary.add(word);
        }
        return vocabulary.toArray(String[]::new);
    }
}
