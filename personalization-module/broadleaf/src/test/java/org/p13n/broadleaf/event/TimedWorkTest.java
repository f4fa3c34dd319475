package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedWorkTest {
    private final AtomicLong clock = new AtomicLong(1_000);
    private final Failures failures = new Failures();
    private final TimedWork loader = new TimedWork(20, failures, clock::get);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answer.countDown();
        loader.stop();
    }

    @Test
    void goesOnWithoutAnAnswerThatComesTooLateAndStillGetsIt() throws InterruptedException {
        assertThat(loader.done(this::slow)).isFalse();
        assertThat(failures.last().kind()).startsWith("reading for a page in time");
        answer.countDown();
        answered.await();
    }

    @Test
    void doesNotWaitAgainAtOnce() {
        loader.done(this::slow);
        AtomicInteger asked = new AtomicInteger();
        assertThat(loader.done(asked::incrementAndGet)).isFalse();
        assertThat(asked).hasValue(0);
        clock.addAndGet(1_000);
        loader.done(asked::incrementAndGet);
        assertThat(asked).hasValue(1);
    }

    @Test
    void pausesAfterAFailure() {
        assertThat(loader.done(() -> {
                    throw new IllegalStateException("away");
                }))
                .isFalse();
        assertThat(loader.done(() -> {})).isFalse();
        assertThat(failures.count()).isEqualTo(1);
    }

    private void slow() {
        try {
            answer.await();
            answered.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
