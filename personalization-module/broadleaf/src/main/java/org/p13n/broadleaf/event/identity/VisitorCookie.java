package org.p13n.broadleaf.event.identity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShopperIds.Kind;

/**
 * What a visitor's cookie says: a random number by which he is recognized, since when, and whether he was asked. Its text
 * is signed, so that nobody can become another visitor by changing a digit.
 *
 * @param visitorId a visitor's id
 * @param issuedDay the day on which it was given out, counted from 1970-01-01 UTC; it ends a fixed time after that
 * @param agreed whether he said yes, and not just nothing in a shop that remembers until a no
 */
record VisitorCookie(long visitorId, long issuedDay, boolean agreed) {
    private static final String PURPOSE = "visitor";

    /** Version 1: id in 16 hexadecimal digits, day, y or n, signature. One text per cookie: no other spelling passes. */
    private static final Pattern TEXT =
            Pattern.compile("(1\\.([0-9a-f]{16})\\.([1-9][0-9]{0,5})\\.([yn]))\\.([A-Za-z0-9_-]{43})");

    String encode(IdentitySecret secret) {
        String content = "1.%016x.%d.%s".formatted(visitorId, issuedDay, agreed ? "y" : "n");
        return content + "." + secret.sign(PURPOSE, content);
    }

    /**
     * What {@link #encode} has written with the same secret.
     *
     * @param today the current day, counted like {@code issuedDay}
     * @param days for how many days after the one of issue a cookie is good
     * @return empty if the text is anything else, forged, of a future day, or too old
     */
    static Optional<VisitorCookie> decode(String text, IdentitySecret secret, long today, int days) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || !secret.signed(PURPOSE, parts.group(1), parts.group(5))) {
            return Optional.empty();
        }
        VisitorCookie cookie = new VisitorCookie(
                Long.parseUnsignedLong(parts.group(2), 16),
                Long.parseLong(parts.group(3)),
                parts.group(4).equals("y"));
        return Optional.of(cookie).filter(found -> found.isGood(today, days));
    }

    private boolean isGood(long today, int days) {
        return visitorId != 0
                && ShopperIds.kind(visitorId) == Kind.VISITOR
                && issuedDay <= today
                && today - issuedDay <= days;
    }
}
