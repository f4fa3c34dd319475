package org.p13n.broadleaf.event.identity;

import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.Worker;

/**
 * The background threads of identities: one keeps what this node knows of them equal to the database, and one finishes
 * there, however long that takes, what requests and crashes have begun.
 */
public final class IdentityWorker {
    private final IdentityKey key;
    private final Consents consents;
    private final ErasedShoppers erased;
    private final Merges merges;
    private final GuestLinks guests;
    private final PastOrders pastOrders;
    private final Failures failures;
    private final Worker reading;
    private final Worker finishing;

    public IdentityWorker(
            IdentityKey key,
            Consents consents,
            ErasedShoppers erased,
            Merges merges,
            GuestLinks guests,
            PastOrders pastOrders,
            long pauseMillis,
            Failures failures) {
        this.key = key;
        this.consents = consents;
        this.erased = erased;
        this.merges = merges;
        this.guests = guests;
        this.pastOrders = pastOrders;
        this.failures = failures;
        reading = new Worker("identity", pauseMillis, this::read, failures);
        finishing = new Worker("identity-moves", pauseMillis, this::finish, failures);
    }

    /** Tries to know the key and the erased before the first request comes; without a database the thread will. */
    public void start() {
        try {
            key.load();
            erased.poll();
        } catch (RuntimeException e) {
            failures.report("identity", e);
        }
        reading.start();
        finishing.start();
    }

    /** Stops after one last look, which stores what is known and not stored yet. */
    public void stop() {
        reading.stop();
        finishing.finish();
    }

    /** One step of both threads. */
    void run() {
        read();
        finish();
    }

    private void read() {
        key.load();
        key.announce();
        erased.poll();
        consents.poll();
        merges.learn();
    }

    private void finish() {
        guests.run();
        merges.finish();
        pastOrders.run();
    }
}
