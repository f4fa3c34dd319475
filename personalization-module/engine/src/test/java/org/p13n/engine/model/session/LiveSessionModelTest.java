package org.p13n.engine.model.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LiveSessionModelTest {
    private static final int SESSIONS = 2_000;
    /** Increments of 5 % of the log: the unit of age, of the fastest features, is 5 % longer in a training of all. */
    private static final int LATER = 100;

    @Example
    void anItemIsRecommendedRightAfterTheClicksOfAFew() {
        LiveSessionModel live = new LiveSessionModel(Sessions.model(500, 1));
        assertThat(ids(live.next(new long[] {1_003}, 20, any -> true))).doesNotContain(77L);
        for (int shopper = 1; shopper <= 5; shopper++) {
            live.click(shopper, shopper, 1_003);
            live.click(shopper, shopper, 77);
        }
        assertThat(ids(live.next(new long[] {1_003}, 20, any -> true))).contains(77L);
        assertThat(ids(live.next(new long[] {77}, 20, any -> true))).contains(1_003L);
    }

    @Example
    void learnsFromNothing() {
        LiveSessionModel live = new LiveSessionModel(new SessionTrainer(SessionSettings.defaults()).train());
        live.click(0, 1, 5);
        live.click(0, 1, 6);
        assertThat(ids(live.next(new long[] {5}, 5, item -> item != 5))).containsExactly(6L);
    }

    /*
     * The relations of the first order and the figures of items are the same as after a training of everything, within 1 %
     * (relations are rounded to 0.4 %) and the share by which the log has grown. Rows must be long enough not to be cut.
     */
    @Property(tries = 10, seed = "1")
    void baseAndIncrementsCountWhatATrainingOfAllCounts(@ForAll @IntRange(max = 1000) int seed) {
        SessionSettings settings = SessionSettings.defaults().withTailSessions(0);
        SessionTrainer trainer = Sessions.trainer(settings, SESSIONS, seed);
        LiveSessionModel live = new LiveSessionModel(trainer.train());
        SplittableRandom random = new SplittableRandom(seed + 1L);
        for (int i = 0; i < LATER; i++) {
            long[] session = Sessions.session(random);
            for (long item : session) {
                assertThat(live.click(0, i, item)).isTrue();
            }
            trainer.add(0, session, SESSIONS + i);
        }
        SessionModel full = trainer.train();
        for (int i = 0; i < 20; i++) {
            long[] session = Sessions.session(random);
            long item = Sessions.session(random)[0];
            assertAlike(live.explain(session, item), full.explain(session, item));
        }
    }

    private static void assertAlike(List<NextShare> live, List<NextShare> full) {
        for (NextReason reason :
                List.of(NextReason.FOLLOWS, NextReason.PRECEDES, NextReason.TOGETHER, NextReason.SEEN_BEFORE)) {
            float expected = strength(full, reason);
            assertThat(strength(live, reason)).as(reason.name()).isEqualTo(expected, within(0.06f * expected + 1e-6f));
        }
        assertThat(strength(live, NextReason.POPULARITY)).isEqualTo(strength(full, NextReason.POPULARITY));
    }

    private static float strength(List<NextShare> shares, NextReason reason) {
        float sum = 0;
        for (NextShare share : shares) {
            sum += share.reason() == reason ? share.strength() : 0;
        }
        return sum;
    }

    @Example
    void aSessionCountsOnceForAPair() {
        SessionModel base = Sessions.model(500, 1);
        LiveSessionModel once = new LiveSessionModel(base);
        LiveSessionModel often = new LiveSessionModel(base);
        once.click(0, 1, 1_003);
        once.click(0, 1, 77);
        for (int i = 0; i < 20; i++) {
            often.click(0, 1, 1_003);
            often.click(0, 1, 77);
        }
        assertThat(strength(often.explain(new long[] {1_003}, 77), NextReason.FOLLOWS))
                .isEqualTo(strength(once.explain(new long[] {1_003}, 77), NextReason.FOLLOWS), within(0.02f));
    }

    @Example
    void oneShopperTeachesOfAProductAFewTimesOnly() {
        LiveSessionModel live = new LiveSessionModel(Sessions.model(500, 1));
        int learned = 0;
        for (int i = 0; i < 1_000; i++) {
            learned += live.click(666, i, 13) ? 1 : 0;
        }
        assertThat(learned).isEqualTo(SessionSettings.defaults().sessionsPerItem());
    }

    @Example
    void saysWhenItIsFullAndGoesOnAnswering() {
        LiveSessionModel live = new LiveSessionModel(Sessions.model(10, 1));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000 && !live.isFull(); i++) {
            live.click(0, i / 5, random.nextLong());
        }
        assertThat(live.isFull()).isTrue();
        assertThat(live.click(0, 1, 1)).isFalse();
        assertThat(live.next(new long[] {1_003}, 20, any -> true)).hasSizeGreaterThan(5);
        assertThat(live.next(new long[] {1_003}, 20, any -> true)).allMatch(item -> Float.isFinite(item.score()));
        assertThat(live.bytes()).isLessThan(10_000_000);
    }

    @Property(tries = 50, seed = "2")
    void sharesAddUpToTheScore(@ForAll @IntRange(max = 1000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] session = Sessions.session(random);
        SessionModel model = Holder.MODEL;
        for (NextItem item : model.next(session, 30, any -> true)) {
            double sum = model.explain(session, item.itemId()).stream()
                    .mapToDouble(NextShare::share)
                    .sum();
            assertThat(sum).isEqualTo(item.score(), within(1e-3));
        }
    }

    private static final class Holder {
        private static final SessionModel MODEL = Sessions.model(3_000, 1);
    }

    private static List<Long> ids(List<NextItem> items) {
        return Arrays.asList(items.stream().map(NextItem::itemId).toArray(Long[]::new));
    }
}
