package org.p13n.engine.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.p13n.engine.model.Learning.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShownList;
import org.p13n.engine.model.Learning;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.MapCatalog;
import org.p13n.engine.profile.ShopperProfile;

/** What the shopper says and does not want decides: in recommendations and in the platform's lists alike. */
class ShoppersWordTest {
    private static final int ITEMS = 40;
    private static final ShopperProfile STRANGER = ShopperProfile.empty(7);
    private static final long[] LIST = LongStream.rangeClosed(1, ITEMS).toArray();

    private final MapCatalog catalog = catalog();
    private final ListRanker ranker = new ListRanker(catalog, RankingSettings.defaults());

    @Nested
    class AShopperWhoHasPaused {
        private final ShopperProfile paused = fan().with(said(InteractionType.PAUSED, ""), null);

        @Test
        void getsThePlatformsOrder() {
            assertThat(ranker.rerank(LIST, fan(), 1, NOW).isReordered()).isTrue();
            assertThat(ranker.rerank(LIST, paused, 1, NOW).isReordered()).isFalse();
        }

        @Test
        void getsWhatAStrangerGets() {
            assertThat(recommended(paused)).isEqualTo(recommended(STRANGER));
            assertThat(recommended(fan())).isNotEqualTo(recommended(STRANGER));
        }
    }

    @Nested
    class WhatIsNotWanted {
        @Test
        void isNeverRecommended() {
            assertThat(ids(recommended(refuses(
                            Interaction.of(InteractionType.NOT_INTERESTED, 7, ITEMS, InteractionDetails.NONE, NOW)))))
                    .doesNotContain((long) ITEMS);
            assertThat(ids(recommended(refuses(said(InteractionType.NOT_INTERESTED, "brand 1")))))
                    .noneMatch(id -> id % 4 == 1);
            Interaction category = new Interaction(InteractionType.NOT_INTERESTED, 7, 0, 102, null, 0, 0, NOW);
            assertThat(ids(recommended(refuses(category)))).noneMatch(id -> id % 5 == 2);
        }

        @Test
        void isNotEvenBoughtTogether() {
            Learning learning = new Learning(catalog).order(1, NOW, 1, 2).order(2, NOW, 1, 2);
            RecommendationService service = service(learning);
            RecommendationRequest stranger = new RecommendationRequest(STRANGER, new long[] {1}, id -> true, 2, NOW);
            assertThat(ids(service.boughtTogether(stranger))).containsExactly(2L);
            ShopperProfile refusing = refuses(said(InteractionType.NOT_INTERESTED, "brand 2"));
            assertThat(service.boughtTogether(new RecommendationRequest(refusing, new long[] {1}, id -> true, 2, NOW)))
                    .isEmpty();
        }

        @Test
        void goesBehindEverythingElseInAListAndSaysWhy() {
            ShopperProfile profile = fan().with(said(InteractionType.NOT_INTERESTED, "brand 1"), null)
                    .with(preference("colour", "red"), null);
            RankedList ranked = ranker.rerank(LIST, profile, 0.1, NOW);
            long refused = Arrays.stream(LIST).filter(id -> id % 4 == 1).count();
            assertThat(Arrays.stream(ranked.itemIds()).skip(ITEMS - refused)).allMatch(id -> id % 4 == 1);
            assertThat(share(ranked.explanation(ITEMS - 1).shares(), Signal.NOT_INTERESTED))
                    .isNegative();
        }
    }

    @Nested
    class WhatIsDeclared {
        @Test
        void isRecommendedForThatReason() {
            List<Recommendation> list = recommended(STRANGER.with(preference("colour", "red"), null));
            assertThat(list).first().satisfies(first -> {
                assertThat(catalog.facts(first.itemId()).attributes()).contains("colour=red");
                assertThat(first.reason()).isEqualTo(Reason.DECLARED);
            });
        }

        @Test
        void liftsMoreThanAnythingInferred() {
            ShopperProfile profile = fan().with(preference("colour", "red"), null);
            RankedList ranked = ranker.rerank(LIST, profile, 1, NOW);
            double declared = 0;
            double inferred = 0;
            for (int i = 0; i < ITEMS; i++) {
                List<ScoreShare> shares = ranked.explanation(i).shares();
                declared = Math.max(declared, share(shares, Signal.DECLARED));
                for (Signal signal : List.of(
                        Signal.BRAND_AFFINITY,
                        Signal.CATEGORY_AFFINITY,
                        Signal.ATTRIBUTE_AFFINITY,
                        Signal.PRICE_AFFINITY)) {
                    inferred = Math.max(inferred, share(shares, signal));
                }
            }
            assertThat(inferred).isPositive();
            assertThat(declared).isGreaterThan(inferred);
        }

        @Test
        void silencesWhatWasInferredOfTheSameQuestion() {
            ShopperProfile likesBlue = viewed(STRANGER, 2, 10);
            assertThat(catalog.facts(2).attributes()).contains("colour=blue");
            assertThat(listShare(likesBlue, 2, Signal.ATTRIBUTE_AFFINITY)).isPositive();
            ShopperProfile saysRed = likesBlue.with(preference("colour", "red"), null);
            assertThat(listShare(saysRed, 2, Signal.ATTRIBUTE_AFFINITY)).isZero();
        }

        @Test
        void mayBeABrandACategoryOrAPriceBand() {
            assertThat(listShare(STRANGER.with(preference("brand", "brand 1"), null), 1, Signal.DECLARED))
                    .isPositive();
            assertThat(listShare(STRANGER.with(preference("category", "101"), null), 1, Signal.DECLARED))
                    .isPositive();
            assertThat(listShare(STRANGER.with(preference("price", "2"), null), 1, Signal.DECLARED))
                    .isPositive();
            assertThat(listShare(STRANGER.with(preference("category", "x"), null), 1, Signal.DECLARED))
                    .isZero();
        }

        @Test
        void countsMoreTheMoreOfItFits() {
            ShopperProfile one = STRANGER.with(preference("colour", "red"), null);
            ShopperProfile two = one.with(preference("brand", "brand 1"), null);
            assertThat(listShare(two, 1, Signal.DECLARED)).isGreaterThan(listShare(one, 1, Signal.DECLARED));
        }
    }

    @Nested
    class WhatIsLikedOfProducts {
        @Test
        void liftsOthersOfTheSameAttributeAndPrice() {
            ShopperProfile profile = viewed(STRANGER, 1, 5);
            assertThat(listShare(profile, 3, Signal.ATTRIBUTE_AFFINITY)).isPositive();
            assertThat(listShare(profile, 2, Signal.ATTRIBUTE_AFFINITY)).isZero();
            assertThat(listShare(profile, 6, Signal.PRICE_AFFINITY)).isPositive();
            assertThat(listShare(profile, 2, Signal.PRICE_AFFINITY)).isZero();
        }
    }

    @Nested
    class WhatWasInVain {

        @Test
        void sinksWhenItWasReturned() {
            ShopperProfile bought = fan().with(Interaction.purchase(7, 5, 1, 99, NOW), catalog.facts(5));
            ShopperProfile returned = bought.with(Interaction.cancellation(7, 5, 1, 99, NOW), null);
            assertThat(recommendedScore(returned)).isLessThan(recommendedScore(bought));
            assertThat(listShare(returned, 5, Signal.RETURNED)).isNegative();
            assertThat(listShare(bought, 5, Signal.RETURNED)).isZero();
        }
    }

    @Property(seed = "1")
    void whatIsNotWantedNeverLeavesAListNorBreaksItsSums(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double strength) {
        Random random = new Random(seed);
        ShopperProfile profile = fan();
        for (int i = 0; i < 20; i++) {
            profile = profile.with(anything(random), null);
        }
        RankedList ranked = ranker.rerank(LIST, profile, strength, NOW);
        assertThat(ranked.itemIds()).containsExactlyInAnyOrder(LIST);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ITEMS; i++) {
            RankedItem item = ranked.explanation(i);
            double sum = 0;
            for (ScoreShare share : item.shares()) {
                sum += share.amount();
            }
            assertThat(sum).isEqualTo(item.score()).isLessThanOrEqualTo(last);
            last = sum;
        }
    }

    @Property(seed = "2")
    void whatIsShownInVainSinksTheFurtherTheMoreOftenItWasShown(@ForAll @IntRange(min = 1, max = 60) int times) {
        double before = recommendedScore(shown(fan(), times - 1));
        double after = recommendedScore(shown(fan(), times));
        assertThat(after).isLessThan(before);
        assertThat(listShare(shown(fan(), times), 5, Signal.IGNORED))
                .isNegative()
                .isLessThan(listShare(shown(fan(), times - 1), 5, Signal.IGNORED));
    }

    private double recommendedScore(ShopperProfile profile) {
        return recommended(profile).stream()
                .filter(each -> each.itemId() == 5)
                .mapToDouble(Recommendation::score)
                .findFirst()
                .orElseThrow();
    }

    private ShopperProfile shown(ShopperProfile profile, int times) {
        ShopperProfile next = profile;
        ShownList list = new ShownList("home", "also-like", 1, 0, List.of(5L));
        for (int i = 0; i < times; i++) {
            next = next.with(Interaction.impression(7, 1, list, NOW), null);
        }
        return next;
    }

    private List<Recommendation> recommended(ShopperProfile profile) {
        return service(new Learning(catalog))
                .youMayAlsoLike(new RecommendationRequest(profile, new long[0], id -> true, ITEMS, NOW));
    }

    private RecommendationService service(Learning learning) {
        return new RecommendationService(learning::publish, catalog, RankingSettings.defaults());
    }

    private double listShare(ShopperProfile profile, long itemId, Signal signal) {
        return share(
                ranker.rerank(new long[] {itemId}, profile, 1, NOW)
                        .explanation(0)
                        .shares(),
                signal);
    }

    private static double share(List<ScoreShare> shares, Signal signal) {
        return shares.stream()
                .filter(share -> share.signal() == signal)
                .mapToDouble(ScoreShare::amount)
                .sum();
    }

    private ShopperProfile fan() {
        return viewed(viewed(STRANGER, 1, 3), 5, 3);
    }

    private ShopperProfile viewed(ShopperProfile profile, long itemId, int times) {
        ShopperProfile next = profile;
        for (int i = 0; i < times; i++) {
            next = next.with(Interaction.productView(7, itemId, NOW), catalog.facts(itemId));
        }
        return next;
    }

    private static ShopperProfile refuses(Interaction word) {
        return STRANGER.with(word, null);
    }

    private static Interaction anything(Random random) {
        long item = 1 + random.nextInt(ITEMS);
        return switch (random.nextInt(6)) {
            case 0 -> said(InteractionType.NOT_INTERESTED, "brand " + item % 4);
            case 1 -> Interaction.of(InteractionType.NOT_INTERESTED, 7, item, InteractionDetails.NONE, NOW);
            case 2 -> preference("colour", item % 2 == 0 ? "red" : "blue");
            case 3 -> Interaction.cancellation(7, item, 1, 99, NOW);
            case 4 -> Interaction.impression(7, 1, new ShownList("home", "s", 1, 0, List.of(item, 1L)), NOW);
            default -> Interaction.productView(7, item, NOW);
        };
    }

    private static Interaction preference(String question, String answer) {
        return said(InteractionType.PREFERENCE, new Preference(question, List.of(answer)).encode());
    }

    private static Interaction said(InteractionType type, String text) {
        return Interaction.of(type, 7, 0, InteractionDetails.NONE.withText(text), NOW);
    }

    private static List<Long> ids(List<Recommendation> list) {
        return list.stream().map(Recommendation::itemId).toList();
    }

    /** Odd products are red, even ones blue; four brands, five categories, five price bands. */
    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int id = 1; id <= ITEMS; id++) {
            String colour = id % 2 == 1 ? "colour=red" : "colour=blue";
            catalog.with(new ItemFacts(
                    id,
                    "item " + id,
                    "brand " + id % 4,
                    new long[] {100 + id % 5, 1},
                    id,
                    List.of(colour),
                    1 + id % 5));
        }
        return catalog;
    }
}
