package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.p13n.engine.model.Learning.NOW;
import static org.p13n.engine.model.Learning.companions;
import static org.p13n.engine.model.Learning.neighbours;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.MapCatalog;

class OneShoppersInfluenceTest {
    private static final int SCRIPT_VIEWS = 100_000;
    private static final long SCRIPT = 666;
    private static final long PUSHED = 1;
    private static final long LIKED = 2;
    private static final long OTHERS = 1_000;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final MapCatalog catalog =
            new MapCatalog().with(PUSHED, "Acme", 9).with(LIKED, "Acme", 9).with(3, "Acme", 9);
    private final Learning learning = new Learning(catalog);

    @Test
    void endsBelowThatOfTenShoppersHoweverOftenAScriptViewsAProduct() {
        for (int i = SCRIPT_VIEWS; i > 0; i--) {
            learning.views(SCRIPT, NOW - i * 31 * MINUTE, PUSHED);
        }
        for (int shopper = 1; shopper <= 10; shopper++) {
            learning.views(shopper, NOW - DAY, LIKED);
        }
        assertThat(learning.publish().popularity().top(1)).containsExactly(LIKED);
    }

    /** In whatever rhythm, and however many other products it views in between so that its views are forgotten. */
    @Property(seed = "1", tries = 20)
    void endsBelowThatOfFourBuyersWhateverAScriptTries(
            @ForAll @IntRange(min = 1, max = 240) int pauseMinutes, @ForAll @IntRange(min = 0, max = 200) int others) {
        Learning learned = new Learning(catalog);
        for (int i = SCRIPT_VIEWS; i > 0; i--) {
            long item = i % (others + 1) == 0 ? PUSHED : OTHERS + i % (others + 1);
            learned.views(SCRIPT, NOW - (long) i * pauseMinutes * MINUTE, item);
        }
        for (int shopper = 1; shopper <= 4; shopper++) {
            learned.order(shopper, NOW - DAY, LIKED);
        }
        assertThat(learned.publish().popularity().top(1)).containsExactly(LIKED);
    }

    @Test
    void isThatOfOnePurchaseADayHoweverOftenAProductIsOrdered() {
        for (int order = 0; order < 100; order++) {
            learning.order(7, NOW, PUSHED);
        }
        learning.order(8, NOW, LIKED).order(9, NOW, LIKED);
        Model model = learning.publish();
        assertThat(model.popularity().interest(PUSHED)).isCloseTo(1, within(1e-9));
        assertThat(model.popularity().top(1)).containsExactly(LIKED);
    }

    @Test
    void lastsUntilTheLastOfTheDaysOrdersIsCancelled() {
        learning.order(7, NOW, PUSHED).order(7, NOW, PUSHED);
        learning.add(Interaction.cancellation(7, 0, 0, 1, NOW));
        assertThat(learning.publish().popularity().interest(PUSHED)).isCloseTo(1, within(1e-9));
        learning.add(Interaction.cancellation(7, 0, 0, 2, NOW));
        assertThat(learning.publish().popularity().interest(PUSHED)).isZero();
    }

    @Test
    void isNotThatOfSeveralBuyersWhoStayedUnknown() {
        learning.order(ShopperIds.basket(501), NOW, PUSHED).order(ShopperIds.basket(502), NOW, PUSHED);
        assertThat(learning.publish().popularity().interest(PUSHED)).isCloseTo(2, within(1e-9));
    }

    @Test
    void leavesWhatIsViewedBesideAKnownProductToBeLearned() {
        learning.views(7, NOW - DAY, PUSHED).views(7, NOW - MINUTE, PUSHED, LIKED);
        assertThat(neighbours(learning.publish().alsoViewed(), PUSHED))
                .extracting(Learning.Neighbour::itemId)
                .containsExactly(LIKED);
    }

    @Test
    void endsAtOnceWhenTheShopperIsForgotten() {
        learning.views(7, NOW - MINUTE, PUSHED).views(8, NOW - MINUTE, PUSHED);
        learning.forget(7).forget(999);
        learning.views(7, NOW, LIKED).views(8, NOW, 3);
        assertThat(neighbours(learning.publish().alsoViewed(), PUSHED))
                .extracting(Learning.Neighbour::itemId)
                .containsExactly(3L);
    }

    @Test
    void leavesWithTheShoppersOrdersAtOnce() {
        learning.order(7, NOW, PUSHED, LIKED).order(8, NOW, PUSHED, LIKED).forget(7);
        Model model = learning.publish();
        assertThat(companions(model, PUSHED))
                .extracting(Learning.Neighbour::evidence)
                .containsExactly(1);
        assertThat(model.popularity().interest(PUSHED)).isCloseTo(1, within(1e-6));
    }
}
