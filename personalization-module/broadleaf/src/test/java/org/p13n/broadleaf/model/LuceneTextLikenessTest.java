package org.p13n.broadleaf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.util.Version;
import org.junit.jupiter.api.Test;
import org.p13n.engine.model.content.ContentModel;
import org.p13n.engine.model.content.ContentSettings;
import org.p13n.engine.model.content.ContentTrainer;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.model.content.PlainTextLikeness;
import org.p13n.engine.model.content.PlainWords;
import org.p13n.engine.model.content.TextLikeness;

class LuceneTextLikenessTest {
    private static final List<ItemText> CATALOG = List.of(
            item(1, "Dark roast coffee beans", "Strong and dark, from Brazil"),
            item(2, "Dark roast coffee beans", "Strong and dark, from Brazil"),
            item(3, "Light roast coffee beans", "Mild, from Kenya"),
            item(4, "Green tea leaves", "Mild and green, from Japan"),
            item(5, "Tea pots", "Of cast iron, from Japan"),
            item(6, "", ""));

    @Test
    void twinsAreFullyAlikeAndStrangersNotAtAll() {
        Map<Long, double[]> alike = similar(LuceneTextLikeness.english().over(CATALOG), 1);
        assertThat(alike.get(2L)).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(alike.get(3L)[0]).isBetween(0.1, 0.99);
        assertThat(alike).doesNotContainKeys(1L, 6L);
    }

    @Test
    void everyLikenessIsWithinZeroAndOneForEveryProduct() {
        TextLikeness likeness = LuceneTextLikeness.english().over(CATALOG);
        for (ItemText item : CATALOG) {
            for (double[] parts : similar(likeness, item.itemId()).values()) {
                assertThat(parts[0]).isBetween(0.0, 1.0);
                assertThat(parts[1]).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void nothingIsLikeWhatIsUnknownOrHasNoText() {
        TextLikeness likeness = LuceneTextLikeness.english().over(CATALOG);
        assertThat(similar(likeness, 6)).isEmpty();
        assertThat(similar(likeness, 4711)).isEmpty();
        assertThat(similar(LuceneTextLikeness.english().over(List.of()), 1)).isEmpty();
    }

    @Test
    void agreesWithTheEnginesOwnAboutTheMostAlike() {
        List<ItemText> shop = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            shop.add(item(
                    id,
                    "kind" + id % 30 + " maker" + id % 7 + " type" + id,
                    "a kind" + id % 30 + " of thing, sized size" + id % 30 % 4));
        }
        ContentModel byLucene =
                new ContentTrainer(ContentSettings.defaults(), LuceneTextLikeness.english()).train(shop);
        ContentModel plain = new ContentTrainer(
                        ContentSettings.defaults(), items -> new PlainTextLikeness(items, new PlainWords()))
                .train(shop);
        long agreed = IntStream.rangeClosed(1, 300)
                .filter(id -> nearest(byLucene, id) % 30 == id % 30 && nearest(plain, id) % 30 == id % 30)
                .count();
        assertThat(agreed).isGreaterThan(290);
    }

    @Test
    void runsWithTheVersionThatThisBuildIsToldTo() {
        String expected = System.getProperty("lucene.expected", "4.10");
        assertThat(Version.class.getPackage().getImplementationVersion()).startsWith(expected);
    }

    private static long nearest(ContentModel model, long itemId) {
        long[] nearest = new long[1];
        model.neighbours(itemId, 1, (other, likeness) -> nearest[0] = other);
        return nearest[0];
    }

    private static Map<Long, double[]> similar(TextLikeness likeness, long itemId) {
        Map<Long, double[]> alike = new TreeMap<>();
        likeness.similar(
                itemId,
                10,
                (other, name, description) -> assertThat(alike.put(other, new double[] {name, description}))
                        .isNull());
        return alike;
    }

    private static ItemText item(long id, String name, String description) {
        return new ItemText(id, name, null, null, description, null, null, 0);
    }
}
