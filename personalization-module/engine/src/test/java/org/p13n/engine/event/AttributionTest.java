package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final long TEA = 10;
    private static final long CUP = 20;

    @Test
    void joinsAPurchaseToTheListFromWhichTheProductWasChosenLast() {
        List<Interaction> history = List.of(click(TEA, 501, 0), click(TEA, 502, 1), click(TEA, 503, 3), bought(TEA, 2));
        assertThat(Attribution.of(history, WINDOW).outcomes().get(502L)).isEqualTo(new ListOutcome(1, 0, 2, 0));
        assertThat(Attribution.of(history, WINDOW).outcomes().get(501L).bought())
                .isZero();
        assertThat(Attribution.of(history, WINDOW).outcomes().get(503L).bought())
                .isZero();
    }

    @Test
    void joinsNothingPastTheWindowNorOfAnotherProductOrShopper() {
        Interaction late = Interaction.purchase(7, TEA, 1, 99, NOW + WINDOW.toMillis() + 1);
        Interaction other = Interaction.purchase(8, TEA, 1, 98, NOW + HOUR);
        List<Interaction> history = List.of(click(TEA, 501, 0), late, other, bought(CUP, 1));
        assertThat(Attribution.of(history, WINDOW).outcomes())
                .containsOnly(Map.entry(501L, new ListOutcome(1, 0, 0, 0)));
    }

    @Test
    void believesAnInteractionThatNamesItsList() {
        Interaction named = bought(TEA, 1).with(InteractionDetails.NONE.withImpression(900));
        Attribution attribution = Attribution.of(List.of(click(TEA, 501, 0), named), WINDOW);
        assertThat(attribution.impressionOf(named)).isEqualTo(900);
        assertThat(attribution.outcomes().get(900L).bought()).isEqualTo(1);
    }

    @Test
    void joinsOnlyWhatNamesItsListWithoutAWindow() {
        Interaction atOnce = Interaction.purchase(7, TEA, 1, 99, NOW);
        Attribution none = Attribution.of(List.of(click(TEA, 501, 0), atOnce), Duration.ZERO);
        assertThat(none.impressionOf(atOnce)).isZero();
        assertThat(none.impressionOf(atOnce.with(InteractionDetails.NONE.withImpression(900))))
                .isEqualTo(900);
    }

    @Test
    void countsCartAdditions() {
        Interaction added = Interaction.cartChange(7, TEA, 3, NOW + HOUR);
        assertThat(Attribution.of(List.of(click(TEA, 501, 0), added), WINDOW)
                        .outcomes()
                        .get(501L)
                        .cartAdds())
                .isEqualTo(1);
    }

    @Test
    void deductsWhatWasCancelledOrReturned() {
        Interaction returned = new Interaction(InteractionType.RETURN, 7, TEA, 0, null, 2, 99, NOW + 5 * HOUR);
        Attribution part = Attribution.of(List.of(click(TEA, 501, 0), bought(TEA, 3), returned), WINDOW);
        assertThat(part.outcomes().get(501L).net()).isEqualTo(1);
        Interaction whole = Interaction.cancellation(7, 0, 0, 99, NOW + 5 * HOUR);
        Attribution all = Attribution.of(List.of(click(TEA, 501, 0), bought(TEA, 3), returned, whole), WINDOW);
        assertThat(all.outcomes().get(501L)).isEqualTo(new ListOutcome(1, 0, 3, 3));
    }

    @Test
    void refusesANegativeWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribution.of(List.of(), Duration.ofDays(-1)))
                .withMessageContaining("must be 0 or more but is PT-24H");
    }

    @Property(seed = "1")
    void doesNotDependOnTheOrderOfArrival(@ForAll("histories") List<Interaction> history, @ForAll long seed) {
        List<Interaction> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Attribution.of(shuffled, WINDOW).outcomes())
                .isEqualTo(Attribution.of(history, WINDOW).outcomes());
    }

    @Property(seed = "2")
    void neverTakesBackMoreThanWasBoughtNorInventsPurchases(@ForAll("histories") List<Interaction> history) {
        long bought = 0;
        for (ListOutcome outcome : Attribution.of(history, WINDOW).outcomes().values()) {
            assertThat(outcome.net()).isNotNegative();
            bought += outcome.bought();
        }
        assertThat(bought)
                .isLessThanOrEqualTo(history.stream()
                        .filter(each -> each.type() == InteractionType.PURCHASE)
                        .mapToLong(Interaction::quantity)
                        .sum());
    }

    @Property(seed = "3")
    void givesMoreToListsWithALongerWindow(@ForAll("histories") List<Interaction> history) {
        assertThat(bought(history, Duration.ofHours(3))).isLessThanOrEqualTo(bought(history, Duration.ofHours(30)));
    }

    @Provide
    Arbitrary<List<Interaction>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(1, 2),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(0, 100))
                .as(AttributionTest::random)
                .list()
                .ofMaxSize(40);
    }

    private static Interaction random(int kind, long shopper, long item, long hour) {
        long at = NOW + hour * HOUR;
        return switch (kind) {
            case 0, 1 -> Interaction.click(shopper, item, 500 + hour % 5, 1, at);
            case 2 -> Interaction.cartChange(shopper, item, 1, at);
            case 3 -> Interaction.cancellation(shopper, item % 2 * item, (int) (hour % 3), 90 + shopper, at);
            default -> Interaction.purchase(shopper, item, 1 + (int) (hour % 3), 90 + shopper, at);
        };
    }

    private static long bought(List<Interaction> history, Duration window) {
        return Attribution.of(history, window).outcomes().values().stream()
                .mapToLong(ListOutcome::bought)
                .sum();
    }

    private static Interaction click(long item, long impression, int hour) {
        return Interaction.click(7, item, impression, 1, NOW + hour * HOUR);
    }

    private static Interaction bought(long item, int pieces) {
        return Interaction.purchase(7, item, pieces, 99, NOW + 2 * HOUR);
    }
}
