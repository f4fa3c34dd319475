package org.p13n.engine.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StrongestTest {
    @Property(seed = "1")
    void keepsTheHighestScoresBestFirstTiesByTheLowerNumber(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> scores, @ForAll @IntRange(max = 20) int limit) {
        Strongest strongest = new Strongest(limit);
        for (int item = 0; item < scores.size(); item++) {
            strongest.offer(item, scores.get(item));
        }
        int[] expected = IntStream.range(0, scores.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(item -> -scores.get(item))
                        .thenComparingInt(item -> item))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(strongest.items()).isEqualTo(expected);
    }
}
