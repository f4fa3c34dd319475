package org.p13n.engine.model.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.model.learning.PairwiseLearner.Direction;

class CurveLearnerTest {
    private static final int LIST = 10;

    private final Curve[] curves = {
        new Curve("bent", Direction.EITHER, 0),
        new Curve("rising", Direction.HELPS, 1),
        new Curve("noise", Direction.EITHER, 0)
    };

    @Test
    void keepsTheHandSetSlopesWithoutChoices() {
        AdditiveModel model = learner(10).learn();
        assertThat(model.score(new float[] {5, 0.25f, 7}, 0)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void findsACurveThatIsNoLine() {
        AdditiveModel model = learned(3_000, 1);
        assertThat(model.share(0, 0.5f)).isGreaterThan(model.share(0, 0.02f) + 0.5);
        assertThat(model.share(0, 0.5f)).isGreaterThan(model.share(0, 0.98f) + 0.5);
        assertThat(spread(model, 2)).isLessThan(0.6);
    }

    @Test
    void neverLetsAHelpingCurveFall() {
        CurveLearner learner = learner(1);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            float[] features = features(random);
            learner.add(features, lowestOf(features, 1), all(), 1);
        }
        AdditiveModel model = learner.learn();
        for (float x = 0; x < 1; x += 0.05f) {
            assertThat(model.share(1, x + 0.05f)).isGreaterThanOrEqualTo(model.share(1, x));
        }
    }

    @Test
    void movesLessTheFirmerThePriorIs() {
        double loose = spread(learned(300, 1), 0);
        double firm = spread(learned(300, 1_000), 0);
        assertThat(firm).isLessThan(loose / 3);
    }

    @Test
    void learnsTheSameFromTheSame() {
        assertThat(learned(200, 5).toString()).isEqualTo(learned(200, 5).toString());
    }

    @Test
    void hasSharesThatAddUpToTheScore() {
        AdditiveModel model = learned(200, 5);
        float[] features = {0.3f, 0.9f, -4};
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += model.share(i, features[i]);
        }
        assertThat(model.score(features, 0)).isEqualTo(sum);
        assertThat(model.share(0, Float.NaN)).isFinite();
    }

    @Test
    void ignoresAListOfOne() {
        CurveLearner learner = learner(1);
        learner.add(new float[] {1, 1, 1}, 0, new boolean[1], 1);
        assertThat(learner.choices()).isZero();
    }

    @Test
    void isTheSameAfterARoundTrip() throws IOException {
        AdditiveModel model = learned(200, 5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.writeTo(new DataOutputStream(bytes));
        assertThat(read(bytes.toByteArray(), 3).toString()).isEqualTo(model.toString());
        assertThatIOException().isThrownBy(() -> read(bytes.toByteArray(), 4)).withMessageContaining("4 features");
    }

    @Nested
    class Refuses {
        @Test
        void whatIsNoNumber() {
            float[] features = features(new Random(1));
            features[4] = Float.NaN;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> learner(1).add(features, 0, all(), 1))
                    .withMessageContaining("rising");
        }

        @Test
        void aChoiceOutsideItsList() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> learner(1).add(features(new Random(1)), LIST, all(), 1));
        }

        @Test
        void aSlopeAgainstItsDirection() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Curve("price", Direction.HURTS, 1))
                    .withMessageContaining("price");
        }
    }

    private static AdditiveModel read(byte[] bytes, int features) throws IOException {
        return AdditiveModel.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)), features);
    }

    private CurveLearner learner(double priorChoices) {
        return new CurveLearner(curves, new ChoiceSettings(8, 60, priorChoices, 100));
    }

    /** Shoppers who like the first feature in the middle. */
    private AdditiveModel learned(int choices, double priorChoices) {
        CurveLearner learner = learner(priorChoices);
        Random random = new Random(11);
        for (int i = 0; i < choices; i++) {
            float[] features = features(random);
            int best = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int place = 0; place < LIST; place++) {
                double off = features[place * 3] - 0.5;
                double wish = -12 * off * off + features[place * 3 + 1] - Math.log(-Math.log(random.nextDouble()));
                if (wish > most) {
                    most = wish;
                    best = place;
                }
            }
            learner.add(features, best, all(), 1);
        }
        return learner.learn();
    }

    private static double spread(AdditiveModel model, int feature) {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (float x = 0; x <= 1; x += 0.05f) {
            most = Math.max(most, model.share(feature, x));
            least = Math.min(least, model.share(feature, x));
        }
        return most - least;
    }

    private static int lowestOf(float[] features, int feature) {
        int lowest = 0;
        for (int place = 1; place < LIST; place++) {
            lowest = features[place * 3 + feature] < features[lowest * 3 + feature] ? place : lowest;
        }
        return lowest;
    }

    private static float[] features(Random random) {
        float[] features = new float[LIST * 3];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextFloat();
        }
        return features;
    }

    private static boolean[] all() {
        boolean[] all = new boolean[LIST];
        Arrays.fill(all, true);
        return all;
    }
}
