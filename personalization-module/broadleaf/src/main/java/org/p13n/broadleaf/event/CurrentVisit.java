package org.p13n.broadleaf.event;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.ShoppingContext;

/**
 * The visit that a request belongs to: empty if a program and not a person looks, or if there is no shopper. Whether it
 * is a person is found out once per request.
 */
public final class CurrentVisit {
    private static final String FOUND = CurrentVisit.class.getName() + ".found";

    private final CurrentShopper currentShopper;
    private final ContextReader contexts;
    private final BotRates rates;
    private final Counters counters;

    public CurrentVisit(CurrentShopper currentShopper, ContextReader contexts, BotRates rates, Counters counters) {
        this.currentShopper = currentShopper;
        this.contexts = contexts;
        this.rates = rates;
        this.counters = counters;
    }

    private record Found(ShoppingContext context) {}

    public Optional<Visit> find(HttpServletRequest request) {
        if (!(RequestNotes.get(request, FOUND) instanceof Found found)) {
            Found looked = new Found(isPerson(request) ? contexts.read(request) : null);
            RequestNotes.put(request, FOUND, looked);
            return visit(looked);
        }
        return visit(found);
    }

    /** The visit of the request that the current thread serves; empty outside a storefront request. */
    public Optional<Visit> find() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        return context == null || context.getRequest() == null ? Optional.empty() : find(context.getRequest());
    }

    /**
     * The visit of the request that the current thread serves, if the platform keeps the carts and orders of the request
     * under that customer's id.
     */
    Optional<Visit> ofBuyer(long platformCustomerId) {
        return find().filter(visit -> currentShopper.buyer(platformCustomerId).isPresent());
    }

    private Optional<Visit> visit(Found found) {
        return found.context() == null
                ? Optional.empty()
                : currentShopper.find().map(shopper -> new Visit(shopper, found.context()));
    }

    private boolean isPerson(HttpServletRequest request) {
        if (isPrefetch(request)) {
            return false;
        }
        boolean bot = Bots.isBot(request.getHeader("User-Agent"))
                || currentShopper
                        .find()
                        .filter(shopper -> rates.isBot(shopper.id()))
                        .isPresent();
        if (bot) {
            counters.add(Counter.BOTS_IGNORED, 1);
        }
        return !bot;
    }

    private static boolean isPrefetch(HttpServletRequest request) {
        return contains(request.getHeader("Sec-Purpose"), "prefetch")
                || contains(request.getHeader("Purpose"), "prefetch");
    }

    private static boolean contains(String header, String word) {
        return header != null && header.contains(word);
    }
}
