package org.p13n.engine.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ContentModelTest {
    private static final String[] SOME = {"red", "blue", "wool", "linen", "coat", "scarf", "hat", "long"};

    @Example
    void whatIsNamedAndMadeAlikeIsAlike() {
        ContentModel model = train(List.of(
                item(1, "Wool coat long", "Loden", 200, "material=wool", "fit=slim"),
                item(2, "Wool coat short", "Loden", 180, "material=wool", "fit=slim"),
                item(3, "Linen coat", "Other", 90, "material=linen"),
                item(4, "Coffee beans", "Third", 9, "roast=dark"),
                item(5, "Coffee pot", "Third", 30, "material=iron")));
        List<Long> alike = neighbours(model, 1);
        assertThat(alike).startsWith(2L, 3L).doesNotContain(1L);
        assertThat(model.likeness(1, 2)).isGreaterThan(2 * model.likeness(1, 3));
        assertThat(model.share(1, 2, ContentPart.BRAND)).isPositive();
        assertThat(model.share(1, 3, ContentPart.BRAND)).isZero();
    }

    @Example
    void attributesAndCategoriesFindWhatHasNoText() {
        ItemText bare = new ItemText(1, null, null, null, null, List.of("Hats"), List.of("material=felt"), 0);
        ItemText other = new ItemText(2, null, null, null, null, List.of("Hats"), List.of("material=felt"), 0);
        ItemText stranger = new ItemText(3, null, null, null, null, List.of("Shoes"), List.of("size=43"), 0);
        ContentModel model = train(List.of(bare, other, stranger));
        assertThat(neighbours(model, 1)).containsExactly(2L);
        assertThat(model.likeness(1, 2)).isCloseTo(1, within(1e-6));
    }

    @Example
    void aMissingPartCastsDoubtAndDoesNotForbid() {
        ContentModel model = train(List.of(
                item(1, "Wool coat", "Loden", 200),
                item(2, "Wool coat", "Loden", 0),
                item(3, "Wool coat", "Loden", 200)));
        assertThat(neighbours(model, 1)).containsExactly(3L, 2L);
        assertThat(model.likeness(1, 2)).isBetween(0.8, 0.99);
    }

    @Example
    void worksWithNothingAndWithOneProduct() {
        assertThat(neighbours(train(List.of()), 1)).isEmpty();
        assertThat(neighbours(train(List.of(new ItemText(1, "Hat"))), 1)).isEmpty();
        assertThat(neighbours(train(List.of(new ItemText(1, "Hat"), new ItemText(1, "Hat"))), 1))
                .isEmpty();
        assertThat(train(List.of()).bytes()).isNotNegative();
    }

    @Example
    void aCancelledTrainingGivesAnEmptyModel() {
        ContentTrainer trainer = new ContentTrainer(ContentSettings.defaults(), ContentModelTest::plain);
        assertThat(trainer.train(List.of(new ItemText(1, "Hat")), () -> true).size())
                .isZero();
    }

    @Property(seed = "6", tries = 100)
    void likenessIsWithinZeroAndOneDescendsAndIsTheSumOfItsParts(
            @ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        ContentModel model = train(randomItems(new Random(seed), size));
        for (long item = 1; item <= size; item++) {
            long self = item;
            double[] last = {1};
            long[] lastId = {0};
            model.neighbours(item, 100, (other, likeness) -> {
                assertThat(other).isNotEqualTo(self);
                assertThat(likeness).isGreaterThan(0).isLessThanOrEqualTo(last[0]);
                if (likeness == last[0] && lastId[0] != 0) {
                    assertThat(model.likeness(self, other)).isEqualTo(model.likeness(self, lastId[0]));
                }
                double sum = Arrays.stream(ContentPart.values())
                        .mapToDouble(part -> model.share(self, other, part))
                        .sum();
                assertThat(sum).isCloseTo(likeness, within(1e-9));
                last[0] = likeness;
                lastId[0] = other;
            });
        }
    }

    @Property(seed = "7", tries = 50)
    void theOrderOfTheCatalogDoesNotMatter(@ForAll long seed) {
        List<ItemText> items = randomItems(new Random(seed), 40);
        ContentModel model = train(items);
        List<ItemText> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(seed + 1));
        ContentModel other = train(shuffled);
        for (long item = 1; item <= 40; item++) {
            // sums in another order differ in the last bit, so that ties may fall otherwise
            assertThat(likenesses(other, item)).containsExactly(likenesses(model, item), within(1e-5));
        }
    }

    @Property(seed = "8", tries = 50)
    void theModelIsTheSameAfterItWasWrittenAndRead(@ForAll long seed) throws IOException {
        ContentModel model = train(randomItems(new Random(seed), 30));
        ContentModel read = ContentModel.readFrom(stream(written(model)));
        for (long item = 1; item <= 31; item++) {
            assertThat(neighbours(read, item)).isEqualTo(neighbours(model, item));
            assertThat(likenesses(read, item)).isEqualTo(likenesses(model, item));
        }
        assertThat(read.share(1, 2, ContentPart.NAME)).isEqualTo(model.share(1, 2, ContentPart.NAME));
    }

    @Example
    void refusesWhatNoModelWrites() throws IOException {
        byte[] good = written(train(List.of(new ItemText(1, "Hat red"), new ItemText(2, "Hat blue"))));
        byte[] tooMany = good.clone();
        tooMany[23] = 7; // the number of neighbours of the first of two items
        assertThatThrownBy(() -> ContentModel.readFrom(stream(tooMany)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has 7");
        byte[] notThere = good.clone();
        notThere[31] = 9; // the number of the first neighbour
        assertThatThrownBy(() -> ContentModel.readFrom(stream(notThere)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is 9");
    }

    private static DataInputStream stream(byte[] stored) {
        return new DataInputStream(new ByteArrayInputStream(stored));
    }

    private static byte[] written(ContentModel model) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        model.writeTo(new DataOutputStream(stored));
        return stored.toByteArray();
    }

    private static ContentModel train(List<ItemText> items) {
        return new ContentTrainer(ContentSettings.defaults(), ContentModelTest::plain).train(items);
    }

    private static TextLikeness plain(Iterable<ItemText> items) {
        return new PlainTextLikeness(items, new PlainWords());
    }

    private static List<Long> neighbours(ContentModel model, long item) {
        List<Long> found = new ArrayList<>();
        model.neighbours(item, 100, (other, likeness) -> found.add(other));
        return found;
    }

    private static double[] likenesses(ContentModel model, long item) {
        List<Double> found = new ArrayList<>();
        model.neighbours(item, 100, (other, likeness) -> found.add(likeness));
        return found.stream().mapToDouble(likeness -> likeness).toArray();
    }

    private static ItemText item(long id, String name, String brand, double price, String... attributes) {
        return new ItemText(id, name, null, brand, null, null, List.of(attributes), price);
    }

    private static List<ItemText> randomItems(Random random, int size) {
        List<ItemText> items = new ArrayList<>();
        for (long id = 1; id <= size; id++) {
            List<String> categories = List.of("c" + random.nextInt(3));
            List<String> attributes = List.of("a=" + word(random), "b=" + word(random), word(random));
            String name = random.nextInt(5) == 0 ? "" : word(random) + " " + word(random);
            items.add(new ItemText(
                    id,
                    name,
                    null,
                    random.nextBoolean() ? null : word(random),
                    word(random) + " " + word(random),
                    categories,
                    attributes,
                    random.nextInt(4) * 10.0));
        }
        return items;
    }

    private static String word(Random random) {
        return SOME[random.nextInt(SOME.length)];
    }
}
