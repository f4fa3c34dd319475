package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.p13n.engine.model.index.LongIndex;

class PairCountsTest {
    private final LongIndex items = items(100);
    private final PairCounts pairs = new PairCounts(items, TrainingSettings.defaults());

    @Test
    void sharesTheRowsOfUntouchedItemsBetweenPublications() {
        pairs.addPair(1, 2, 1);
        pairs.addPair(3, 4, 1);
        Row[] first = pairs.publishRows();
        pairs.addPair(1, 5, 1);
        Row[] second = pairs.publishRows();
        assertThat(second[3]).isSameAs(first[3]);
        assertThat(second[2]).isSameAs(first[2]);
        assertThat(second[1]).isNotSameAs(first[1]);
        assertThat(first[1].neighbours()).containsExactly(2);
    }

    @Test
    void keepsMemoryPerItemBounded() {
        PairCounts many = new PairCounts(items(5000), TrainingSettings.defaults());
        for (int other = 1; other < 5000; other++) {
            many.addPair(0, other, 1);
        }
        many.addPair(0, 4999, 1);
        Row row = many.publishRows()[0];
        assertThat(row.neighbours()).hasSize(64).startsWith(4999);
        assertThat(row.bytes()).isLessThan(1000);
    }

    private static LongIndex items(int count) {
        LongIndex items = new LongIndex();
        for (int id = 0; id < count; id++) {
            items.findOrAdd(id);
        }
        return items;
    }
}
