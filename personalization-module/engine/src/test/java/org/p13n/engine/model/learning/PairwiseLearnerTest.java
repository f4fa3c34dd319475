package org.p13n.engine.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.p13n.engine.model.learning.PairwiseLearner.Direction.EITHER;
import static org.p13n.engine.model.learning.PairwiseLearner.Direction.HELPS;
import static org.p13n.engine.model.learning.PairwiseLearner.Direction.HURTS;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.model.learning.PairwiseLearner.Direction;

class PairwiseLearnerTest {
    private static final double[] TRUTH = {2, -1, 0.5, 0};

    @Test
    void keepsThePriorWithoutPairs() {
        assertThat(learner(100).learn()).containsExactly(1, 0, 0, 0);
    }

    @Test
    void findsTheWeightsThatMadeTheChoices() {
        PairwiseLearner learner = learner(1);
        choose(learner, 20_000);
        double[] learned = learner.learn();
        for (int i = 0; i < TRUTH.length; i++) {
            assertThat(learned[i]).as("feature %d", i).isCloseTo(TRUTH[i], within(0.1));
        }
    }

    @Test
    void movesFurtherFromThePriorTheMorePairsThereAre() {
        double last = 1;
        for (int pairs : new int[] {200, 2_000, 20_000}) {
            PairwiseLearner learner = learner(500);
            choose(learner, pairs);
            double weight = learner.learn()[0];
            assertThat(weight).as("%d pairs", pairs).isGreaterThan(last);
            last = weight;
        }
    }

    @Test
    void neverLeavesADirection() {
        PairwiseLearner learner = new PairwiseLearner(new double[4], new Direction[] {HURTS, HELPS, HURTS, EITHER}, 1);
        choose(learner, 5_000);
        double[] learned = learner.learn();
        assertThat(learned[0]).isLessThanOrEqualTo(0);
        assertThat(learned[1]).isGreaterThanOrEqualTo(0);
        assertThat(learned[2]).isLessThanOrEqualTo(0);
    }

    @Test
    void doesNotCareForTheScaleOfAFeature() {
        PairwiseLearner plain = new PairwiseLearner(new double[1], new Direction[] {EITHER}, 10);
        PairwiseLearner large = new PairwiseLearner(new double[1], new Direction[] {EITHER}, 10);
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            float a = random.nextFloat();
            float b = random.nextFloat();
            plain.add(new float[] {Math.max(a, b)}, new float[] {Math.min(a, b)}, 1);
            large.add(new float[] {1_024 * Math.max(a, b)}, new float[] {1_024 * Math.min(a, b)}, 1);
        }
        assertThat(large.learn()[0] * 1_024).isCloseTo(plain.learn()[0], within(1e-4));
    }

    @Test
    void staysFiniteWhenOneFeatureExplainsEverything() {
        PairwiseLearner learner = new PairwiseLearner(new double[2], new Direction[] {EITHER, EITHER}, 1);
        for (int i = 0; i < 1_000; i++) {
            learner.add(new float[] {1, 1}, new float[] {0, 0}, 1);
        }
        for (double weight : learner.learn()) {
            assertThat(weight).isFinite().isPositive();
        }
    }

    @Nested
    class Refuses {
        @Test
        void featuresThatAreNoNumbers() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> learner(1).add(new float[] {Float.NaN, 0, 0, 0}, new float[4], 1))
                    .withMessageContaining("Feature 0");
        }

        @Test
        void aPriorAgainstItsDirection() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PairwiseLearner(new double[] {1}, new Direction[] {HURTS}, 1))
                    .withMessageContaining("HURTS");
        }

        @Test
        void aPriorThatIsWorthNothing() {
            assertThatIllegalArgumentException().isThrownBy(() -> learner(0)).withMessageContaining("0.0");
        }
    }

    private static PairwiseLearner learner(double priorPairs) {
        return new PairwiseLearner(
                new double[] {1, 0, 0, 0}, new Direction[] {HELPS, HURTS, EITHER, EITHER}, priorPairs);
    }

    private static void choose(PairwiseLearner learner, int pairs) {
        Random random = new Random(7);
        for (int pair = 0; pair < pairs; pair++) {
            float[] a = new float[TRUTH.length];
            float[] b = new float[TRUTH.length];
            double margin = 0;
            for (int i = 0; i < TRUTH.length; i++) {
                a[i] = random.nextFloat() * 2;
                b[i] = random.nextFloat() * 2;
                margin += TRUTH[i] * (a[i] - b[i]);
            }
            boolean first = random.nextDouble() < 1 / (1 + Math.exp(-margin));
            learner.add(first ? a : b, first ? b : a, 1);
        }
    }
}
