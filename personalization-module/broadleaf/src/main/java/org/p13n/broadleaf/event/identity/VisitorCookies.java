package org.p13n.broadleaf.event.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.RequestNotes;

/**
 * The cookies as requests bring them and responses set them: {@value #NAME}, by which a visitor is recognized, and {@value
 * #NO}, by which his no is, and nobody: it says the same in every browser.
 */
public final class VisitorCookies {
    static final String NAME = "p13n_id";
    static final String NO = "p13n_no";

    private static final String SAID = "1";

    private static final String READ = VisitorCookies.class.getName() + ".read";

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final IdentityKey key;
    private final int days;
    private final LongSupplier clock;

    /** @param days for how many days a visitor is recognized, counted from his yes and never prolonged */
    public VisitorCookies(IdentityKey key, int days) {
        this(key, days, System::currentTimeMillis);
    }

    VisitorCookies(IdentityKey key, int days, LongSupplier clock) {
        this.key = key;
        this.days = days;
        this.clock = clock;
    }

    /** What the request's cookies say, which is found out once per request. */
    private record Read(Optional<VisitorCookie> cookie) {}

    /** The request's cookie; empty if it has none that is good. */
    Optional<VisitorCookie> find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null || key.secret().isEmpty()) {
            return Optional.empty();
        }
        if (!(RequestNotes.get(request, READ) instanceof Read read)) {
            Read now = new Read(read(cookies));
            RequestNotes.put(request, READ, now);
            return now.cookie();
        }
        return read.cookie();
    }

    private Optional<VisitorCookie> read(Cookie[] cookies) {
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                Optional<VisitorCookie> found = VisitorCookie.decode(cookie.getValue(), key.load(), today(), days);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Makes the browser bring this visitor's cookie from now on. */
    void give(HttpServletRequest request, HttpServletResponse response, long visitorId, boolean agreed) {
        String text = new VisitorCookie(visitorId, today(), agreed).encode(key.load());
        set(request, response, NAME, text, days * DAY_SECONDS);
    }

    /** Makes the browser forget its cookie, if it has one, good or not. */
    void drop(HttpServletRequest request, HttpServletResponse response) {
        if (has(request, NAME)) {
            set(request, response, NAME, "", 0);
        }
    }

    /** Whether the browser brings a no. */
    boolean saysNo(HttpServletRequest request) {
        return has(request, NO);
    }

    /** Makes the browser bring a no from now on. */
    void keepNo(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, NO, SAID, days * DAY_SECONDS);
    }

    /** Makes the browser forget its no, if it has one. */
    void dropNo(HttpServletRequest request, HttpServletResponse response) {
        if (has(request, NO)) {
            set(request, response, NO, "", 0);
        }
    }

    private static boolean has(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(name));
    }

    /**
     * The servlet API of the platform's time knows no SameSite. Expires says the same as Max-Age to clients that take a
     * cookie without it for one of RFC 2109 and would send it back in that form.
     */
    private void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, long seconds) {
        long end = seconds == 0 ? 0 : clock.getAsLong() / 1_000 + seconds;
        String path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Max-Age=" + seconds + "; Expires=" + DATE.format(Instant.ofEpochSecond(end))
                        + "; Path=" + path + "; HttpOnly; SameSite=Lax"
                        + (request.isSecure() ? "; Secure" : ""));
    }

    private long today() {
        return clock.getAsLong() / DAY_MILLIS;
    }
}
