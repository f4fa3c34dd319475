package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.p13n.engine.model.index.LongIndex;

class PairRowPropertiesTest {
    @Property(seed = "1")
    void aRowCountsLikeAMap(@ForAll @Size(max = 400) List<@IntRange(max = 20) Integer> met) {
        PairRow row = new PairRow();
        Map<Integer, Integer> expected = new HashMap<>();
        for (int neighbour : met) {
            row.add(neighbour, 1, 1000);
            expected.merge(neighbour, 1, Integer::sum);
            assertThat(row.size()).isEqualTo(expected.size());
        }
        assertThat(counts(row)).isEqualTo(expected);
    }

    @Property(seed = "2")
    void aRowStaysWithinItsLimitAndKeepsTheStrongest(@ForAll @Size(max = 300) List<@IntRange(max = 200) Integer> met) {
        PairRow row = new PairRow();
        for (int neighbour : met) {
            row.add(500, 1, 16);
            row.add(neighbour, 1, 16);
            assertThat(row.size()).isLessThanOrEqualTo(16);
        }
        if (!met.isEmpty()) {
            assertThat(counts(row)).containsEntry(500, met.size());
        }
    }

    private static Map<Integer, Integer> counts(PairRow row) {
        LongIndex items = new LongIndex();
        for (int item = 0; item <= 500; item++) {
            items.findOrAdd(item);
        }
        Row published = row.strongest(1000, items);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < published.neighbours().length; i++) {
            counts.put(published.neighbours()[i], published.counts()[i]);
        }
        return counts;
    }
}
