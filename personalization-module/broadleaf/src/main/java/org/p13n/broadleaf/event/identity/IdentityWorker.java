package org.p13n.broadleaf.event.identity;

import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.Worker;

/** The background thread that keeps what this node knows of identities equal to the database. */
public final class IdentityWorker {
    private final IdentityKey key;
    private final Consents consents;
    private final ErasedShoppers erased;
    private final Merges merges;
    private final GuestLinks guests;
    private final PastOrders pastOrders;
    private final Failures failures;
    private final Worker worker;

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
        worker = new Worker("identity", pauseMillis, this::run, failures);
    }

    /** Tries to know the key and the erased before the first request comes; without a database the thread will. */
    public void start() {
        try {
            key.load();
            erased.poll();
        } catch (RuntimeException e) {
            failures.report("identity", e);
        }
        worker.start();
    }

    /** Stops after one last look, which stores what is known and not stored yet. */
    public void stop() {
        worker.finish();
    }

    void run() {
        key.load();
        erased.poll();
        consents.poll();
        merges.run();
        guests.run();
        pastOrders.run();
    }
}
