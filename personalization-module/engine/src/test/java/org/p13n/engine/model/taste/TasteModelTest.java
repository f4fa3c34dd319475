package org.p13n.engine.model.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;
import org.p13n.engine.model.learning.ChoiceSettings;

class TasteModelTest {
    private static final long MINUTE = 60_000;
    private static final long NOW = 1_000_000 * MINUTE;

    private final TasteModel model = trained(7);

    @Test
    void followsTheLatestProductMoreThanAnOlderOne() {
        ItemTrainer touches = new ItemTrainer(ItemSettings.defaults());
        for (int shopper = 0; shopper < 20; shopper++) {
            long first = shopper % 2 == 0 ? 1 : 2;
            touches.add(shopper, first, Touch.PURCHASE, NOW - 2 * MINUTE);
            touches.add(shopper, first + 10, Touch.PURCHASE, NOW - MINUTE);
        }
        TasteModel taste = TasteModel.of(touches.train(NOW), Step.BOUGHT_BOUGHT, TasteSettings.defaults());
        assertThat(first(taste, 1, 2)).isEqualTo(11);
        assertThat(first(taste, 2, 1)).isEqualTo(12);
    }

    @Test
    void explainsItsScores() {
        long[] history = {3, 9, 4, 17, 999};
        for (TastePick pick : model.top(history, 10, item -> true)) {
            double sum = model.explain(history, pick.itemId()).stream()
                    .mapToDouble(TasteShare::amount)
                    .sum();
            assertThat(sum).isCloseTo(pick.score(), within(1e-4));
        }
    }

    @Test
    void scoresProductsAsItRanksThem() {
        long[] history = {3, 9, 4};
        for (TastePick pick : model.top(history, 10, item -> true)) {
            assertThat(model.scores(history, new long[] {pick.itemId()})[0]).isEqualTo(pick.score());
        }
    }

    @Test
    void recommendsOnlyWhatIsAllowedAndEachOnce() {
        List<Long> ids = model.top(new long[] {3, 9, 4}, 50, item -> item % 2 == 0).stream()
                .map(TastePick::itemId)
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(item -> item % 2 == 0);
    }

    @Test
    void hasNothingForAHistoryThatLeadsNowhere() {
        assertThat(model.top(new long[0], 10, item -> true)).isEmpty();
        assertThat(model.top(new long[] {999}, 10, item -> true)).isEmpty();
        assertThat(model.explain(new long[] {999}, 3)).isEmpty();
        assertThat(model.scores(new long[] {3}, new long[] {999})).containsExactly(0);
    }

    @Test
    void isTheSameForTheSameTouches() {
        assertThat(trained(7).top(new long[] {3, 9}, 20, item -> true))
                .isEqualTo(model.top(new long[] {3, 9}, 20, item -> true));
    }

    @Test
    void staysWithTheHandSetSlopesWithoutHistories() {
        ItemTrainer touches = new ItemTrainer(ItemSettings.defaults());
        touches.add(1, 1, Touch.PURCHASE, NOW);
        TasteModel learned = trainer().train(touches, NOW).over(model.items());
        TasteModel handSet = TasteModel.of(model.items(), Step.BOUGHT_BOUGHT, TasteSettings.defaults());
        assertThat(learned.top(new long[] {3, 9}, 20, item -> true))
                .isEqualTo(handSet.top(new long[] {3, 9}, 20, item -> true));
    }

    @Test
    void ranksTheSameAfterARoundTrip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.writeTo(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        TasteModel read = TasteModel.readFrom(in, model.items());
        assertThat(read.top(new long[] {3, 9}, 20, item -> true))
                .isEqualTo(model.top(new long[] {3, 9}, 20, item -> true));
    }

    @Nested
    class Refuses {
        @Test
        void aModelOfAnotherFormat() {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[100]));
            assertThatIOException()
                    .isThrownBy(() -> TasteModel.readFrom(in, model.items()))
                    .withMessageContaining("format");
        }

        @Test
        void settingsThatCannotBe() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TasteSettings(0, 1, 1, 1, ChoiceSettings.defaults(), 1, 1))
                    .withMessageContaining("historyItems");
        }
    }

    private static long first(TasteModel taste, long... newestFirst) {
        return taste.top(newestFirst, 1, item -> item > 10).get(0).itemId();
    }

    private static TasteTrainer trainer() {
        return new TasteTrainer(TasteSettings.defaults(), ItemSettings.defaults(), Step.BOUGHT_BOUGHT);
    }

    private static TasteModel trained(long seed) {
        Random random = new Random(seed);
        ItemTrainer touches = new ItemTrainer(ItemSettings.defaults());
        for (int shopper = 0; shopper < 200; shopper++) {
            long item = random.nextInt(40);
            for (int i = 0; i < 8; i++) {
                item = (item + 1 + random.nextInt(4)) % 40;
                touches.add(shopper, item + 1, Touch.PURCHASE, NOW - (8 - i) * MINUTE);
            }
        }
        return trainer().train(touches, NOW);
    }
}
