package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShoppingSessionsTest {
    private static final long NOON = 1_700_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final long GAP = ShoppingSessions.USUAL_GAP.toMillis();

    private final ShoppingSessions sessions = new ShoppingSessions(ShoppingSessions.USUAL_GAP);

    @Test
    void endAfterHalfAnHourOfInactivity() {
        List<ShoppingSession> found = sessions.of(List.of(view(7, 1, 0), view(7, 2, 30), view(7, 3, 61)));
        assertThat(found).extracting(ShoppingSession::index).containsExactly(0, 1);
        assertThat(found.get(0).interactions()).extracting(Interaction::itemId).containsExactly(1L, 2L);
        assertThat(found.get(1).startedAt()).isEqualTo(NOON + 61 * MINUTE);
    }

    @Test
    void areEachShoppersOwn() {
        assertThat(sessions.of(List.of(view(7, 1, 0), view(8, 1, 1), view(7, 2, 2))))
                .extracting(ShoppingSession::shopperId)
                .containsExactly(7L, 8L);
    }

    @Test
    void areNotProlongedByWhatHappensWithoutTheShopper() {
        Interaction cancelled = Interaction.cancellation(7, 1, 1, 99, NOON + 25 * MINUTE);
        assertThat(sessions.of(List.of(view(7, 1, 0), cancelled, view(7, 2, 50))))
                .hasSize(2);
    }

    @Test
    void haveAnIdThatLaterInteractionsDoNotChange() {
        long first = sessions.of(List.of(view(7, 1, 0))).get(0).id();
        assertThat(sessions.of(List.of(view(7, 1, 0), view(7, 2, 10))).get(0).id())
                .isEqualTo(first);
        assertThat(sessions.of(List.of(view(8, 1, 0))).get(0).id()).isNotEqualTo(first);
    }

    @Test
    void refuseANegativeGap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShoppingSessions(Duration.ofMillis(-1)))
                .withMessageContaining("must be 0 or more but is PT-0.001S");
    }

    @Property(seed = "1")
    void doNotDependOnTheOrderOfArrival(@ForAll("interactions") List<Interaction> interactions, @ForAll long seed) {
        List<Interaction> shuffled = new ArrayList<>(interactions);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(sessions.of(shuffled)).isEqualTo(sessions.of(interactions));
    }

    @Property(seed = "2")
    void holdEveryInteractionOnceAndNoLongPause(@ForAll("interactions") List<Interaction> interactions) {
        List<ShoppingSession> found = sessions.of(interactions);
        assertThat(found.stream().flatMap(session -> session.interactions().stream()))
                .containsExactlyInAnyOrderElementsOf(interactions);
        for (int i = 0; i < found.size(); i++) {
            ShoppingSession session = found.get(i);
            for (int k = 1; k < session.interactions().size(); k++) {
                assertThat(session.interactions().get(k).at()
                                - session.interactions().get(k - 1).at())
                        .isBetween(0L, GAP);
            }
            if (session.index() > 0) {
                assertThat(session.startedAt() - found.get(i - 1).lastAt()).isGreaterThan(GAP);
            }
        }
    }

    @Provide
    Arbitrary<List<Interaction>> interactions() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(1, 5),
                        Arbitraries.longs().between(0, 300))
                .as(ShoppingSessionsTest::view)
                .list()
                .ofMaxSize(40);
    }

    private static Interaction view(long shopper, long item, long minute) {
        return Interaction.productView(shopper, item, NOON + minute * MINUTE);
    }
}
