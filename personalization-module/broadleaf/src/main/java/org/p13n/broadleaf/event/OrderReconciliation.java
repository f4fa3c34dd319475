package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;

/**
 * The background thread that keeps what the module knows about orders equal to the shop's order tables: at once for
 * orders it was told of, and by looking for differences at the start and from time to time. So the orders that the shop
 * already had are learned from, and no purchase is lost to a crash, a full queue or another program writing orders.
 */
public final class OrderReconciliation {
    /** How often the thread wakes to see whether a full look is due; orders it is told of wake it at once. */
    private static final long TICK_MILLIS = 1_000;

    private final OrderLearner learner;
    private final int chunk;
    private final long periodMillis;
    private final LongSupplier clock;
    private final Failures failures;
    private final Worker worker;
    private final Queue<Long> changed = new ConcurrentLinkedQueue<>();
    private long nextLook;

    /** @param chunk how many orders are learned in one transaction */
    public OrderReconciliation(OrderLearner learner, int chunk, long periodMillis, Failures failures) {
        this(learner, chunk, periodMillis, failures, System::currentTimeMillis);
    }

    OrderReconciliation(OrderLearner learner, int chunk, long periodMillis, Failures failures, LongSupplier clock) {
        this.learner = learner;
        this.chunk = chunk;
        this.periodMillis = periodMillis;
        this.clock = clock;
        this.failures = failures;
        worker = new Worker("orders", TICK_MILLIS, this::reconcile, failures);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop();
    }

    /** The order was placed like that, as the checkout knows and the order tables may not. */
    void placed(long orderId, ToldBuyers.Buyer buyer) {
        learner.placed(orderId, buyer);
    }

    /** The order may have been submitted, cancelled or returned; asking again for the same order costs a look and nothing more. */
    public void orderChanged(long orderId) {
        changed.add(orderId);
        worker.wake();
    }

    void reconcile() {
        learnChanged();
        long now = clock.getAsLong();
        if (now >= nextLook) {
            learnInChunks(learner.unlearned());
            learnInChunks(learner.reversedSince());
            nextLook = now + periodMillis;
        }
    }

    private void learnInChunks(List<Long> orderIds) {
        for (int from = 0; from < orderIds.size(); from += chunk) {
            learnApart(orderIds.subList(from, Math.min(orderIds.size(), from + chunk)));
            // somebody may be waiting for a fresh order while the old ones are read
            learnChanged();
        }
    }

    /** One order that cannot be learned must not keep the module from learning the others. */
    private void learnApart(List<Long> orderIds) {
        try {
            learner.learn(orderIds);
        } catch (RuntimeException e) {
            if (PlatformDatabase.isAway(e)) {
                throw e;
            }
            if (orderIds.size() == 1) {
                failures.report("learning an order", e);
            } else {
                orderIds.forEach(id -> learnApart(List.of(id)));
            }
        }
    }

    private void learnChanged() {
        Set<Long> fresh = new LinkedHashSet<>();
        for (Long id = changed.peek(); id != null && fresh.size() < chunk; id = changed.peek()) {
            fresh.add(id);
            changed.remove();
        }
        if (!fresh.isEmpty()) {
            try {
                learner.learn(new ArrayList<>(fresh));
            } catch (RuntimeException e) {
                nextLook = 0; // the next full look finds them again
                throw e;
            }
        }
    }
}
