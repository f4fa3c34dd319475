package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private final Failures failures = new Failures();

    @Test
    void waitsLongerAndLongerWhileItsStepFailsAndRecovers() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Worker worker = new Worker(
                "test",
                500,
                () -> {
                    if (broken.get()) {
                        throw new IllegalStateException("broken");
                    }
                },
                failures);
        assertThat(worker.runOnce()).isEqualTo(500);
        assertThat(worker.runOnce()).isEqualTo(1_000);
        assertThat(worker.runOnce()).isEqualTo(2_000);
        for (int i = 0; i < 20; i++) {
            assertThat(worker.runOnce()).isLessThanOrEqualTo(10_000);
        }
        broken.set(false);
        assertThat(worker.runOnce()).isEqualTo(500);
        assertThat(failures.count()).isEqualTo(23);
        assertThat(failures.last().kind()).isEqualTo("test: IllegalStateException");
    }

    @Test
    void startsAtOnceWhenWokenAndRunsOnceMoreAtTheEnd() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Worker worker = new Worker(
                "test",
                TimeUnit.HOURS.toMillis(1),
                () -> {
                    runs.incrementAndGet();
                    first.countDown();
                    second.countDown();
                },
                failures);
        worker.start();
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        worker.wake();
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        worker.finish();
        assertThat(runs.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void refusesToRunWithoutAPause() {
        assertThatThrownBy(() -> new Worker("test", 0, () -> {}, failures)).hasMessageContaining("1 ms or more");
    }
}
