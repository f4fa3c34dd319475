package org.p13n.broadleaf.page;

import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** A page of this shop to which a shopper is sent back: never another site, whatever a form says. */
public final class LocalPath {
    private static final Pattern LOCAL = Pattern.compile("/([A-Za-z0-9_.~%-][A-Za-z0-9_.~%/?=&+,:-]*)?");
    private static final int LONGEST = 500;

    private LocalPath() {}

    /** The asked path if it is one of this shop's, else the other one. */
    public static String of(String asked, String otherwise) {
        return asked != null
                        && asked.length() <= LONGEST
                        && LOCAL.matcher(asked).matches()
                ? asked
                : otherwise;
    }

    /** The page that the request shows, within the shop's context path. */
    public static String current(HttpServletRequest request) {
        Object forwarded = request.getAttribute("javax.servlet.forward.request_uri");
        String path = forwarded instanceof String original ? original : request.getRequestURI();
        String own = path.substring(request.getContextPath().length());
        String query = request.getQueryString();
        return of(query == null ? own : own + "?" + query, of(own, "/"));
    }
}
