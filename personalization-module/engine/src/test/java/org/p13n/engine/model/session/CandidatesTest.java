package org.p13n.engine.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CandidatesTest {
    private final Candidates candidates = new Candidates();

    @Property(seed = "1")
    void sumsLikeAMapAndForgetsAll(@ForAll @Size(max = 3000) List<@IntRange(max = 5000) Integer> items) {
        candidates.clear();
        Map<Integer, Float> expected = new HashMap<>();
        for (int item : items) {
            candidates.add(candidates.offset(item) + 1, 1);
            expected.merge(item, 1f, Float::sum);
        }
        assertThat(candidates.size()).isEqualTo(expected.size());
        for (int i = 0; i < candidates.size(); i++) {
            assertThat(candidates.sums()[i * Features.SUMS + 1]).isEqualTo(expected.get(candidates.item(i)));
            assertThat(candidates.sums()[i * Features.SUMS]).isZero();
        }
    }
}
