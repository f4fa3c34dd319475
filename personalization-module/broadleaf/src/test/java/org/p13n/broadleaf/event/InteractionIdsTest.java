package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InteractionIdsTest {
    private static final long NOW = 1_800_000_000_000L;

    private final AtomicLong clock = new AtomicLong(NOW);

    @Test
    void risesWithTimeAndWithinOneMillisecond() {
        InteractionIds ids = new InteractionIds(clock::get, () -> 7);
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
            if (i % 3_000 == 0) {
                clock.incrementAndGet();
            }
        }
        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id >= InteractionIds.lowestAt(NOW));
    }

    @Test
    void staysAboveWhatItMadeWhenTheClockIsSetBack() {
        InteractionIds ids = new InteractionIds(clock::get, () -> 7);
        long before = ids.next();
        clock.addAndGet(-60_000);
        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void knowsItsOwnIdsAlsoAfterANewDraw() {
        AtomicInteger lot = new AtomicInteger(1);
        InteractionIds ids = new InteractionIds(clock::get, lot::getAndIncrement);
        long first = ids.next();
        ids.redraw();
        assertThat(ids.isOwn(first)).isTrue();
        assertThat(ids.isOwn(ids.next())).isTrue();
        assertThat(ids.isOwn(new InteractionIds(clock::get, () -> 900).next())).isFalse();
        assertThat(ids.isOwn(-first)).isFalse();
    }
}
