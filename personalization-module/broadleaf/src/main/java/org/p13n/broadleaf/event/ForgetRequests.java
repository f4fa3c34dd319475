package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongPredicate;
import org.p13n.engine.event.NumberedInteraction;

/**
 * Whom the writer was told to forget lately. What they did until then is kept from the database while it is on its way
 * there, and taken out of it again if it got there after the erasure.
 */
final class ForgetRequests {
    /** Nothing stays on its way longer, except in the journal, from which it is taken at once. */
    private static final long KEPT_MILLIS = 600_000;

    private final InteractionTable table;
    private final Spill spill;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private static final class Request {
        final LongPredicate shoppers;
        final long until;
        final long madeAt;
        volatile boolean outOfJournal;
        volatile boolean outOfDatabase;

        Request(LongPredicate shoppers, long until, long madeAt) {
            this.shoppers = shoppers;
            this.until = until;
            this.madeAt = madeAt;
        }
    }

    ForgetRequests(InteractionTable table, Spill spill) {
        this.table = table;
        this.spill = spill;
    }

    void add(LongPredicate shoppers, long until, long now) {
        requests.add(new Request(shoppers, until, now));
        forgetInJournal();
    }

    /** Without what is to be forgotten. */
    List<NumberedInteraction> rest(List<NumberedInteraction> interactions) {
        List<NumberedInteraction> rest = interactions;
        for (Request request : requests) {
            rest = new ArrayList<>(rest);
            rest.removeIf(one -> one.interaction().at() <= request.until
                    && request.shoppers.test(one.interaction().shopperId()));
        }
        return rest;
    }

    /** @param written the shoppers of whom something was stored lately */
    void forgetEverywhere(RecentShoppers written, long now) {
        forgetInJournal();
        for (Request request : requests) {
            if (!request.outOfDatabase) {
                for (long shopper : written.matching(request.shoppers)) {
                    table.deleteUntil(shopper, request.until);
                }
                request.outOfDatabase = true;
            }
        }
        requests.removeIf(
                request -> request.outOfJournal && request.outOfDatabase && now - request.madeAt > KEPT_MILLIS);
    }

    private void forgetInJournal() {
        for (Request request : requests) {
            if (!request.outOfJournal) {
                request.outOfJournal = spill.forget(request.shoppers, request.until);
            }
        }
    }
}
