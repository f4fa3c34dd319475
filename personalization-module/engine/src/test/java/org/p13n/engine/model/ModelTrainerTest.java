package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.p13n.engine.model.Learning.NOW;
import static org.p13n.engine.model.Learning.bundle;
import static org.p13n.engine.model.Learning.companions;
import static org.p13n.engine.model.Learning.neighbours;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.Learning.Neighbour;
import org.p13n.engine.profile.MapCatalog;

class ModelTrainerTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    private final MapCatalog catalog = catalog();
    private final Learning learning = new Learning(catalog);

    @Test
    void publishesAModelOfNothingWithTheNewestProducts() {
        Model model = learning.publish();
        assertThat(model.version()).isEqualTo(1);
        assertThat(model.items()).isEqualTo(9);
        assertThat(model.popularity().newest(3)).containsExactly(9, 8, 7);
        assertThat(model.popularity().top(2)).containsExactly(9, 8);
        assertThat(companions(model, 1)).isEmpty();
    }

    @Test
    void tellsItsFigures() {
        learning.order(1, NOW, 1, 2).views(1, NOW, 3, 4);
        Model first = learning.publish();
        Model second = learning.after(Duration.ofSeconds(5)).publish();
        assertThat(first.interactions()).isEqualTo(4);
        assertThat(first.sizeBytes()).isPositive();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.trainedAt()).isEqualTo(NOW + 5000);
        assertThat(Model.empty().version()).isZero();
    }

    @Nested
    class AlsoBought {
        @Test
        void prefersWhatIsMoreLikelyInTheSameBasket() {
            Model model = learning.order(1, NOW, 1, 2)
                    .order(2, NOW, 1, 2)
                    .order(3, NOW, 1, 3)
                    .publish();
            assertThat(companions(model, 1))
                    .extracting(Neighbour::itemId, Neighbour::evidence)
                    .containsExactly(tuple(2L, 2), tuple(3L, 1));
        }

        @Test
        void letsAPairInASmallBasketSayMoreThanOneInALarge() {
            Model model =
                    learning.order(1, NOW, 1, 2).order(2, NOW, 1, 3, 4, 5, 6).publish();
            assertThat(companions(model, 1))
                    .first()
                    .extracting(Neighbour::itemId)
                    .isEqualTo(2L);
        }

        @Test
        void countsALineThatComesTwiceOnce() {
            Interaction line = Interaction.purchase(1, 1, 1, 50, NOW);
            Model once = learning.add(line)
                    .add(Interaction.purchase(1, 2, 1, 50, NOW))
                    .publish();
            Model twice = learning.add(line).publish();
            assertThat(companions(twice, 1)).isEqualTo(companions(once, 1));
            assertThat(twice.popularity().interest(1))
                    .isEqualTo(once.popularity().interest(1));
        }

        @Test
        void takesACancelledOrderOut() {
            Model before = learning.order(1, NOW, 1, 2, 3).order(2, NOW, 1, 2).publish();
            learning.add(Interaction.cancellation(2, 0, 0, 2, NOW));
            Model after = learning.publish();
            assertThat(companions(before, 1))
                    .first()
                    .extracting(Neighbour::evidence)
                    .isEqualTo(2);
            assertThat(companions(after, 1)).extracting(Neighbour::evidence).containsExactly(1, 1);
            assertThat(after.popularity().interest(1)).isCloseTo(1, within(1e-6));
        }

        @Test
        void takesACancelledLineOut() {
            learning.order(1, NOW, 1, 2, 3).publish();
            Model after =
                    learning.add(Interaction.cancellation(1, 3, 1, 1, NOW)).publish();
            assertThat(companions(after, 1)).extracting(Neighbour::itemId).containsExactly(2L);
            assertThat(companions(after, 3)).isEmpty();
        }

        @Test
        void ignoresTheCancellationOfAnUnknownOrder() {
            Model model =
                    learning.add(Interaction.cancellation(1, 0, 0, 777, NOW)).publish();
            assertThat(companions(model, 1)).isEmpty();
        }

        @Test
        void forgetsOldBasketsSlowly() {
            Model model =
                    learning.order(1, NOW - 720 * DAY, 1, 2).order(2, NOW, 1, 3).publish();
            assertThat(companions(model, 1)).extracting(Neighbour::itemId).containsExactly(3L, 2L);
        }

        @Test
        void takesAnOrderFromTheFutureAsOneOfNow() {
            Model model = learning.order(1, NOW + 40_000 * DAY, 1, 2)
                    .order(2, NOW, 1, 3)
                    .publish();
            assertThat(companions(model, 1))
                    .hasSize(2)
                    .allSatisfy(neighbour -> assertThat(neighbour.score()).isFinite());
        }
    }

    @Nested
    class AlsoViewed {
        @Test
        void prefersWhatWasViewedSoonAfter() {
            Model model = learning.views(1, NOW, 1, 2, 3, 4).publish();
            assertThat(neighbours(model.alsoViewed(), 1))
                    .extracting(Neighbour::itemId)
                    .containsExactly(2L, 3L, 4L);
        }

        @Test
        void endsASessionAfterHalfAnHourOfInactivity() {
            Model model =
                    learning.views(1, NOW - 2 * HOUR, 1).views(1, NOW - HOUR, 2).publish();
            assertThat(neighbours(model.alsoViewed(), 1)).isEmpty();
        }

        @Test
        void keepsShoppersApart() {
            Model model = learning.views(1, NOW, 1).views(2, NOW, 2).publish();
            assertThat(neighbours(model.alsoViewed(), 1)).isEmpty();
        }

        @Test
        void letsOneShopperCountOnceForAPair() {
            for (int session = 0; session < 50; session++) {
                learning.views(1, NOW - session * HOUR, 1, 2);
            }
            Model model = learning.views(2, NOW, 3, 4).views(3, NOW, 3, 4).publish();
            assertThat(neighbours(model.alsoViewed(), 1))
                    .extracting(Neighbour::evidence)
                    .containsExactly(1);
            assertThat(neighbours(model.alsoViewed(), 3))
                    .extracting(Neighbour::evidence)
                    .containsExactly(2);
        }

        @Test
        void learnsNothingMoreFromASessionTooLongForAPerson() {
            Model model = learning.views(
                            1, NOW - HOUR, LongStream.rangeClosed(1, 500).toArray())
                    .publish();
            assertThat(neighbours(model.alsoViewed(), 20)).isNotEmpty();
            assertThat(neighbours(model.alsoViewed(), 400)).isEmpty();
        }

        @Test
        void recoversFromAClockThatJumps() {
            Model model = learning.views(1, 0, 1, 2)
                    .views(1, NOW, 3, 4)
                    .views(1, NOW - 5 * DAY, 5, 6)
                    .publish();
            assertThat(neighbours(model.alsoViewed(), 3))
                    .extracting(Neighbour::itemId)
                    .containsExactly(4L);
            assertThat(neighbours(model.alsoViewed(), 5))
                    .extracting(Neighbour::itemId)
                    .containsExactly(6L);
        }
    }

    @Nested
    class BoughtTogether {
        @Test
        void believesOneBasketInAShopThatHasSoldHardlyAnything() {
            Model model = learning.order(1, NOW, 1, 2).publish();
            assertThat(bundle(model, 1)).extracting(Neighbour::itemId).containsExactly(2L);
        }

        @Test
        void wantsTwoBasketsInAShopThatSells() {
            for (int i = 0; i < 100; i++) {
                learning.order(100 + i, NOW, 8);
            }
            Model one = learning.order(1, NOW, 1, 2).publish();
            Model two = learning.order(2, NOW, 1, 2).publish();
            assertThat(bundle(one, 1)).isEmpty();
            assertThat(bundle(two, 1)).extracting(Neighbour::evidence).containsExactly(2);
        }
    }

    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= 9; i++) {
            catalog.with(i, i % 2 == 0 ? "even" : "odd", i % 2 == 0 ? 200 : 100, 1);
        }
        return catalog;
    }
}
