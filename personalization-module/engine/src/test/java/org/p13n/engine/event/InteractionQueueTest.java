package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InteractionQueueTest {
    private final InteractionQueue queue = new InteractionQueue(8);

    @Test
    void handsOverInOrderAndAtMostAsManyAsAskedFor() {
        for (int i = 1; i <= 5; i++) {
            assertThat(queue.offer(view(i))).isTrue();
        }
        List<Interaction> drained = new ArrayList<>();
        assertThat(queue.drainTo(drained, 3)).isEqualTo(3);
        assertThat(queue.depth()).isEqualTo(2);
        assertThat(queue.drainTo(drained, 100)).isEqualTo(2);
        assertThat(drained).extracting(Interaction::itemId).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void dropsAndCountsWhatDoesNotFitAndRecovers() {
        for (int i = 1; i <= 8; i++) {
            queue.offer(view(i));
        }
        assertThat(queue.offer(view(9))).isFalse();
        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(queue.depth()).isEqualTo(8);
        queue.drainTo(new ArrayList<>(), 1);
        assertThat(queue.offer(view(10))).isTrue();
    }

    @Test
    void wakesAConsumerThatSleepsOnceAndABusyOneNever() {
        AtomicInteger wakeUps = new AtomicInteger();
        queue.wakeConsumerBy(wakeUps::incrementAndGet);
        queue.offer(view(1));
        assertThat(wakeUps).hasValue(0);
        assertThat(queue.idleIfEmpty()).isFalse();
        queue.drainTo(new ArrayList<>(), 8);
        assertThat(queue.idleIfEmpty()).isTrue();
        queue.offer(view(2));
        queue.offer(view(3));
        assertThat(wakeUps).hasValue(1);
    }

    @Test
    void goesRoundManyTimes() {
        List<Interaction> drained = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            queue.offer(view(i));
            queue.drainTo(drained, 1);
        }
        assertThat(drained).extracting(Interaction::itemId).isSorted().hasSize(1000);
        assertThat(queue.depth()).isZero();
    }

    @Test
    void losesNothingAcceptedAndKeepsEachProducersOrderUnderConcurrency() throws InterruptedException {
        InteractionQueue shared = new InteractionQueue(1024);
        int producers = 4;
        int each = 20_000;
        AtomicInteger accepted = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int p = 1; p <= producers; p++) {
            long shopper = p;
            threads.add(new Thread(() -> {
                for (int i = 1; i <= each; i++) {
                    if (shared.offer(Interaction.productView(shopper, i, 0))) {
                        accepted.incrementAndGet();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        List<Interaction> drained = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            shared.drainTo(drained, 256);
        }
        shared.drainTo(drained, Integer.MAX_VALUE);

        assertThat(drained).hasSize(accepted.get());
        assertThat(accepted.get() + shared.dropped()).isEqualTo((long) producers * each);
        for (long shopper = 1; shopper <= producers; shopper++) {
            long wanted = shopper;
            assertThat(drained.stream()
                            .filter(i -> i.shopperId() == wanted)
                            .map(Interaction::itemId)
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void refusesACapacityThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InteractionQueue(1))
                .withMessageContaining("but is 1");
    }

    private static Interaction view(long itemId) {
        return Interaction.productView(1, itemId, 0);
    }
}
