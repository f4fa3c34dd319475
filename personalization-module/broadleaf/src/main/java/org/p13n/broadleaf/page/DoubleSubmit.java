package org.p13n.broadleaf.page;

import java.util.List;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpSession;

/** Tells a double click from the wish to have the same products once more, by the time between the two. */
public final class DoubleSubmit {
    /*
     * The platform lets the POSTs of one session in one after the other (its cart lock), so that looking and remembering
     * need no lock of their own.
     */
    private static final String LAST = "p13nLastBundle";

    private final long withinMillis;
    private final LongSupplier clock;

    /** @param withinMillis a repetition within this time is a double click; 0 = never */
    public DoubleSubmit(long withinMillis) {
        this(withinMillis, System::currentTimeMillis);
    }

    DoubleSubmit(long withinMillis, LongSupplier clock) {
        this.withinMillis = withinMillis;
        this.clock = clock;
    }

    /** Remembers this one, and says whether it repeats the last one. */
    boolean isRepeated(HttpSession session, List<Long> productIds) {
        long now = clock.getAsLong();
        String last = session.getAttribute(LAST) instanceof String text ? text : "";
        session.setAttribute(LAST, now + " " + productIds);
        int space = last.indexOf(' ');
        return space > 0
                && last.substring(space + 1).equals(productIds.toString())
                && now - Long.parseLong(last.substring(0, space)) < withinMillis;
    }

    /** What was remembered did not succeed and may be tried again at once. */
    void forget(HttpSession session) {
        session.removeAttribute(LAST);
    }
}
