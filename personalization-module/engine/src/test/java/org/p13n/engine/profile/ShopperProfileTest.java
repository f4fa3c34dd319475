package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;

class ShopperProfileTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final ItemFacts SHOE = new ItemFacts(10, "Shoe", "Acme", new long[] {1, 2}, 0);
    private static final ItemFacts LAMP = new ItemFacts(20, "Lamp", "Lumen", new long[] {1, 3}, 0);

    private final ShopperProfile empty = ShopperProfile.empty(7);

    @Test
    void knowsNothingAtFirst() {
        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.categoryAffinity(1, NOW)).isZero();
        assertThat(empty.brandAffinity("Acme", NOW)).isZero();
        assertThat(empty.brandAffinity(null, NOW)).isZero();
        assertThat(empty.topBrands(5, NOW)).isEmpty();
        assertThat(empty.recentlyViewed()).isEmpty();
    }

    @Test
    void drawsTheShopperToTheCategoriesAndBrandOfWhatWasViewed() {
        ShopperProfile profile = viewed(empty, SHOE, 4, NOW);
        assertThat(profile.brandAffinity("Acme", NOW)).isCloseTo(0.5, within(1e-9));
        assertThat(profile.categoryAffinity(2, NOW)).isCloseTo(0.5, within(1e-9));
        assertThat(profile.categoryAffinity(3, NOW)).isZero();
    }

    @Test
    void growsMoreConfidentWithEveryInteractionWithoutEverBeingCertain() {
        double before = 0;
        ShopperProfile profile = empty;
        for (int i = 0; i < 200; i++) {
            profile = viewed(profile, SHOE, 1, NOW + i);
            double after = profile.brandAffinity("Acme", NOW + i);
            assertThat(after).isGreaterThan(before).isLessThan(1);
            before = after;
        }
    }

    @Test
    void countsAPurchaseMoreThanACartAdditionMoreThanAView() {
        double view = empty.with(Interaction.productView(7, 10, NOW), SHOE).brandAffinity("Acme", NOW);
        double cart = empty.with(Interaction.cartChange(7, 10, 1, NOW), SHOE).brandAffinity("Acme", NOW);
        double purchase =
                empty.with(Interaction.purchase(7, 10, 1, 99, NOW), SHOE).brandAffinity("Acme", NOW);
        assertThat(view).isLessThan(cart);
        assertThat(cart).isLessThan(purchase);
    }

    @Test
    void takesARemovalFromTheCartAsAStepBack() {
        ShopperProfile added = empty.with(Interaction.cartChange(7, 10, 1, NOW), SHOE);
        ShopperProfile removed = added.with(Interaction.cartChange(7, 10, -1, NOW + 1), SHOE);
        assertThat(removed.brandAffinity("Acme", NOW + 1)).isLessThan(added.brandAffinity("Acme", NOW + 1));
        assertThat(added.recentlyCarted()).containsExactly(10);
        assertThat(removed.recentlyCarted()).isEmpty();
    }

    @Test
    void undoesACancelledPurchase() {
        ShopperProfile bought = empty.with(Interaction.purchase(7, 10, 1, 99, NOW), SHOE);
        ShopperProfile cancelled = bought.with(Interaction.cancellation(7, 10, 1, 99, NOW), SHOE);
        assertThat(bought.recentlyBought()).containsExactly(10);
        assertThat(cancelled.recentlyBought()).isEmpty();
        assertThat(cancelled.brandAffinity("Acme", NOW)).isZero();
    }

    @Test
    void learnsACategoryAndItsAncestorsFromACategoryView() {
        ItemFacts ancestors = new ItemFacts(5, "Shoes", null, new long[] {1}, 0);
        ShopperProfile profile = empty.with(Interaction.categoryView(7, 5, NOW), ancestors);
        assertThat(profile.categoryAffinity(5, NOW)).isPositive().isEqualTo(profile.categoryAffinity(1, NOW));
    }

    @Test
    void forgetsByHalfLives() {
        ShopperProfile profile = viewed(empty, SHOE, 4, NOW);
        double later = profile.brandAffinity("Acme", NOW + 60 * DAY);
        assertThat(later).isCloseTo(2.0 / (2 + 4), within(1e-9));
        assertThat(profile.brandAffinity("Acme", NOW + 36_500 * DAY)).isBetween(0.0, 1e-9);
    }

    @Test
    void putsRecentInterestBeforeOldInterest() {
        ShopperProfile profile = viewed(viewed(empty, SHOE, 3, NOW - 300 * DAY), LAMP, 1, NOW);
        assertThat(profile.topBrands(2, NOW)).extracting(BrandAffinity::brand).containsExactly("Lumen", "Acme");
        assertThat(profile.topCategories(1, NOW).get(0).affinity()).isPositive();
    }

    @Test
    void listsWhatWasViewedNewestFirstAndEachOnce() {
        ShopperProfile profile = viewed(viewed(viewed(empty, SHOE, 1, NOW), LAMP, 1, NOW + 1), SHOE, 1, NOW + 2);
        assertThat(profile.recentlyViewed()).containsExactly(10, 20);
        assertThat(profile.viewedSince(NOW + 2)).containsExactly(10);
    }

    @Test
    void staysBounded() {
        ShopperProfile profile = empty;
        for (int i = 1; i <= 500; i++) {
            ItemFacts facts = new ItemFacts(i, "", "brand" + i, new long[] {i, -i}, 0);
            profile = profile.with(Interaction.productView(7, i, NOW + i), facts);
        }
        assertThat(profile.topBrands(1000, NOW + 500))
                .hasSize(Trait.BRAND.limit)
                .first()
                .isEqualTo(new BrandAffinity("brand500", profile.brandAffinity("brand500", NOW + 500), 1));
        assertThat(profile.topCategories(1000, NOW + 500)).hasSize(Trait.CATEGORY.limit);
        assertThat(profile.recentlyViewed()).hasSize(RecentItems.LIMIT).startsWith(500);
        assertThat(profile.interactionCount()).isEqualTo(500);
    }

    @Test
    void learnsFromAnUnknownItemThatItWasViewed() {
        ShopperProfile profile = empty.with(Interaction.productView(7, 999, NOW), null);
        assertThat(profile.recentlyViewed()).containsExactly(999);
        assertThat(profile.topCategories(9, NOW)).isEmpty();
    }

    @Nested
    class BearsOddTimes {
        @Test
        void aLateInteractionCountsAsIfItHadComeInTime() {
            Interaction early = Interaction.productView(7, 10, NOW - 10 * DAY);
            Interaction late = Interaction.productView(7, 20, NOW);
            ShopperProfile inOrder = empty.with(early, SHOE).with(late, LAMP);
            ShopperProfile swapped = empty.with(late, LAMP).with(early, SHOE);
            assertThat(swapped.encode()).isEqualTo(inOrder.encode());
        }

        @Test
        void aTimeIn1970AddsNothingThatIsFelt() {
            ShopperProfile profile = viewed(empty, SHOE, 4, NOW);
            ShopperProfile odd = viewed(profile, LAMP, 1, 0);
            assertThat(odd.brandAffinity("Acme", NOW)).isCloseTo(profile.brandAffinity("Acme", NOW), within(1e-9));
            assertThat(odd.brandAffinity("Lumen", NOW)).isBetween(0.0, 1e-9);
        }

        @Test
        void aTimeInTheFutureDisturbsNoOtherBrand() {
            ShopperProfile profile = viewed(empty, SHOE, 4, NOW);
            ShopperProfile odd = viewed(profile, LAMP, 1, NOW + 36_500 * DAY);
            assertThat(odd.brandAffinity("Acme", NOW)).isCloseTo(0.5, within(0.06));
            assertThat(odd.brandAffinity("Lumen", NOW)).isBetween(0.0, 0.5);
            assertThat(viewed(odd, SHOE, 4, NOW + 1).brandAffinity("Acme", NOW + 1))
                    .isGreaterThan(0.5);
        }
    }

    @Nested
    class Merged {
        @Test
        void withAnEmptyProfileIsItself() {
            ShopperProfile profile = viewed(empty, SHOE, 2, NOW);
            assertThat(profile.mergedWith(ShopperProfile.empty(8))).isSameAs(profile);
            ShopperProfile taken = ShopperProfile.empty(8).mergedWith(profile);
            assertThat(taken.shopperId()).isEqualTo(8);
            assertThat(taken.brandAffinity("Acme", NOW)).isEqualTo(profile.brandAffinity("Acme", NOW));
        }

        @Test
        void knowsWhatBothKnew() {
            ShopperProfile visitor = viewed(ShopperProfile.empty(8), LAMP, 2, NOW);
            ShopperProfile merged = viewed(empty, SHOE, 2, NOW - DAY).mergedWith(visitor);
            assertThat(merged.shopperId()).isEqualTo(7);
            assertThat(merged.recentlyViewed()).containsExactly(20, 10);
            assertThat(merged.interactionCount()).isEqualTo(4);
            assertThat(merged.lastInteractionAt()).isEqualTo(NOW);
            assertThat(merged.categoryAffinity(1, NOW)).isGreaterThan(merged.categoryAffinity(3, NOW));
        }
    }

    @Nested
    class Settings {
        @Test
        void refuseWhatCannotWork() {
            Duration day = Duration.ofDays(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new HalfLives(Duration.ZERO, day, day, day, day, day, day))
                    .withMessageContaining("half-life category must be 1 ms or more but is PT0S");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ProfileSettings(
                            HalfLives.DEFAULTS, LearningWeights.DEFAULTS, Double.NaN, 12, ZoneOffset.UTC))
                    .withMessageContaining("priorWeight must be more than 0 but is NaN");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LearningWeights(1, 1, 1, 1, 1, 1, 30, -1, 3, 1, 1, 1, 1, -1, 1, -1))
                    .withMessageContaining("cartRemove must be 0 or less but is 1.0");
        }
    }

    private static ShopperProfile viewed(ShopperProfile profile, ItemFacts facts, int times, long at) {
        ShopperProfile next = profile;
        for (int i = 0; i < times; i++) {
            next = next.with(Interaction.productView(profile.shopperId(), facts.itemId(), at), facts);
        }
        return next;
    }
}
