package org.p13n.broadleaf.event;

import java.util.List;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import org.p13n.broadleaf.event.ShownLists.Cause;
import org.p13n.broadleaf.event.ShownLists.Page;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShownList;

/** Records the lists that are put on pages, and remembers them for the clicks that may follow. */
public final class Impressions {
    private static final String PERSONAL_ORDER = Impressions.class.getName() + ".personal";

    private final CurrentVisit visits;
    private final InteractionRecorder recorder;
    private final InteractionIds ids;
    private final ShownLists lists;
    private final LongSupplier clock = System::currentTimeMillis;

    public Impressions(CurrentVisit visits, InteractionRecorder recorder, InteractionIds ids, ShownLists lists) {
        this.visits = visits;
        this.recorder = recorder;
        this.ids = ids;
        this.lists = lists;
    }

    /**
     * The request's page shows that list.
     *
     * @param causes why each product stands in it, in the list's order; empty if it was not chosen product by product
     * @return the impression's id; 0 if there is nobody who could see it
     */
    public long shown(HttpServletRequest request, ShownList list, List<Cause> causes) {
        Visit visit = list.itemIds().isEmpty() ? null : visits.find(request).orElse(null);
        if (visit == null) {
            return 0;
        }
        long id = ids.next();
        long now = clock.getAsLong();
        long shopperId = visit.shopper().id();
        lists.add(shopperId, new Shown(id, list, Page.of(RequestAddress.of(request)), causes, now));
        recorder.record(visit.shopper(), visit.here(Interaction.impression(shopperId, id, list, now)));
        return id;
    }

    /** Notes that the request's search result or category is in the shopper's own order. */
    public static void markPersonalOrder(HttpServletRequest request) {
        RequestNotes.put(request, PERSONAL_ORDER, true);
    }

    static boolean isPersonalOrder(HttpServletRequest request) {
        return Boolean.TRUE.equals(RequestNotes.get(request, PERSONAL_ORDER));
    }
}
