package org.p13n.engine.model.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LocalRidgeTest {
    @Property(tries = 50)
    void solvesPositiveDefiniteSystems(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double common = random.nextDouble() / n;
                matrix[i * n + j] += common;
                matrix[j * n + i] += common;
            }
            matrix[i * n + i] += 3;
        }
        double[] right = random.doubles(n).toArray();
        double[] solution = right.clone();
        Cholesky.solve(matrix.clone(), solution, n, 0.5);
        for (int i = 0; i < n; i++) {
            double product = 0;
            for (int j = 0; j < n; j++) {
                product += matrix[i * n + j] * solution[j];
            }
            assertThat(product).isCloseTo(right[i], within(1e-9));
        }
    }

    @Test
    void anAnswerExistsAlsoWhereForgottenPairsLeaveNoPositiveDefiniteMatrix() {
        double[] solution = {1, 1};
        Cholesky.solve(new double[] {1, 5, 5, 1}, solution, 2, 1);
        assertThat(Arrays.stream(solution)).allMatch(Double::isFinite);
    }

    @Property
    void keepsTheLargestAndTiesByItemId(@ForAll @IntRange(max = 30) int most, @ForAll long seed) {
        Random random = new Random(seed);
        float[] values = new float[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5);
        }
        boolean[] kept = Strongest.of(values, most, i -> -i);
        Integer[] sorted = new Integer[values.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> values[a] != values[b] ? Float.compare(values[b], values[a]) : b - a);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(kept[sorted[i]]).isEqualTo(i < most);
        }
    }
}
