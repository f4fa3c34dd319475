package org.p13n.sample.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagerTest {

    @Test
    void showsTheNeighboursAndBothEnds() {
        assertThat(numbers(Pager.of(10, 20, Integer::toString))).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
    }

    @Test
    void leavesNoGapWhereNothingIsLeftOut() {
        assertThat(numbers(Pager.of(2, 5, Integer::toString)))
                .containsExactly(1, 2, 3, 4, 5)
                .doesNotContain(0);
    }

    @Test
    void leadsNowhereBeyondTheEnds() {
        assertThat(Pager.of(1, 2, Integer::toString).previous()).isNull();
        assertThat(Pager.of(2, 2, Integer::toString).next()).isNull();
        assertThat(Pager.of(500, 2, Integer::toString).previous()).isNull();
        assertThat(Pager.of(1, 0, Integer::toString).pages()).isEmpty();
    }

    private static List<Integer> numbers(Pager pager) {
        return pager.pages().stream().map(Pager.Page::number).toList();
    }
}
