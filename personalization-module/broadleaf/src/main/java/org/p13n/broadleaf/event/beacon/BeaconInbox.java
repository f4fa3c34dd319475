package org.p13n.broadleaf.event.beacon;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Where beacons wait to be read: bounded, and nobody waits to put one in. */
final class BeaconInbox {
    private final int capacity;
    private final ConcurrentLinkedQueue<Beacon> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    /** @param capacity how many may wait; each takes up to 8 KB */
    BeaconInbox(int capacity) {
        this.capacity = capacity;
    }

    /** False if there is no room; the beacon is lost then. */
    boolean offer(Beacon beacon) {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            return false;
        }
        waiting.add(beacon);
        return true;
    }

    /** The next one, or null. */
    Beacon poll() {
        Beacon next = waiting.poll();
        if (next != null) {
            size.decrementAndGet();
        }
        return next;
    }

    int size() {
        return size.get();
    }
}
