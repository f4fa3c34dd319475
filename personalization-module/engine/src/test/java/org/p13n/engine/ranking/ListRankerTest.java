package org.p13n.engine.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.p13n.engine.model.Learning.NOW;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.MapCatalog;
import org.p13n.engine.profile.ShopperProfile;

class ListRankerTest {
    private static final int ITEMS = 200;
    private static final int BRANDS = 10;
    private static final double DEFAULT_STRENGTH = 0.5;
    private static final long WEEK = Duration.ofDays(7).toMillis();

    private final MapCatalog catalog = catalog();
    private final ListRanker ranker = new ListRanker(catalog, RankingSettings.defaults());
    private final long[] list = LongStream.rangeClosed(1, ITEMS).toArray();

    @Test
    void liftsTheBrandThatTheShopperBrowsedClearly() {
        double stranger = meanPosition(ranker.rerank(list, ShopperProfile.empty(1), DEFAULT_STRENGTH, NOW), 7);
        double browsing = meanPosition(ranker.rerank(list, browsed(7, 5, NOW), DEFAULT_STRENGTH, NOW), 7);
        double lastWeek = meanPosition(ranker.rerank(list, browsed(7, 5, NOW - WEEK), DEFAULT_STRENGTH, NOW), 7);
        assertThat(stranger).isBetween(95.0, 105.0);
        assertThat(lastWeek).isLessThan(stranger - ITEMS / 10.0);
        assertThat(browsing).isLessThan(lastWeek);
    }

    @Test
    void liftsItInAShortListToo() {
        long[] shortList = LongStream.rangeClosed(1, 12).toArray();
        long[] ranked = ranker.rerank(shortList, browsed(7, 4, NOW), DEFAULT_STRENGTH, NOW)
                .itemIds();
        assertThat(ranked).containsExactlyInAnyOrder(shortList);
        assertThat(indexOf(ranked, 7)).isLessThanOrEqualTo(2);
    }

    @Test
    void hearsAFirstViewAlready() {
        RankedList ranked = ranker.rerank(list, browsed(7, 1, NOW), DEFAULT_STRENGTH, NOW);
        assertThat(meanPosition(ranked, 7)).isLessThan(95);
    }

    @Test
    void explainsEveryPlaceExactly() {
        RankedList ranked = ranker.rerank(list, browsed(7, 5, NOW), 1, NOW);
        double last = Double.POSITIVE_INFINITY;
        for (int position = 0; position < ranked.size(); position++) {
            RankedItem item = ranked.explanation(position);
            double sum = 0;
            for (ScoreShare share : item.shares()) {
                sum += share.amount();
            }
            assertThat(item.itemId()).isEqualTo(ranked.itemIds()[position]);
            assertThat(item.originalPosition()).isEqualTo((int) item.itemId() - 1);
            assertThat(sum).isEqualTo(item.score()).isLessThanOrEqualTo(last);
            last = sum;
        }
    }

    @Test
    void leavesUnknownItemsToThePlatform() {
        RankedList ranked = ranker.rerank(new long[] {5001, 5002, 5003}, browsed(7, 5, NOW), 1, NOW);
        assertThat(ranked.itemIds()).containsExactly(5001, 5002, 5003);
        assertThat(ranked.isReordered()).isFalse();
    }

    @Test
    void bearsEmptyListsAndRepeatedItems() {
        assertThat(ranker.rerank(new long[0], browsed(7, 5, NOW), 1, NOW).itemIds())
                .isEmpty();
        assertThat(ranker.rerank(new long[] {1, 7, 1, 7}, browsed(7, 5, NOW), 1, NOW)
                        .itemIds())
                .containsExactly(7, 7, 1, 1);
    }

    @Test
    void refusesAStrengthOutsideItsRange() {
        for (double strength : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranker.rerank(list, ShopperProfile.empty(1), strength, NOW))
                    .withMessageContaining("must be 0 to 1 but is " + strength);
        }
    }

    @Property(seed = "1")
    void isAPermutationAndStrengthZeroIsThePlatformsOrder(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double strength) {
        long[] given = shuffled(seed);
        ShopperProfile profile = random(seed);
        assertThat(ranker.rerank(given, profile, strength, NOW).itemIds()).containsExactlyInAnyOrder(given);
        assertThat(ranker.rerank(given, profile, 0, NOW).itemIds()).containsExactly(given);
        assertThat(ranker.rerank(given, ShopperProfile.empty(1), strength, NOW).itemIds())
                .containsExactly(given);
    }

    @Property(seed = "2")
    void whatHasOvertakenStaysAheadAtEveryGreaterStrength(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int tenths) {
        long[] given = shuffled(seed);
        int[] weaker = ranker.rerank(given, random(seed), tenths / 10.0, NOW).originalPositions();
        int[] stronger = ranker.rerank(given, random(seed), 1, NOW).originalPositions();
        int[] place = new int[stronger.length];
        for (int i = 0; i < stronger.length; i++) {
            place[stronger[i]] = i;
        }
        for (int i = 0; i < weaker.length; i++) {
            for (int j = i + 1; j < weaker.length; j++) {
                if (weaker[i] > weaker[j]) {
                    assertThat(place[weaker[i]]).isLessThan(place[weaker[j]]);
                }
            }
        }
    }

    private ShopperProfile browsed(int brand, int views, long at) {
        ShopperProfile profile = ShopperProfile.empty(1);
        for (int i = 0; i < views; i++) {
            long item = brand + (long) BRANDS * (10 + i);
            profile = profile.with(Interaction.productView(1, item, at - 1000L * i), catalog.facts(item));
        }
        return profile;
    }

    private ShopperProfile random(long seed) {
        Random random = new Random(seed);
        ShopperProfile profile = ShopperProfile.empty(1);
        for (int i = 0; i < random.nextInt(30); i++) {
            long item = 1 + random.nextLong(ITEMS);
            profile = profile.with(
                    Interaction.productView(1, item, NOW - random.nextLong(10_000_000)), catalog.facts(item));
        }
        return profile;
    }

    private static long[] shuffled(long seed) {
        Random random = new Random(seed);
        return random.longs(ITEMS + 100L, 1, ITEMS + 20L).distinct().limit(80).toArray();
    }

    private static double meanPosition(RankedList ranked, int brand) {
        long[] ids = ranked.itemIds();
        return Arrays.stream(ranked.originalPositions())
                .filter(original -> (original + 1) % BRANDS == brand)
                .map(original -> indexOf(ids, original + 1L))
                .average()
                .orElseThrow();
    }

    private static int indexOf(long[] ids, long id) {
        int index = 0;
        while (ids[index] != id) {
            index++;
        }
        return index;
    }

    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= ITEMS; i++) {
            catalog.with(i, "brand" + i % BRANDS, 1, 10 + i / 50L);
        }
        return catalog;
    }
}
