package org.p13n.engine.event;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bounded hand-over from request threads to the thread that stores and learns. Offering never blocks and never
 * throws for lack of room: what does not fit is dropped and counted. State lives in the process, one queue per node.
 */
public final class InteractionQueue {
    /*
     * The bounded queue of D. Vyukov (1024cores.net, "Bounded MPMC queue"): every slot carries a sequence number that
     * tells whose turn it is. A producer takes a ticket with one compare-and-set on the tail and publishes by raising
     * its slot's number; nobody ever waits for a lock, and a stalled producer delays only the consumer, not other
     * producers. Memory is 12 to 16 bytes per slot, fixed at construction.
     */
    private static final int LARGEST_CAPACITY = 1 << 24;

    private final AtomicReferenceArray<Interaction> slots;
    private final AtomicLongArray turns;
    private final int mask;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong tail = new AtomicLong();
    private final LongAdder dropped = new LongAdder();
    /** Whether the consumer sleeps; only then does an offer cost more than handing over. */
    private final AtomicBoolean idle = new AtomicBoolean();

    private volatile Runnable wakeUp = () -> {};

    /**
     * An empty queue.
     *
     * @param capacity how many interactions may wait, 2 to 16,777,216; rounded up to a power of two
     */
    public InteractionQueue(int capacity) {
        if (capacity < 2 || capacity > LARGEST_CAPACITY) {
            throw new IllegalArgumentException("The interaction queue's capacity must be 2 to " + LARGEST_CAPACITY
                    + " but is " + capacity + ": choose what a few seconds of traffic need");
        }
        int size = Integer.highestOneBit(capacity - 1) << 1;
        slots = new AtomicReferenceArray<>(size);
        turns = new AtomicLongArray(size);
        mask = size - 1;
        for (int slot = 0; slot < size; slot++) {
            turns.set(slot, slot);
        }
    }

    /** Hands over; false if the queue was full and the interaction is lost. */
    public boolean offer(Interaction interaction) {
        if (interaction == null) {
            throw new IllegalArgumentException("The queue takes interactions but was offered null");
        }
        long ticket = tail.get();
        while (true) {
            int slot = (int) ticket & mask;
            long turn = turns.getAcquire(slot) - ticket;
            if (turn == 0 && tail.compareAndSet(ticket, ticket + 1)) {
                slots.setPlain(slot, interaction);
                turns.setRelease(slot, ticket + 1);
                if (idle.get() && idle.compareAndSet(true, false)) {
                    wakeUp.run();
                }
                return true;
            }
            if (turn < 0) {
                dropped.increment();
                return false;
            }
            ticket = tail.get();
        }
    }

    /** From now on this is what wakes the consumer: called by one offering thread, so it must neither block nor throw. */
    public void wakeConsumerBy(Runnable call) {
        wakeUp = call;
    }

    /**
     * Tells that the consumer is going to sleep, so that the next offer wakes it.
     *
     * @return false if something waits already: then it must not sleep
     */
    public boolean idleIfEmpty() {
        // an offer takes its ticket before it looks whether the consumer sleeps: one of the two sees the other
        idle.set(true);
        if (tail.get() == head.get()) {
            return true;
        }
        idle.set(false);
        return false;
    }

    /** Moves at most {@code max} interactions, oldest first, and says how many. */
    public int drainTo(Collection<? super Interaction> target, int max) {
        int moved = 0;
        while (moved < max) {
            Interaction next = poll();
            if (next == null) {
                break;
            }
            target.add(next);
            moved++;
        }
        return moved;
    }

    private Interaction poll() {
        long ticket = head.get();
        while (true) {
            int slot = (int) ticket & mask;
            long turn = turns.getAcquire(slot) - (ticket + 1);
            if (turn == 0 && head.compareAndSet(ticket, ticket + 1)) {
                Interaction interaction = slots.getPlain(slot);
                slots.setPlain(slot, null);
                turns.setRelease(slot, ticket + mask + 1);
                return interaction;
            }
            if (turn < 0) {
                return null;
            }
            ticket = head.get();
        }
    }

    public int depth() {
        long waiting = tail.get() - head.get();
        return (int) Math.max(0, Math.min(waiting, capacity()));
    }

    public int capacity() {
        return mask + 1;
    }

    /** How many interactions were lost because the queue was full, since the process started. */
    public long dropped() {
        return dropped.sum();
    }
}
