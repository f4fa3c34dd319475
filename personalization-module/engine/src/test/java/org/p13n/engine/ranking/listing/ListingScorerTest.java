package org.p13n.engine.ranking.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.p13n.engine.model.learning.ChoiceSettings;

class ListingScorerTest {
    private static final long DAY = 24 * 3600 * 1000L;
    private static final long NOW = 20_000 * DAY;
    private static final long[] LIST = LongStream.rangeClosed(1, 40).toArray();

    private final ListingModels models = models();
    private final PurchaseHistory regular = PurchaseHistory.of(
            new long[] {7, 8, 7, 9, 7},
            new long[] {NOW - DAY, NOW - DAY, NOW - 9 * DAY, NOW - 9 * DAY, NOW - 17 * DAY},
            NOW);

    @Test
    void placesWhatTheShopperAlwaysBuysFirst() {
        int[] order = ListingScorer.handSet().order(ListingFeatures.of(regular, models), LIST);
        assertThat(LIST[order[0]]).isEqualTo(7);
    }

    @Test
    void ordersByDemandForAShopperOfWhomNothingIsKnown() {
        int[] order = ListingScorer.handSet().order(nobody(), LIST);
        assertThat(LIST[order[0]]).isLessThan(10);
        assertThat(LIST[order[39]]).isGreaterThan(20);
    }

    @Test
    void keepsEveryProductOnce() {
        int[] order = learned().order(ListingFeatures.of(regular, models), LIST);
        assertThat(order).hasSize(40).doesNotHaveDuplicates();
        assertThat(learned().order(nobody(), new long[0])).isEmpty();
        assertThat(learned().order(nobody(), new long[] {999})).containsExactly(0);
    }

    @Test
    void breaksTiesByItemId() {
        assertThat(ListingScorer.handSet().order(nobody(), new long[] {990, 970, 980}))
                .containsExactly(1, 2, 0);
    }

    @Test
    void hasSharesThatAddUpToTheScore() {
        ListingScorer scorer = learned();
        ListingFeatures shopper = ListingFeatures.of(regular, models);
        double[] scores = scorer.scores(shopper, LIST);
        for (int i = 0; i < LIST.length; i++) {
            assertThat(Arrays.stream(scorer.shares(shopper, LIST[i])).sum()).isCloseTo(scores[i], within(1e-9));
        }
    }

    @Test
    void learnsWhatShoppersChoose() {
        int[] order = learned().order(nobody(), LIST);
        int placeOfChosen = 0;
        while (LIST[order[placeOfChosen]] != 35) {
            placeOfChosen++;
        }
        int[] before = ListingScorer.handSet().order(nobody(), LIST);
        int placeBefore = 0;
        while (LIST[before[placeBefore]] != 35) {
            placeBefore++;
        }
        assertThat(placeOfChosen).isLessThan(placeBefore);
    }

    @Test
    void ordersTheSameAfterARoundTrip() throws IOException {
        ListingScorer scorer = learned();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        scorer.writeTo(new DataOutputStream(bytes));
        ListingScorer read = ListingScorer.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.scores(nobody(), LIST)).isEqualTo(scorer.scores(nobody(), LIST));
    }

    @Test
    void givesFiniteFeaturesForAbsurdHistories() {
        PurchaseHistory absurd = PurchaseHistory.of(
                new long[] {1, 1, 2, 3, 999}, new long[] {Long.MIN_VALUE, 0, NOW + DAY, Long.MAX_VALUE, NOW}, NOW);
        for (float feature : ListingFeatures.of(absurd, models).of(LIST)) {
            assertThat(feature).isFinite();
        }
        ListingModels empty = new ListingModels.Trainer().train(NOW);
        for (float feature : ListingFeatures.of(regular, empty).of(LIST)) {
            assertThat(feature).isFinite();
        }
    }

    @Test
    void letsSeldomSeenPlacesSayMore() {
        assertThat(PositionBias.none().say(7)).isEqualTo(1);
        assertThat(PositionBias.usual().say(4)).isEqualTo(4);
        assertThat(PositionBias.usual().say(400)).isEqualTo(10);
        assertThat(PositionBias.usual().say(0)).isEqualTo(1);
        assertThat(PositionBias.of(new double[] {0.8, 0.4}).say(5)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PositionBias.of(new double[] {0}))
                .withMessageContaining("looked at");
    }

    @Test
    void countsAHistory() {
        int index = regular.index(7);
        assertThat(regular.orders()).isEqualTo(3);
        assertThat(regular.times(index)).isEqualTo(3);
        assertThat(regular.lastOrder(index)).isEqualTo(1);
        assertThat(regular.lastDays(index)).isEqualTo(1);
        assertThat(regular.firstDays(index)).isEqualTo(17);
        assertThat(regular.repeatRate()).isCloseTo(0.4, within(1e-9));
        assertThat(PurchaseHistory.nothing().repeatRate()).isZero();
    }

    private ListingFeatures nobody() {
        return ListingFeatures.of(PurchaseHistory.nothing(), models);
    }

    /** Everybody chooses product 35, which sells seldom. */
    private ListingScorer learned() {
        ListingTrainer trainer = new ListingTrainer(ChoiceSettings.defaults(), PositionBias.none());
        for (int i = 0; i < 200; i++) {
            trainer.add(nobody(), LIST, 35, item -> false, 0, 1);
        }
        trainer.add(nobody(), LIST, 999, item -> false, 0, 1);
        assertThat(trainer.choices()).isEqualTo(200);
        return trainer.learn();
    }

    private static ListingModels models() {
        Random random = new Random(5);
        ListingModels.Trainer trainer = new ListingModels.Trainer();
        for (int order = 0; order < 400; order++) {
            long[] items = new long[3];
            Arrays.setAll(items, i -> 1 + (long) (40 * Math.pow(random.nextDouble(), 3)));
            trainer.add(random.nextInt(50), items, NOW - random.nextInt(200) * DAY);
        }
        return trainer.train(NOW);
    }
}
