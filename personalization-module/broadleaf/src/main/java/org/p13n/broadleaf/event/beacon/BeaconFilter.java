package org.p13n.broadleaf.event.beacon;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.FilterRegistration;
import javax.servlet.ServletContext;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.Bots;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.beacon.BeaconSession.Kept;
import org.springframework.web.context.ServletContextAware;

/**
 * Takes {@code POST /p13n/beacon}. Whatever comes, and whether or not it is believed later, the answer is the same: 204,
 * empty, at once. It stands before all other filters, so that a beacon needs neither the cart's lock nor the platform's
 * form token; what it needs instead is to come from a page of this shop, in the session of that page.
 */
public final class BeaconFilter implements Filter, ServletContextAware {
    static final String PATH = "/p13n/beacon";
    private static final String NAME = "p13nBeacon";

    private final BeaconReader reader;
    private final BeaconLimits limits;
    private final Counters counters;
    private final LongSupplier clock;

    public BeaconFilter(BeaconReader reader, BeaconLimits limits, Counters counters) {
        this(reader, limits, counters, System::currentTimeMillis);
    }

    BeaconFilter(BeaconReader reader, BeaconLimits limits, Counters counters, LongSupplier clock) {
        this.reader = reader;
        this.limits = limits;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public void setServletContext(ServletContext shop) {
        FilterRegistration.Dynamic registration = shop.addFilter(NAME, this);
        if (registration != null) {
            registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, PATH);
        }
    }

    @Override
    public void init(FilterConfig config) {
        // nothing to prepare: everything came with the constructor
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse answer, FilterChain chain) {
        HttpServletResponse response = (HttpServletResponse) answer;
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Cache-Control", "no-store");
        boolean taken = false;
        try {
            taken = take((HttpServletRequest) request);
        } catch (IOException | RuntimeException e) {
            // a broken connection, an unreadable session: the sender gets the same answer as everybody
            taken = false;
        }
        counters.add(taken ? Counter.BEACONS_TAKEN : Counter.BEACONS_REFUSED, 1);
    }

    private boolean take(HttpServletRequest request) throws IOException {
        boolean welcome = "POST".equals(request.getMethod())
                && request.getContentLength() <= Beacon.LONGEST
                && !"1".equals(request.getHeader("Sec-GPC"))
                && SameOrigin.holds(request)
                && !Bots.isBot(request.getHeader("User-Agent"));
        Optional<Kept> session = welcome ? BeaconSession.find(request.getSession(false)) : Optional.empty();
        long now = clock.getAsLong();
        if (session.isEmpty() || !limits.allow(session.get().visit().shopper().id())) {
            return false;
        }
        byte[] body = body(request.getInputStream());
        return body != null
                && reader.offer(new Beacon(session.get().visit(), session.get().token(), body, now));
    }

    /** All of it, or null if it is too long; never reads more than one byte too many. */
    private static byte[] body(ServletInputStream stream) throws IOException {
        byte[] body = stream.readNBytes(Beacon.LONGEST + 1);
        return body.length > Beacon.LONGEST ? null : body;
    }

    @Override
    public void destroy() {
        // the reader is stopped with the module
    }
}
