package org.p13n.engine.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.p13n.engine.model.Learning.NOW;

import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.Learning;
import org.p13n.engine.model.Model;
import org.p13n.engine.profile.MapCatalog;
import org.p13n.engine.profile.ShopperProfile;

class RecommendationServiceTest {
    private static final ShopperProfile STRANGER = ShopperProfile.empty(99);
    private static final int BRANDS = 20;
    private static final long A = 17;
    private static final long B = 342;

    private final MapCatalog catalog = catalog();
    private final Learning learning = new Learning(catalog);

    @Nested
    class YouMayAlsoLike {
        @Test
        void showsWhatTwoShoppersBoughtWithTheProductInANearlyEmptyShop() {
            learning.order(1, NOW, A, B).order(2, NOW, A, B);
            assertThat(top(8, STRANGER, A)).first().satisfies(first -> {
                assertThat(first.itemId()).isEqualTo(B);
                assertThat(first.reason()).isEqualTo(Reason.ALSO_BOUGHT);
                assertThat(first.evidence()).isEqualTo(2);
                assertThat(first.becauseItemId()).isEqualTo(A);
            });
        }

        @Test
        void showsItInTheTopEightOfAShopWithAYearOfHistoryToo() {
            yearOfHistory();
            learning.views(5001, NOW - 60_000, A, B).order(5001, NOW, A, B);
            learning.views(5002, NOW - 60_000, A, B).order(5002, NOW, A, B);
            assertThat(ids(top(8, STRANGER, A))).contains(B);
        }

        @Test
        void givesAShopperOfAnotherTasteOtherProducts() {
            yearOfHistory();
            ShopperProfile fan = fanOf(3);
            List<Long> forStranger = ids(top(8, STRANGER));
            List<Long> forFan = ids(top(8, fan));
            assertThat(forFan).isNotEqualTo(forStranger);
            assertThat(forFan.stream().filter(id -> id % BRANDS == 3).count())
                    .isGreaterThan(
                            forStranger.stream().filter(id -> id % BRANDS == 3).count());
        }

        @Test
        void doesNotShowACoPurchaseToOneWhoNeitherViewsNorLikesIt() {
            yearOfHistory();
            learning.order(5001, NOW, A, B).order(5002, NOW, A, B);
            assertThat(ids(top(8, fanOf(3), 203))).doesNotContain(B);
        }

        @Test
        void neverShowsTheSeedsNorWhatIsNotEligible() {
            yearOfHistory();
            List<Recommendation> list = service()
                    .youMayAlsoLike(new RecommendationRequest(STRANGER, new long[] {A, B}, id -> id % 2 == 0, 50, NOW));
            assertThat(ids(list))
                    .doesNotContain(A, B)
                    .allMatch(id -> id % 2 == 0)
                    .doesNotHaveDuplicates();
        }

        @Test
        void dropsWhatTheCatalogNoLongerHas() {
            learning.order(1, NOW, A, 9999).order(2, NOW, A, 9999);
            assertThat(ids(top(8, STRANGER, A))).doesNotContain(9999L);
        }

        @Test
        void remembersWhatTheShopperLookedAtWithoutASeed() {
            learning.order(1, NOW, A, B).order(2, NOW, A, B);
            ShopperProfile profile = STRANGER.with(Interaction.productView(99, A, NOW), catalog.facts(A));
            assertThat(top(8, profile))
                    .first()
                    .satisfies(first -> assertThat(first.itemId()).isIn(A, B));
            assertThat(ids(top(8, profile))).contains(B);
        }

        @Test
        void leavesRoomForOtherBrands() {
            List<Recommendation> list = top(8, fanOf(3));
            assertThat(list).hasSize(8);
            assertThat(ids(list).stream().filter(id -> id % BRANDS == 3).count())
                    .isEqualTo(4);
        }

        @Test
        void sharesAddUpToTheScoreExactly() {
            yearOfHistory();
            assertThat(top(40, fanOf(3), A)).hasSize(40).allSatisfy(each -> {
                double sum = 0;
                for (ScoreShare share : each.shares()) {
                    sum += share.amount();
                }
                assertThat(sum).isEqualTo(each.score());
            });
        }

        @Test
        void isSortedAndTheSameEveryTime() {
            yearOfHistory();
            List<Recommendation> list = top(40, fanOf(3), A);
            assertThat(list).isEqualTo(top(40, fanOf(3), A));
            assertThat(list)
                    .isSortedAccordingTo((a, b) -> a.score() == b.score()
                            ? Long.compare(a.itemId(), b.itemId())
                            : Double.compare(b.score(), a.score()));
        }
    }

    @Nested
    class FallsBack {
        @Test
        void onTheNewestWhenNothingIsKnown() {
            assertThat(top(3, STRANGER)).extracting(Recommendation::itemId).containsExactly(400L, 399L, 398L);
            assertThat(top(3, STRANGER)).extracting(Recommendation::reason).containsOnly(Reason.NEW);
        }

        @Test
        void onTheNewestBeforeTheFirstModel() {
            RecommendationService service =
                    new RecommendationService(Model::empty, catalog, RankingSettings.defaults());
            assertThat(service.youMayAlsoLike(new RecommendationRequest(
                            STRANGER, new long[0], RecommendationServiceTest.this::inCatalog, 2, NOW)))
                    .extracting(Recommendation::itemId)
                    .containsExactly(400L, 399L);
        }

        @Test
        void onWhatIsPopularAnywhere() {
            learning.order(1, NOW, 5).order(2, NOW, 5).order(3, NOW, 6);
            assertThat(top(2, STRANGER)).extracting(Recommendation::itemId).containsExactly(5L, 6L);
            assertThat(top(1, STRANGER)).extracting(Recommendation::reason).containsExactly(Reason.POPULAR);
        }

        @Test
        void onProductsLikeTheOneViewed() {
            assertThat(top(4, STRANGER, A)).allSatisfy(each -> {
                assertThat(each.reason()).isEqualTo(Reason.SIMILAR);
                assertThat(each.becauseItemId()).isEqualTo(A);
                assertThat(catalog.facts(each.itemId()).brand().equals("brand17")
                                || catalog.facts(each.itemId()).categoryIds()[0]
                                        == catalog.facts(A).categoryIds()[0])
                        .isTrue();
            });
        }

        @Test
        void onTheShoppersTaste() {
            assertThat(top(1, fanOf(3)).get(0).reason()).isIn(Reason.BRAND_AFFINITY, Reason.CATEGORY_AFFINITY);
        }

        @Test
        void onNothingWhereNothingIsEligible() {
            assertThat(service()
                            .youMayAlsoLike(new RecommendationRequest(STRANGER, new long[] {A}, id -> false, 8, NOW)))
                    .isEmpty();
        }

        @Test
        void onProductsWithoutCrashingForAnUnknownSeed() {
            assertThat(top(3, STRANGER, 123456)).hasSize(3);
        }
    }

    @Nested
    class BoughtTogether {
        @Test
        void offersTheOneOrTwoThatReallyWentAlong() {
            yearOfHistory();
            for (int i = 0; i < 20; i++) {
                learning.order(6000 + i, NOW, A, B);
            }
            List<Recommendation> bundle = bundle(RecommendationServiceTest.this::inCatalog, A);
            assertThat(bundle).hasSizeBetween(1, 2).first().satisfies(first -> {
                assertThat(first.itemId()).isEqualTo(B);
                assertThat(first.reason()).isEqualTo(Reason.BOUGHT_TOGETHER);
                assertThat(first.evidence()).isGreaterThanOrEqualTo(20);
                assertThat(first.shares()).hasSize(1);
            });
        }

        @Test
        void offersNothingWithoutEvidence() {
            yearOfHistory();
            assertThat(bundle(RecommendationServiceTest.this::inCatalog, 400))
                    .allSatisfy(each -> assertThat(each.evidence()).isGreaterThanOrEqualTo(2));
            assertThat(bundle(RecommendationServiceTest.this::inCatalog)).isEmpty();
            assertThat(bundle(RecommendationServiceTest.this::inCatalog, 123456))
                    .isEmpty();
        }

        @Test
        void takesTheNextBestForWhatIsNotEligible() {
            learning.order(1, NOW, A, B).order(2, NOW, A, B).order(3, NOW, A, 50);
            assertThat(ids(bundle(id -> id != B, A))).containsExactly(50L);
        }
    }

    @Nested
    class Refuses {
        @Test
        void aNegativeLimit() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RecommendationRequest(
                            STRANGER, new long[0], RecommendationServiceTest.this::inCatalog, -1, NOW))
                    .withMessageContaining("but is -1");
        }

        @Test
        void aWeightThatIsNotANumber() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ScoreShare(Signal.SIMILAR, Double.NaN))
                    .withMessageContaining("SIMILAR is NaN");
        }
    }

    private List<Recommendation> top(int limit, ShopperProfile profile, long... seeds) {
        return service().youMayAlsoLike(new RecommendationRequest(profile, seeds, this::inCatalog, limit, NOW));
    }

    private List<Recommendation> bundle(LongPredicate eligible, long... seeds) {
        return service().boughtTogether(new RecommendationRequest(STRANGER, seeds, eligible, 5, NOW));
    }

    private boolean inCatalog(long itemId) {
        return catalog.facts(itemId) != null;
    }

    private RecommendationService service() {
        Model model = learning.publish();
        return new RecommendationService(() -> model, catalog, RankingSettings.defaults());
    }

    private ShopperProfile fanOf(int brand) {
        ShopperProfile profile = ShopperProfile.empty(77);
        for (int i = 0; i < 8; i++) {
            long item = brand + (long) BRANDS * (i + 1);
            profile = profile.with(Interaction.productView(77, item, NOW - i * 1000L), catalog.facts(item));
        }
        return profile;
    }

    /** 6,000 orders of two to five products, mostly of one department, spread over a year. */
    private void yearOfHistory() {
        Random random = new Random(5);
        for (int order = 0; order < 6000; order++) {
            long at = NOW - random.nextLong(365L * 24 * 3600 * 1000);
            int department = random.nextInt(5);
            long[] items = random.ints(2 + random.nextInt(4), 0, 80)
                    .mapToLong(i -> 1 + department * 80L + (long) (i * random.nextDouble()))
                    .toArray();
            learning.order(1000 + random.nextInt(2000), at, items);
        }
    }

    private static List<Long> ids(List<Recommendation> list) {
        return list.stream().map(Recommendation::itemId).toList();
    }

    /** 400 products in five departments of ten categories each, and twenty brands across all of them. */
    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= 400; i++) {
            long department = 1000 + (i - 1L) / 80;
            catalog.with(i, "brand" + i % BRANDS, department * 100 + (i - 1) % 80 / 8, department);
        }
        return catalog;
    }
}
