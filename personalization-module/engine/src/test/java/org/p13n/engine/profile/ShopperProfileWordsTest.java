package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShownList;

/** How a profile obeys what the shopper says. */
class ShopperProfileWordsTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final ItemFacts SHOE =
            new ItemFacts(10, "Shoe", "Acme", new long[] {2, 1}, 0, List.of("colour=red", "size=42", "size=43"), 4);
    private static final ItemFacts LAMP =
            new ItemFacts(20, "Lamp", "Lumen", new long[] {3, 1}, 0, List.of("colour=blue"), 1);

    private final ShopperProfile empty = ShopperProfile.empty(7);

    @Nested
    class Declared {
        @Test
        void theNewestAnswersOfAQuestionCount() {
            ShopperProfile profile = empty.with(preference("diet", NOW, "vegan"), null)
                    .with(preference("diet", NOW - DAY, "fish"), null)
                    .with(preference("size", NOW, "M", "L"), null);
            assertThat(profile.declared())
                    .containsExactly(entry("diet", List.of("vegan")), entry("size", List.of("M", "L")));
            assertThat(profile.with(preference("diet", NOW + 1), null).declared())
                    .containsOnlyKeys("size");
        }

        @Test
        void aWithdrawnAnswerDoesNotComeBackInAMerge() {
            ShopperProfile old = empty.with(preference("diet", NOW - DAY, "vegan"), null);
            ShopperProfile withdrawn = empty.with(preference("diet", NOW), null);
            assertThat(old.mergedWith(withdrawn).declared()).isEmpty();
            assertThat(withdrawn.mergedWith(old).declared()).isEmpty();
        }

        @Test
        void nonsenseIsNotHeard() {
            assertThat(empty.with(said(InteractionType.PREFERENCE, "%zz", NOW), null)
                            .declared())
                    .isEmpty();
        }
    }

    @Nested
    class NotInterested {
        @Test
        void inAProductABrandOrACategory() {
            ShopperProfile item = empty.with(
                    Interaction.of(InteractionType.NOT_INTERESTED, 7, 10, InteractionDetails.NONE, NOW), SHOE);
            assertThat(item.notInterestedItems()).containsExactly(10L);
            assertThat(item.rejects(SHOE)).isTrue();
            assertThat(item.rejects(LAMP)).isFalse();
            ShopperProfile brand = empty.with(said(InteractionType.NOT_INTERESTED, "Acme", NOW), null);
            assertThat(brand.notInterestedBrands()).containsExactly("Acme");
            assertThat(brand.rejects(SHOE)).isTrue();
            ShopperProfile category =
                    empty.with(new Interaction(InteractionType.NOT_INTERESTED, 7, 0, 1, null, 0, 0, NOW), null);
            assertThat(category.notInterestedCategories()).containsExactly(1L);
            assertThat(category.rejects(LAMP)).isTrue();
        }

        @Test
        void silencesWhatWasLearnedOfABrandUntilItIsTakenBack() {
            ShopperProfile refused = viewed(SHOE, 3).with(said(InteractionType.NOT_INTERESTED, "Acme", NOW), null);
            assertThat(brand(refused)).isZero();
            assertThat(refused.topBrands(9, NOW)).isEmpty();
            Conclusion line = new Conclusion(Conclusion.Kind.NOT_BRAND, "Acme");
            ShopperProfile again = refused.with(removal(line, NOW + 1), null);
            assertThat(again.rejects(SHOE)).isFalse();
            assertThat(brand(again)).isPositive();
        }

        @Test
        void endsWithADeclarationOfTheContrary() {
            ShopperProfile refused = empty.with(said(InteractionType.NOT_INTERESTED, "Acme", NOW), null);
            assertThat(refused.with(preference(Preference.BRAND, NOW + 1, "Acme"), null)
                            .rejects(SHOE))
                    .isFalse();
        }
    }

    @Nested
    class ARemovedConclusion {
        private final Conclusion red = new Conclusion(Conclusion.Kind.ATTRIBUTE, "colour=red");
        private final ShopperProfile removed = viewed(SHOE, 3).with(removal(red, NOW), null);

        @Test
        void isGoneAndNotLearnedAgain() {
            assertThat(removed.attributeAffinity("colour=red", NOW)).isZero();
            assertThat(removed.removedConclusions()).containsExactly(red);
            ShopperProfile later = removed.with(Interaction.productView(7, 10, NOW + DAY), SHOE);
            assertThat(later.attributeAffinity("colour=red", NOW + DAY)).isZero();
            assertThat(later.attributeAffinity("size=42", NOW + DAY)).isPositive();
        }

        @Test
        void isLearnedAgainOnceItIsDeclared() {
            ShopperProfile declared = removed.with(preference("colour", NOW + 1, "red"), null)
                    .with(Interaction.productView(7, 10, NOW + 2), SHOE);
            assertThat(declared.attributeAffinity("colour=red", NOW + 2)).isPositive();
            assertThat(declared.removedConclusions()).isEmpty();
        }

        @Test
        void isGoneFromAMergedProfileToo() {
            assertThat(viewed(SHOE, 9).mergedWith(removed).attributeAffinity("colour=red", NOW))
                    .isZero();
        }

        @Test
        void isNamedByEveryAccessor() {
            ShopperProfile profile = viewed(SHOE, 2).with(Interaction.search(7, "tea", NOW), null);
            for (Conclusion line : List.of(
                    profile.topCategories(1, NOW).get(0).conclusion(),
                    profile.topBrands(1, NOW).get(0).conclusion(),
                    profile.topAttributes(1, NOW).get(0).conclusion(),
                    profile.priceBands(NOW).get(0).conclusion(),
                    profile.topIntents(1, NOW).get(0).conclusion(),
                    profile.timesOfWeek(1, NOW).get(0).conclusion())) {
                assertThat(Conclusion.decode(line.encode())).isEqualTo(line);
                assertThat(profile.with(removal(line, NOW), null).removedConclusions())
                        .containsExactly(line);
            }
        }
    }

    @Nested
    class Paused {
        private final ShopperProfile paused = viewed(SHOE, 3).with(said(InteractionType.PAUSED, "", NOW), null);

        @Test
        void learnsNothing() {
            assertThat(paused.paused()).isTrue();
            assertThat(paused.personalizes()).isFalse();
            assertThat(paused.with(Interaction.productView(7, 20, NOW + 1), LAMP))
                    .isSameAs(paused);
        }

        @Test
        void stillHearsWhatTheShopperSays() {
            assertThat(paused.with(preference("diet", NOW + 1, "vegan"), null).declared())
                    .containsKey("diet");
        }

        @Test
        void goesOnWhenItIsResumed() {
            ShopperProfile resumed = paused.with(said(InteractionType.RESUMED, "", NOW + DAY), null);
            assertThat(resumed.personalizes()).isTrue();
            assertThat(resumed.with(Interaction.productView(7, 20, NOW + DAY + 1), LAMP)
                            .recentlyViewed())
                    .containsExactly(20, 10);
            assertThat(resumed.with(Interaction.productView(7, 20, NOW + 1), LAMP))
                    .as("what happened during the pause and arrives late")
                    .isSameAs(resumed);
        }
    }

    @Nested
    class Ignored {
        @Test
        void countsListsInWhichAProductWasShownInVain() {
            ShopperProfile once = empty.with(shown(10, 20), null);
            ShopperProfile twice = once.with(shown(10, 20), null);
            assertThat(once.ignored(10, NOW)).isEqualTo(1);
            assertThat(once.ignored(20, NOW)).isPositive().isLessThan(1);
            assertThat(twice.ignored(10, NOW)).isEqualTo(2);
            assertThat(twice.ignored(10, NOW + 14 * DAY)).isEqualTo(1);
            assertThat(twice.isEmpty())
                    .as("being shown something is doing nothing")
                    .isTrue();
        }

        @Test
        void startsAnewWhenTheProductIsLookedAt() {
            ShopperProfile profile = empty.with(shown(10, 20), null).with(Interaction.click(7, 10, 5, 1, NOW), SHOE);
            assertThat(profile.ignored(10, NOW)).isZero();
            assertThat(profile.ignored(20, NOW)).isPositive();
        }

        @Test
        void bearsAListThatCannotBeRead() {
            InteractionDetails broken =
                    InteractionDetails.NONE.withImpression(5).withText("x|y");
            assertThat(empty.with(Interaction.of(InteractionType.IMPRESSION, 7, 0, broken, NOW), null)
                            .ignored(10, NOW))
                    .isZero();
        }
    }

    @Test
    void forgetsWhatWasViewedWhenItIsCleared() {
        ShopperProfile cleared = viewed(SHOE, 3).with(said(InteractionType.VIEWED_CLEARED, "", NOW), null);
        assertThat(cleared.recentlyViewed()).isEmpty();
        assertThat(cleared.with(Interaction.productView(7, 20, NOW - 1), LAMP).recentlyViewed())
                .as("an older view that arrives late")
                .isEmpty();
        assertThat(brand(cleared)).isPositive();
    }

    @Test
    void remembersWhatWasReturned() {
        ShopperProfile returned = empty.with(Interaction.purchase(7, 10, 1, 99, NOW), SHOE)
                .with(new Interaction(InteractionType.RETURN, 7, 10, 0, null, 1, 99, NOW + DAY), SHOE);
        assertThat(returned.hasReturned(10)).isTrue();
        assertThat(returned.returned()).containsExactly(10);
        assertThat(returned.with(Interaction.purchase(7, 10, 1, 100, NOW + 2 * DAY), SHOE)
                        .hasReturned(10))
                .as("bought again")
                .isFalse();
    }

    private ShopperProfile viewed(ItemFacts facts, int times) {
        ShopperProfile profile = empty;
        for (int i = 0; i < times; i++) {
            profile = profile.with(Interaction.productView(7, facts.itemId(), NOW), facts);
        }
        return profile;
    }

    private static double brand(ShopperProfile profile) {
        return profile.brandAffinity("Acme", NOW);
    }

    private static Interaction shown(long first, long second) {
        return Interaction.impression(7, 5, new ShownList("home", "also-like", 1, 0, List.of(first, second)), NOW);
    }

    private static Interaction preference(String question, long at, String... answers) {
        return said(InteractionType.PREFERENCE, new Preference(question, List.of(answers)).encode(), at);
    }

    private static Interaction removal(Conclusion line, long at) {
        return said(InteractionType.CONCLUSION_REMOVED, line.encode(), at);
    }

    private static Interaction said(InteractionType type, String text, long at) {
        InteractionDetails details = InteractionDetails.NONE.withText(text);
        return Interaction.of(type, 7, 0, details, at);
    }
}
