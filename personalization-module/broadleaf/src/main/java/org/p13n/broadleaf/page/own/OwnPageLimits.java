package org.p13n.broadleaf.page.own;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.page.Texts;
import org.p13n.engine.event.RateLimiter;
import org.p13n.engine.event.ShopperIds;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

/**
 * How much one shopper, and one session, may do on the pages of his own in a minute; what is more is refused with a
 * sentence. Memory is fixed, and nobody waits.
 */
public final class OwnPageLimits extends HandlerInterceptorAdapter {
    /** What goes through all that is stored of a shopper. */
    private static final Set<String> HEAVY = Set.of("/personalization/erase", "/personalization/download");

    private static final String CONSENT = "/personalization/consent";
    private static final String OWN = "/personalization";

    /** A tenth of what is allowed may be heavy. */
    private static final int SHARE_OF_HEAVY = 10;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BUCKETS = 1 << 14;
    private static final int SECONDS_PER_MINUTE = 60;

    private final RateLimiter changes;
    private final RateLimiter heavy;
    private final CurrentShopper currentShopper;
    private final Texts texts;

    /** @param perMinute how many changes; a tenth as many erasures and downloads, but one at least; 0 = any number */
    public OwnPageLimits(int perMinute, CurrentShopper currentShopper, Texts texts) {
        this(perMinute, currentShopper, texts, System::nanoTime);
    }

    OwnPageLimits(int perMinute, CurrentShopper currentShopper, Texts texts, LongSupplier nanoClock) {
        this.currentShopper = currentShopper;
        this.texts = texts;
        changes = limiter(perMinute, nanoClock);
        heavy = perMinute == 0 ? null : limiter(Math.max(1, perMinute / SHARE_OF_HEAVY), nanoClock);
    }

    private static RateLimiter limiter(int perMinute, LongSupplier nanoClock) {
        return perMinute == 0
                ? null
                : new RateLimiter(
                        perMinute / (double) SECONDS_PER_MINUTE,
                        perMinute,
                        BUCKETS,
                        new SecureRandom().nextLong(),
                        nanoClock);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean read = "GET".equals(request.getMethod());
        boolean isHeavy = HEAVY.contains(path) && (!read || path.endsWith("download"));
        if (changes == null || !path.startsWith(OWN) || read && !isHeavy || isNo(request, path)) {
            return true;
        }
        if (mayGoOn(isHeavy ? heavy : changes, request)) {
            return true;
        }
        response.setHeader("Retry-After", Integer.toString(SECONDS_PER_MINUTE));
        response.sendError(TOO_MANY_REQUESTS, texts.of("p13n.own.toomuch"));
        return false;
    }

    /** Nobody is hindered from saying no. */
    private static boolean isNo(HttpServletRequest request, String path) {
        return path.equals(CONSENT) && "no".equals(request.getParameter("answer"));
    }

    private boolean mayGoOn(RateLimiter limiter, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean may = session == null || limiter.tryAcquire(session.getId().hashCode());
        return may
                && currentShopper
                        .find()
                        .map(Shopper::id)
                        .filter(ShopperIds::mayBeStored)
                        .filter(id -> !limiter.tryAcquire(id))
                        .isEmpty();
    }
}
