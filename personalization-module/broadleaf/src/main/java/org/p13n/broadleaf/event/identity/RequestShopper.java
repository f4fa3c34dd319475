package org.p13n.broadleaf.event.identity;

import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.broadleafcommerce.profile.web.core.security.CustomerStateRequestProcessor;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.RequestNotes;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShopperIds.Kind;

/**
 * Decides, once per request, whom it is personalized for: the customer who is logged in and may be remembered, the
 * visitor whose cookie is good, or somebody who is forgotten with the session. In doubt it is the last one.
 */
public final class RequestShopper implements CurrentShopper {
    private static final String FOUND = RequestShopper.class.getName() + ".found";
    private static final String SIGNAL = "Sec-GPC";

    /** The platform's mark of a session in which staff act for a customer. */
    private static final String STAFF = CustomerStateRequestProcessor.OVERRIDE_CUSTOMER_SESSION_ATTR_NAME;

    private final ConsentMode mode;
    private final Consents consents;
    private final VisitorCookies cookies;
    private final GoneVisitors gone;
    private final FirstSights sights;
    private final GuestLinks guests;
    private final Supplier<Customer> platform;

    public RequestShopper(
            ConsentMode mode,
            Consents consents,
            VisitorCookies cookies,
            GoneVisitors gone,
            FirstSights sights,
            GuestLinks guests) {
        this(mode, consents, cookies, gone, sights, guests, CustomerState::getCustomer);
    }

    /** @param platform gives the platform's customer of the request that the thread serves */
    RequestShopper(
            ConsentMode mode,
            Consents consents,
            VisitorCookies cookies,
            GoneVisitors gone,
            FirstSights sights,
            GuestLinks guests,
            Supplier<Customer> platform) {
        this.mode = mode;
        this.consents = consents;
        this.cookies = cookies;
        this.gone = gone;
        this.sights = sights;
        this.guests = guests;
        this.platform = platform;
    }

    @Override
    public Optional<Shopper> find() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        if (context == null || context.getRequest() == null || context.getWebRequest() == null) {
            return Optional.empty();
        }
        return find(context.getRequest());
    }

    @Override
    public boolean keepsApart() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        return context != null && context.getRequest() != null && sendsSignal(context.getRequest());
    }

    /** Notes of a guest who he is, so that his order will be his. */
    @Override
    public Optional<Shopper> buyer(long platformCustomerId) {
        Optional<Shopper> shopper = find();
        if (shopper.isEmpty()
                || customer()
                        .filter(customer -> customer.getId() == platformCustomerId)
                        .isEmpty()) {
            return Optional.empty();
        }
        long id = shopper.get().id();
        if (ShopperIds.kind(id) == Kind.VISITOR) {
            guests.note(platformCustomerId, id);
        }
        return shopper;
    }

    /** The shopper of that request, which the platform's filters have passed. */
    Optional<Shopper> find(HttpServletRequest request) {
        if (RequestNotes.get(request, FOUND) instanceof Shopper found) {
            return Optional.of(found);
        }
        Optional<Shopper> decided = customer().flatMap(customer -> decide(request, customer));
        decided.ifPresent(shopper -> is(request, shopper));
        return decided;
    }

    /** From now on the request is that shopper's. */
    void is(HttpServletRequest request, Shopper shopper) {
        RequestNotes.put(request, FOUND, shopper);
    }

    /** Who the request is for is decided anew when somebody asks. */
    void decideAgain(HttpServletRequest request) {
        RequestNotes.put(request, FOUND, null);
    }

    private Optional<Shopper> decide(HttpServletRequest request, Customer customer) {
        if (!sendsSignal(request)) {
            if (!customer.isAnonymous()) {
                if (mayBeStored(customer.getId())) {
                    return Optional.of(new Shopper(customer.getId(), false));
                }
            } else {
                Optional<VisitorCookie> visitor = cookie(request);
                if (visitor.isPresent()) {
                    return visitor.map(cookie -> new Shopper(cookie.visitorId(), false));
                }
            }
        }
        Optional<Shopper> session = SessionShopper.id(request).map(id -> new Shopper(id, false));
        if (sendsSignal(request)) {
            SessionShopper.keepApart(request);
        }
        return session;
    }

    private boolean mayBeStored(long customerId) {
        return consents.of(customerId).map(Answer::consent).filter(mode::allows).isPresent();
    }

    /** The request's cookie, unless its visitor said no in this session, was never asked, was erased or has logged in. */
    Optional<VisitorCookie> cookie(HttpServletRequest request) {
        return saidNo(request)
                ? Optional.empty()
                : cookies.find(request)
                        .filter(cookie -> mode.allows(cookie.agreed() ? Consent.GRANTED : Consent.NONE))
                        .filter(cookie -> !gone.contains(cookie.visitorId()))
                        .filter(cookie -> sights.isHimself(cookie.visitorId()));
    }

    /** Whether the visitor said no, in this session or, where that is kept, in an earlier one. */
    boolean saidNo(HttpServletRequest request) {
        return SessionShopper.saidNo(request) || mode.keepsVisitorsNo() && cookies.saysNo(request);
    }

    /** Takes the session's number away; empty if what it shows was done after a no, which is forgotten with it. */
    Optional<Long> takeToMerge(HttpServletRequest request) {
        Optional<Long> session = SessionShopper.takeToMerge(request);
        return saidNo(request) ? Optional.empty() : session;
    }

    /** The customer who is logged in. */
    Optional<Long> loggedIn() {
        return customer().filter(customer -> !customer.isAnonymous()).map(Customer::getId);
    }

    /** The platform's customer of the request, logged in or not; empty if staff act for him, who are not him. */
    Optional<Customer> customer() {
        Customer customer = isStaff() ? null : platform.get();
        return customer == null || customer.getId() == null || customer.getId() == 0
                ? Optional.empty()
                : Optional.of(customer);
    }

    private static boolean isStaff() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        HttpSession session = context == null || context.getRequest() == null
                ? null
                : context.getRequest().getSession(false);
        return session != null && session.getAttribute(STAFF) != null;
    }

    static boolean sendsSignal(HttpServletRequest request) {
        return "1".equals(request.getHeader(SIGNAL));
    }
}
