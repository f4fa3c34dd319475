package org.p13n.broadleaf.event.beacon;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.Visit;
import org.p13n.engine.event.ShoppingContext;

/**
 * What the HTTP session keeps for the beacons of its pages: a token that no other site can guess, and the shopper as the
 * last page has decided who that is.
 */
public final class BeaconSession {
    /*
     * One text, so that a container can replicate it, and replaced only when it changes.
     */
    private static final String ATTRIBUTE = "p13nBeacon";
    private static final int TOKEN_BYTES = 16;
    private static final int PARTS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BeaconSession() {}

    /** What is kept. */
    record Kept(String token, Visit visit) {}

    /** Keeps the page's shopper, and gives the token for the page to carry; empty without a session. */
    public static Optional<String> token(HttpServletRequest request, Visit visit) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        String kept = session.getAttribute(ATTRIBUTE) instanceof String text ? text : "";
        String token = kept.isEmpty() ? newToken() : kept.substring(0, kept.indexOf(' '));
        String now = token + " " + visit.shopper().id() + " " + visit.context().encode();
        if (!now.equals(kept)) {
            session.setAttribute(ATTRIBUTE, now);
        }
        return Optional.of(token);
    }

    static Optional<Kept> find(HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String kept)) {
            return Optional.empty();
        }
        String[] parts = kept.split(" ", PARTS);
        Shopper shopper = new Shopper(Long.parseLong(parts[1]), false);
        return Optional.of(new Kept(parts[0], new Visit(shopper, ShoppingContext.decode(parts[2]))));
    }

    private static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
