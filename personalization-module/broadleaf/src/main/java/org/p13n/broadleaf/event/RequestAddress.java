package org.p13n.broadleaf.event;

import java.net.URI;
import java.net.URISyntaxException;
import javax.servlet.http.HttpServletRequest;

/** The page that a request asks for or comes from, as path and query within the shop. */
final class RequestAddress {
    private RequestAddress() {}

    static String of(HttpServletRequest request) {
        Object forwarded = request.getAttribute("javax.servlet.forward.request_uri");
        String path = forwarded instanceof String original ? original : request.getRequestURI();
        return withQuery(path, request.getQueryString());
    }

    /** The page of this shop that the shopper came from, or null. */
    static String before(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return null;
        }
        try {
            URI page = new URI(referer);
            boolean here = page.getHost() != null && page.getHost().equalsIgnoreCase(request.getServerName());
            return here ? withQuery(page.getRawPath(), page.getRawQuery()) : null;
        } catch (URISyntaxException e) {
            return null; // no page of this shop has such an address
        }
    }

    private static String withQuery(String path, String query) {
        return query == null ? path : path + "?" + query;
    }
}
