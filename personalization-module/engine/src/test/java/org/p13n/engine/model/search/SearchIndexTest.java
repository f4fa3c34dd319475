package org.p13n.engine.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.model.content.PlainWords;

class SearchIndexTest {
    private static final String[] SOME_WORDS = {"usb", "cable", "fan", "mouse", "pad", "laptop", "case", "red", "4711"};

    @Example
    void namesCountMoreThanDescriptions() {
        SearchIndex index = index(
                item(1, "Lamp", "", "for any keyboard"),
                item(2, "Keyboard", "", "for any lamp"),
                item(3, "Desk", "", ""));
        assertThat(order(index, "keyboard", 1, 2, 3)).containsExactly(2, 1, 3);
    }

    @Example
    void whatHasAllWordsGoesBeforeWhatHasOneOften() {
        SearchIndex index = index(
                item(1, "Mouse mouse mouse", "", "mouse"),
                item(2, "Pad for a mouse that glides", "", ""),
                item(3, "Desk", "", ""));
        assertThat(order(index, "mouse pad", 1, 2, 3)).containsExactly(2, 1, 3);
    }

    @Example
    void whatIsOfTheKindOfTheBestGoesFirst() {
        SearchIndex index = index(
                item(1, "Keyboard black", "", "", "layout=de", "keys=105"),
                item(2, "Keyboard white", "", "", "layout=de", "keys=105"),
                item(3, "Keyboard cable", "", "", "length=2"),
                item(4, "Keyboard grey", "", "", "layout=us", "keys=105"),
                item(5, "Network cable", "", "", "length=2"),
                item(6, "Desk", "", "", "height=7"));
        assertThat(order(index, "keyboard", 3, 1, 2, 4)).endsWith(3);
    }

    @Example
    void popularityOrdersWhatAnswersEquallyWellAndNothingElse() {
        SearchIndex index = index(item(1, "Fan", "", ""), item(2, "Fan", "", ""), item(3, "Desk", "", ""));
        SearchOrder order = index.order("fan", new long[] {1, 2, 3}, item -> item == 1 ? 0 : 1);
        assertThat(order.items()).containsExactly(2, 1, 3);
        assertThat(order.score(2)).isZero();
        assertThat(index.order("fan", new long[] {1, 2, 3}, item -> Double.NaN).items())
                .containsExactly(1, 2, 3);
    }

    @Example
    void anEmptyIndexLeavesThePlatformsOrder() {
        assertThat(order(index(), "anything", 3, 1, 2)).containsExactly(3, 1, 2);
        assertThat(order(index(item(1, "Fan", "", "")), "", 3, 1)).containsExactly(3, 1);
        assertThat(order(index(item(1, "Fan", "", "")), "unheard of", 3, 1)).containsExactly(3, 1);
        assertThat(order(index(item(1, "Fan", "", "")), "fan")).isEmpty();
    }

    @Property(seed = "3", tries = 200)
    void theOrderIsAPermutationThatTheExplanationsAddUpTo(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        Random random = new Random(seed);
        SearchIndex index = index(randomItems(random, size));
        long[] found = LongStream.rangeClosed(1, size + 3).toArray();
        SearchOrder order = index.order(randomText(random), found, item -> item % 3 / 2.0);
        assertThat(order.items()).containsExactlyInAnyOrder(found);
        for (int place = 0; place < found.length; place++) {
            assertThat(order.items()[place]).isEqualTo(found[order.originalPlace(place)]);
            assertThat(order.explain(place).score()).isCloseTo(order.score(place), within(1e-5));
            if (place > 0) {
                assertThat(order.score(place)).isLessThanOrEqualTo(order.score(place - 1));
            }
        }
    }

    @Property(seed = "4", tries = 50)
    void theIndexIsTheSameAfterItWasWrittenAndRead(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        SearchIndex index = index(randomItems(random, 30));
        SearchIndex read = read(written(index));
        long[] found = LongStream.rangeClosed(1, 30).toArray();
        String query = randomText(random);
        assertThat(read.order(query, found, SearchIndex.NO_POPULARITY).items())
                .containsExactly(
                        index.order(query, found, SearchIndex.NO_POPULARITY).items());
        assertThat(read.bytes()).isPositive();
    }

    @Property(seed = "5", tries = 50)
    void theOrderInWhichTheCatalogIsReadDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        ItemText[] items = randomItems(random, 30);
        ItemText[] reversed =
                IntStream.range(0, 30).mapToObj(i -> items[29 - i]).toArray(ItemText[]::new);
        long[] found = LongStream.rangeClosed(1, 30).toArray();
        String query = randomText(random);
        assertThat(order(index(items), query, found)).containsExactly(order(index(reversed), query, found));
    }

    @Example
    void refusesWhatNoIndexWrites() throws IOException {
        byte[] good = written(index(item(1, "Fan", "", "")));
        byte[] negative = good.clone();
        Arrays.fill(negative, 12, 16, (byte) -1); // the number of words
        assertThatThrownBy(() -> read(negative)).isInstanceOf(IOException.class).hasMessageContaining("-1");
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length - 1))).isInstanceOf(IOException.class);
    }

    private static SearchIndex read(byte[] stored) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored));
        return SearchIndex.readFrom(in, new PlainWords(), SearchSettings.defaults());
    }

    private static byte[] written(SearchIndex index) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        index.writeTo(new DataOutputStream(stored));
        return stored.toByteArray();
    }

    private static long[] order(SearchIndex index, String query, long... found) {
        return index.order(query, found, SearchIndex.NO_POPULARITY).items();
    }

    private static SearchIndex index(ItemText... items) {
        SearchTrainer trainer = new SearchTrainer(new PlainWords(), SearchSettings.defaults());
        for (ItemText item : items) {
            trainer.add(item);
            trainer.add(item);
        }
        return trainer.train();
    }

    private static ItemText item(long id, String name, String brand, String description, String... attributes) {
        return new ItemText(id, name, null, brand, description, null, List.of(attributes), 0);
    }

    private static ItemText[] randomItems(Random random, int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(id ->
                        item(id, randomText(random), randomText(random), randomText(random), "a=" + randomText(random)))
                .toArray(ItemText[]::new);
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(4); words >= 0; words--) {
            text.append(SOME_WORDS[random.nextInt(SOME_WORDS.length)]).append(' ');
        }
        return text.toString();
    }
}
