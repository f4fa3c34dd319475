package org.p13n.engine.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceLearnerTest {
    @Test
    void findsTheWeightsThatChoicesWereMadeBy() {
        double[] trueWeights = {1.5, -0.7, 0};
        double[] learned = learner(4_000, trueWeights, new double[3]).learn();
        for (int i = 0; i < 3; i++) {
            assertThat(learned[i]).isCloseTo(trueWeights[i], within(0.1));
        }
    }

    @Test
    void keepsToThePriorWhereLittleWasChosen() {
        double[] prior = {1, 2, 3};
        assertThat(new ChoiceLearner(prior, 10).learn()).containsExactly(1, 2, 3);
        double[] learned = learner(2, new double[] {-5, 0, 0}, prior, 100).learn();
        assertThat(learned[0]).isBetween(0.5, 1.1);
    }

    @Test
    void learnedWeightsSurpriseLess() {
        ChoiceLearner learner = learner(500, new double[] {1, -1, 0.5}, new double[3]);
        assertThat(learner.surprise(learner.learn())).isLessThan(learner.surprise(new double[3]));
        assertThat(learner.surprise(new double[3])).isCloseTo(Math.log(8), within(1e-6));
    }

    @Test
    void ignoresOccasionsThatTeachNothing() {
        ChoiceLearner learner = new ChoiceLearner(new double[] {1}, 1);
        learner.add(new float[] {1, 2}, new boolean[] {false, false});
        learner.add(new float[] {1, 2}, new boolean[] {true, true});
        learner.add(new float[0], new boolean[0]);
        assertThat(learner.occasions()).isZero();
    }

    @Test
    void refusesWhatIsNoNumber() {
        ChoiceLearner learner = new ChoiceLearner(new double[] {1}, 1);
        assertThatThrownBy(() -> learner.add(new float[] {1, Float.NaN}, new boolean[] {true, false}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> learner.add(new float[] {1}, new boolean[] {true, false}))
                .hasMessageContaining("1 features each");
        assertThatThrownBy(() -> new ChoiceLearner(new double[0], 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChoiceLearner(new double[] {1}, 0)).hasMessageContaining("more than 0");
    }

    private static ChoiceLearner learner(int occasions, double[] weights, double[] prior) {
        return learner(occasions, weights, prior, 1);
    }

    private static ChoiceLearner learner(int occasions, double[] weights, double[] prior, double priorChoices) {
        Random random = new Random(1);
        ChoiceLearner learner = new ChoiceLearner(prior, priorChoices);
        int alternatives = 8;
        for (int occasion = 0; occasion < occasions; occasion++) {
            float[] features = new float[alternatives * weights.length];
            boolean[] chosen = new boolean[alternatives];
            int best = 0;
            double bestUtility = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < alternatives; i++) {
                double utility = -Math.log(-Math.log(random.nextDouble()));
                for (int k = 0; k < weights.length; k++) {
                    features[i * weights.length + k] = (float) random.nextGaussian();
                    utility += weights[k] * features[i * weights.length + k];
                }
                best = utility > bestUtility ? i : best;
                bestUtility = Math.max(utility, bestUtility);
            }
            chosen[best] = true;
            learner.add(features, chosen);
        }
        return learner;
    }
}
