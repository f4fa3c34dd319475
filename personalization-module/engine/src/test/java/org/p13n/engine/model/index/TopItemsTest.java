package org.p13n.engine.model.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class TopItemsTest {
    @Property(seed = "1")
    void keepsTheBestOfWhatIsOfferedInOrder(
            @ForAll @Size(max = 100) @UniqueElements List<Integer> offered, @ForAll @IntRange(max = 20) int limit) {
        TopItems top = new TopItems(limit, (a, b) -> a > b);
        offered.forEach(top::offer);
        int[] expected = offered.stream()
                .sorted((a, b) -> Integer.compare(b, a))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(top.bestFirst()).isEqualTo(expected);
    }
}
