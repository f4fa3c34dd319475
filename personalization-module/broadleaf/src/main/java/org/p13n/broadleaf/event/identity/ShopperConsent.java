package org.p13n.broadleaf.event.identity;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentOutcome.Result;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;

/**
 * What the shopper of a request has agreed to, and how he changes it: the way in for pages. Every method acts on the
 * shopper whom the request's session and cookie name; none takes an id.
 */
public final class ShopperConsent {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ConsentMode mode;
    private final String textVersion;
    private final RequestShopper shoppers;
    private final VisitorCookies cookies;
    private final FirstSights sights;
    private final Consents consents;
    private final Forgetting forgetting;
    private final Merges merges;
    private final PastOrders pastOrders;
    private final InteractionRecorder recorder;
    private final Failures failures;

    public ShopperConsent(
            ConsentMode mode,
            String textVersion,
            RequestShopper shoppers,
            VisitorCookies cookies,
            FirstSights sights,
            Consents consents,
            Forgetting forgetting,
            Merges merges,
            PastOrders pastOrders,
            InteractionRecorder recorder,
            Failures failures) {
        this.mode = mode;
        this.textVersion = textVersion;
        this.shoppers = shoppers;
        this.cookies = cookies;
        this.sights = sights;
        this.consents = consents;
        this.forgetting = forgetting;
        this.merges = merges;
        this.pastOrders = pastOrders;
        this.recorder = recorder;
        this.failures = failures;
    }

    /** The version of the text that shoppers answer to. */
    public String textVersion() {
        return textVersion;
    }

    /** Where the request's shopper stands. */
    public ConsentState current(HttpServletRequest request) {
        boolean signal = RequestShopper.sendsSignal(request);
        Optional<Long> customer = shoppers.loggedIn();
        Optional<Consent> answer = customer.isPresent()
                ? consents.of(customer.get()).map(Answer::consent)
                : Optional.of(visitorsAnswer(request));
        // who cannot be asked because the database is away, or has answered by the signal, is not bothered
        ConsentPrompt prompt =
                signal ? ConsentPrompt.NOTHING : answer.map(mode::promptFor).orElse(ConsentPrompt.NOTHING);
        return new ConsentState(
                mode, answer.orElse(Consent.NONE), signal, prompt, isStored(request), customer.isPresent());
    }

    private boolean isStored(HttpServletRequest request) {
        return shoppers.find(request)
                .filter(shopper -> ShopperIds.mayBeStored(shopper.id()))
                .isPresent();
    }

    private Consent visitorsAnswer(HttpServletRequest request) {
        if (shoppers.saidNo(request)) {
            return Consent.DENIED;
        }
        return shoppers.cookie(request).filter(VisitorCookie::agreed).isPresent() ? Consent.GRANTED : Consent.NONE;
    }

    /** The shopper says yes to the text of that version. */
    public ConsentOutcome grant(HttpServletRequest request, HttpServletResponse response, String version) {
        if (RequestShopper.sendsSignal(request)) {
            return ConsentOutcome.of(Result.REFUSED_BY_SIGNAL);
        }
        if (shoppers.customer().isEmpty()) {
            return ConsentOutcome.of(Result.UNAVAILABLE);
        }
        return orUnavailable("storing a consent", () -> {
            Answer answer = consents.now(Consent.GRANTED, version);
            Optional<Long> customer = shoppers.loggedIn();
            Shopper shopper = customer.isPresent()
                    ? agreed(new Shopper(customer.get(), false), answer)
                    : visitorAgrees(request, response, answer);
            // a yes does not reach back to what was done after a no
            Optional<Long> session = shoppers.takeToMerge(request);
            SessionShopper.say(request, false);
            cookies.dropNo(request, response);
            shoppers.is(request, shopper);
            session.ifPresent(number -> merges.mergeSession(number, shopper.id()));
            recorder.record(shopper, given(shopper.id(), answer));
            customer.ifPresent(pastOrders::of);
            return ConsentOutcome.of(Result.DONE);
        });
    }

    private Shopper agreed(Shopper shopper, Answer answer) {
        consents.answer(shopper.id(), answer);
        return shopper;
    }

    private Shopper visitorAgrees(HttpServletRequest request, HttpServletResponse response, Answer answer) {
        Optional<VisitorCookie> cookie = shoppers.cookie(request);
        long id = cookie.map(VisitorCookie::visitorId).orElseGet(() -> ShopperIds.visitor(RANDOM.nextLong()));
        Shopper shopper = agreed(new Shopper(id, cookie.isEmpty()), answer);
        if (cookie.filter(VisitorCookie::agreed).isEmpty()) {
            cookies.give(request, response, id, true);
            sights.isNew(id);
        }
        return shopper;
    }

    static Interaction given(long shopperId, Answer answer) {
        return Interaction.of(
                InteractionType.CONSENT_GIVEN,
                shopperId,
                0,
                InteractionDetails.NONE.withText(answer.textVersion()),
                answer.at());
    }

    /** The shopper says no before he said yes: if the shop has stored something about him all the same, it is erased. */
    public ConsentOutcome deny(HttpServletRequest request, HttpServletResponse response) {
        return refuse(request, response);
    }

    /** The shopper takes his yes back: everything stored about him is erased. */
    public ConsentOutcome withdraw(HttpServletRequest request, HttpServletResponse response) {
        return refuse(request, response);
    }

    private ConsentOutcome refuse(HttpServletRequest request, HttpServletResponse response) {
        return orUnavailable("storing a refusal", () -> {
            String proof = forgetVisitor(request);
            Optional<Long> customer = shoppers.loggedIn();
            if (customer.isPresent()) {
                String customers = forgetting.refused(customer.get(), textVersion);
                proof = customers == null ? proof : customers;
            } else {
                SessionShopper.say(request, true);
                keepNo(request, response);
            }
            startAnew(request, response, proof);
            return ConsentOutcome.erased(proof);
        });
    }

    private void keepNo(HttpServletRequest request, HttpServletResponse response) {
        if (mode.keepsVisitorsNo() && !RequestShopper.sendsSignal(request)) {
            cookies.keepNo(request, response);
        }
    }

    /** Erases everything stored about the shopper; what he answered too, unless he is a customer who said no. */
    public ConsentOutcome erase(HttpServletRequest request, HttpServletResponse response) {
        return orUnavailable("erasing a shopper", () -> {
            String proof = forgetVisitor(request);
            Optional<Long> customer = shoppers.loggedIn();
            if (customer.isPresent()) {
                proof = forgetting.forget(customer.get());
            }
            SessionShopper.take(request);
            startAnew(request, response, proof);
            return ConsentOutcome.erased(proof);
        });
    }

    private String forgetVisitor(HttpServletRequest request) {
        return shoppers.cookie(request)
                .map(cookie -> forgetting.forget(cookie.visitorId()))
                .orElse(null);
    }

    private void startAnew(HttpServletRequest request, HttpServletResponse response, String proof) {
        cookies.drop(request, response);
        if (proof != null) {
            SessionShopper.take(request);
        }
        shoppers.decideAgain(request);
    }

    private ConsentOutcome orUnavailable(String doing, Supplier<ConsentOutcome> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            failures.report(doing, e);
            return ConsentOutcome.of(Result.UNAVAILABLE);
        }
    }
}
