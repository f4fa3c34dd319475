package org.p13n.broadleaf.event.beacon;

import java.net.URI;
import java.net.URISyntaxException;
import javax.servlet.http.HttpServletRequest;

/** Tells the requests that a page of this very shop sends from those that another site makes a browser send. */
final class SameOrigin {
    private SameOrigin() {}

    /** Browsers say one or the other of themselves, and no script can change it; who says neither is no browser. */
    static boolean holds(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null && authority(origin).equalsIgnoreCase(String.valueOf(request.getHeader("Host")));
    }

    /** Host and port as a browser writes them into {@code Host}; the scheme may change at the shop's proxy. */
    private static String authority(String origin) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (URISyntaxException e) {
            return ""; // nothing that a browser writes
        }
    }
}
