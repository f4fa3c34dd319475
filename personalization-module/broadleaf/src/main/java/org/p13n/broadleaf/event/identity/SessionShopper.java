package org.p13n.broadleaf.event.identity;

import java.security.SecureRandom;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.p13n.engine.event.ShopperIds;

/**
 * What the HTTP session keeps of a shopper who has not agreed to more: the number under which this node remembers him
 * until the session ends, and whether he said no. Never starts a session of its own.
 */
final class SessionShopper {
    private static final String ID = "p13n.session.shopper";
    private static final String NO = "p13n.session.no";
    private static final String APART = "p13n.session.apart";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionShopper() {}

    /** The session's shopper, whom it gets if it has none; empty if the platform keeps no session for the request. */
    static Optional<Long> id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        if (!(session.getAttribute(ID) instanceof Long)) {
            session.setAttribute(ID, ShopperIds.session(RANDOM.nextLong()));
        }
        return Optional.of((Long) session.getAttribute(ID));
    }

    /** Takes the number away: who comes next in this session is somebody new. Empty if it had none. */
    static Optional<Long> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ID) instanceof Long id)) {
            return Optional.empty();
        }
        session.removeAttribute(ID);
        return Optional.of(id);
    }

    /** What the session's present number shows is never given to anybody: some of it was done under a signal for no. */
    static void keepApart(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(APART, session.getAttribute(ID));
        }
    }

    /** Like {@link #take}, but empty if what the number shows was done after a no, which is forgotten with it. */
    static Optional<Long> takeToMerge(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object apart = session == null ? null : session.getAttribute(APART);
        return take(request).filter(id -> !id.equals(apart) && !saidNo(request));
    }

    static boolean saidNo(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NO) != null;
    }

    static void say(HttpServletRequest request, boolean no) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (no) {
            session.setAttribute(NO, Boolean.TRUE);
        } else {
            session.removeAttribute(NO);
        }
    }
}
