package org.p13n.sample.web.account;

import java.util.regex.Pattern;

/** An address within the shop, to which a shopper may be sent on request. */
final class LocalAddress {

    private static final Pattern LOCAL = Pattern.compile("/([A-Za-z0-9_.~%-][A-Za-z0-9_.~%/?=&+-]*)?");

    private LocalAddress() {}

    /** The address if it lies within the shop, else the home page. */
    static String of(String requested) {
        return requested != null && LOCAL.matcher(requested).matches() ? requested : "/";
    }
}
