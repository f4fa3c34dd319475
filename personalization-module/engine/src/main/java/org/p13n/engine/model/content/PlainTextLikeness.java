package org.p13n.engine.model.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;
import org.p13n.engine.model.index.TopItems;

/** Likeness of texts as the cosine of their words, rarer ones weighing more; in memory, by nothing but the JDK. */
public final class PlainTextLikeness implements TextLikeness {
    /*
     * Candidates come from the posting lists of the item's rarest words, which are short; their cosines are then computed
     * over all words. A list longer than LONGEST_LIST is skipped unless nothing else is left: who has only words that
     * everybody has is like everybody. So an item costs at most RAREST × LONGEST_LIST steps, whatever the catalog.
     */
    private static final int RAREST = 24;
    private static final int LONGEST_LIST = 2_000;

    private final LongIndex items = new LongIndex();
    private final Field names;
    private final Field descriptions;
    private final float[] reached;
    private int[] touched = new int[1024];
    private int touchedCount;

    /** Takes the texts in; of two with one id the first counts. */
    public PlainTextLikeness(Iterable<ItemText> catalog, Words words) {
        Field.Reader nameReader = new Field.Reader(words);
        Field.Reader descriptionReader = new Field.Reader(words);
        for (ItemText item : catalog) {
            int known = items.size();
            if (items.findOrAdd(item.itemId()) == known) {
                nameReader.add(item.name());
                descriptionReader.add(item.description());
            }
        }
        names = nameReader.finish();
        descriptions = descriptionReader.finish();
        reached = new float[items.size()];
    }

    @Override
    public void similar(long itemId, int limit, Visitor visitor) {
        int item = items.find(itemId);
        if (item < 0) {
            return;
        }
        reach(names, item);
        reach(descriptions, item);
        TopItems top = new TopItems(
                Math.min(limit, touchedCount),
                (a, b) -> reached[a] == reached[b] ? items.keyAt(a) < items.keyAt(b) : reached[a] > reached[b]);
        for (int i = 0; i < touchedCount; i++) {
            if (touched[i] != item) {
                top.offer(touched[i]);
            }
        }
        for (int other : top.bestFirst()) {
            visitor.visit(items.keyAt(other), names.cosine(item, other), descriptions.cosine(item, other));
        }
        for (int i = 0; i < touchedCount; i++) {
            reached[touched[i]] = 0;
        }
        touchedCount = 0;
    }

    /** Adds up what the item's rarest words have in common with others. */
    private void reach(Field field, int item) {
        SparseRows rows = field.rows;
        int from = rows.begin(item);
        TopItems rarest = new TopItems(Math.min(RAREST, rows.end(item) - from), (a, b) -> {
            int length = Integer.compare(field.listLength(rows.column(a)), field.listLength(rows.column(b)));
            return length < 0 || (length == 0 && a < b);
        });
        for (int at = from; at < rows.end(item); at++) {
            if (field.listLength(rows.column(at)) > 1) {
                rarest.offer(at);
            }
        }
        boolean nothing = true;
        for (int at : rarest.bestFirst()) {
            if (nothing || field.listLength(rows.column(at)) <= LONGEST_LIST) {
                addList(field.lists, rows.column(at), rows.weight(at));
                nothing = false;
            }
        }
    }

    private void addList(SparseRows lists, int word, float weight) {
        int end = Math.min(lists.end(word), lists.begin(word) + LONGEST_LIST);
        for (int at = lists.begin(word); at < end; at++) {
            int other = lists.column(at);
            if (reached[other] == 0) {
                if (touchedCount == touched.length) {
                    touched = Arrays.copyOf(touched, touchedCount * 2);
                }
                touched[touchedCount++] = other;
            }
            reached[other] += weight * lists.weight(at);
        }
    }

    /** One field of all items: words by item, each row of length 1, and items by word. */
    private record Field(SparseRows rows, SparseRows lists) {
        int listLength(int word) {
            return lists.end(word) - lists.begin(word);
        }

        double cosine(int item, int other) {
            return Math.min(1, rows.dot(item, other));
        }

        private static final class Reader {
            private final Words words;
            private final Map<String, Integer> numbers = new HashMap<>();
            private int[][] itemWords = new int[16][];
            private float[][] counts = new float[16][];
            private int items;

            Reader(Words words) {
                this.words = words;
            }

            void add(String text) {
                Map<Integer, Float> found = new TreeMap<>();
                words.read(text, word -> {
                    int next = numbers.size();
                    Integer number = numbers.putIfAbsent(word, next);
                    found.merge(number == null ? next : number, 1f, Float::sum);
                });
                if (items == itemWords.length) {
                    itemWords = Arrays.copyOf(itemWords, items * 2);
                    counts = Arrays.copyOf(counts, items * 2);
                }
                itemWords[items] =
                        found.keySet().stream().mapToInt(word -> word).toArray();
                counts[items] = new float[found.size()];
                int i = 0;
                for (float count : found.values()) {
                    counts[items][i++] = count;
                }
                items++;
            }

            Field finish() {
                int[] inItems = new int[numbers.size()];
                for (int item = 0; item < items; item++) {
                    for (int word : itemWords[item]) {
                        inItems[word]++;
                    }
                }
                SparseRows.Builder rows = new SparseRows.Builder();
                for (int item = 0; item < items; item++) {
                    addRow(item, inItems, rows);
                }
                SparseRows built = rows.build();
                return new Field(built, built.transposed(numbers.size()));
            }

            private void addRow(int item, int[] inItems, SparseRows.Builder rows) {
                double[] weights = new double[itemWords[item].length];
                double square = 0;
                for (int i = 0; i < weights.length; i++) {
                    double rarity = Math.log((items + 1.0) / inItems[itemWords[item][i]]);
                    weights[i] = (1 + Math.log(counts[item][i])) * rarity;
                    square += weights[i] * weights[i];
                }
                for (int i = 0; i < weights.length; i++) {
                    rows.add(itemWords[item][i], (float) (weights[i] / Math.sqrt(square)));
                }
                rows.endRow();
            }
        }
    }
}
