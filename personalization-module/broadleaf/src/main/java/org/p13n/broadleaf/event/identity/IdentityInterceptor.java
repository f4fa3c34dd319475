package org.p13n.broadleaf.event.identity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.Bots;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.ShopperIds;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Recognizes the shopper before the page's controller runs: merges the visitor into the customer who has just logged in,
 * and gives a visitor of a shop that need not ask his cookie, in opt-out mode as soon as he has brought one back.
 */
public final class IdentityInterceptor extends HandlerInterceptorAdapter {
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 5_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConsentMode mode;
    private final RequestShopper shoppers;
    private final VisitorCookies cookies;
    private final FirstSights sights;
    private final Consents consents;
    private final Merges merges;
    private final InteractionRecorder recorder;
    private final Failures failures;
    private final LongSupplier clock;
    private volatile long tryAgainAt;

    public IdentityInterceptor(
            ConsentMode mode,
            RequestShopper shoppers,
            VisitorCookies cookies,
            FirstSights sights,
            Consents consents,
            Merges merges,
            InteractionRecorder recorder,
            Failures failures) {
        this(mode, shoppers, cookies, sights, consents, merges, recorder, failures, System::currentTimeMillis);
    }

    IdentityInterceptor(
            ConsentMode mode,
            RequestShopper shoppers,
            VisitorCookies cookies,
            FirstSights sights,
            Consents consents,
            Merges merges,
            InteractionRecorder recorder,
            Failures failures,
            LongSupplier clock) {
        this.mode = mode;
        this.shoppers = shoppers;
        this.cookies = cookies;
        this.sights = sights;
        this.consents = consents;
        this.merges = merges;
        this.recorder = recorder;
        this.failures = failures;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof ResourceHttpRequestHandler) && !RequestShopper.sendsSignal(request)) {
            try {
                recognize(request, response);
            } catch (RuntimeException e) {
                failures.report("recognizing a shopper", e);
                tryAgainAt = clock.getAsLong() + PAUSE_AFTER_FAILURE_MILLIS;
            }
        }
        return true;
    }

    private void recognize(HttpServletRequest request, HttpServletResponse response) {
        Optional<Long> customer = shoppers.loggedIn();
        if (customer.isPresent()) {
            if (clock.getAsLong() >= tryAgainAt) {
                mergeInto(customer.get(), request, response);
            }
        } else if (mode != ConsentMode.OPT_IN && isPage(request)) {
            giveCookie(request, response);
        }
    }

    /** If the database does not answer, cookie and session stay as they are, and a later page tries again. */
    private void mergeInto(long customerId, HttpServletRequest request, HttpServletResponse response) {
        Optional<VisitorCookie> cookie = shoppers.cookie(request);
        if (cookie.isPresent() && agrees(customerId, cookie.get())) {
            merges.merge(cookie.get().visitorId(), customerId);
            cookies.drop(request, response);
            shoppers.decideAgain(request);
        }
        if (shoppers.find(request).filter(shopper -> shopper.id() == customerId).isPresent()) {
            shoppers.takeToMerge(request).ifPresent(session -> merges.mergeSession(session, customerId));
        }
    }

    /** Whether the customer may be remembered; what he said as a visitor counts if he has not answered as a customer. */
    private boolean agrees(long customerId, VisitorCookie cookie) {
        Answer answer = consents.of(customerId).orElse(new Answer(Consent.DENIED, "", 0));
        if (answer.consent() == Consent.NONE && cookie.agreed()) {
            String version =
                    consents.of(cookie.visitorId()).map(Answer::textVersion).orElse("");
            answer = consents.answerIfNone(customerId, consents.now(Consent.GRANTED, version));
            if (answer.consent() == Consent.GRANTED) {
                recorder.record(new Shopper(customerId, false), ShopperConsent.given(customerId, answer));
            }
        }
        return mode.allows(answer.consent());
    }

    private void giveCookie(HttpServletRequest request, HttpServletResponse response) {
        boolean unknown = !shoppers.saidNo(request)
                && (!mode.waitsForCookies() || bringsCookies(request))
                && shoppers.customer().isPresent()
                && shoppers.cookie(request).isEmpty();
        if (unknown && !Bots.isBot(request.getHeader("User-Agent"))) {
            long id = ShopperIds.visitor(RANDOM.nextLong());
            cookies.give(request, response, id, false);
            sights.isNew(id);
            shoppers.is(request, new Shopper(id, true));
            shoppers.takeToMerge(request).ifPresent(session -> merges.mergeSession(session, id));
        }
    }

    /** Whether the client has brought back the platform's own cookie: who brings none would be new with every page. */
    private static boolean bringsCookies(HttpServletRequest request) {
        return request.isRequestedSessionIdFromCookie() && request.isRequestedSessionIdValid();
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        String purpose = request.getHeader("Sec-Purpose");
        return "GET".equals(request.getMethod())
                && accepted != null
                && accepted.contains("text/html")
                && (purpose == null || !purpose.contains("prefetch"));
    }
}
