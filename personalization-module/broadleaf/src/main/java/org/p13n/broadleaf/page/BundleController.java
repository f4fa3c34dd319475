package org.p13n.broadleaf.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.ranking.Tuning;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Puts the products of a bundle into the cart, one line each. Sent twice within seconds, as by a double click, it adds
 * them once; what could not have come from the widget is refused with a plain message.
 */
public final class BundleController {
    private final BundleCart cart;
    private final DoubleSubmit doubleSubmit;
    private final Tuning tuning;
    private final Counters counters;
    private final String cartPath;

    /** @param cartPath where the shop shows the cart */
    public BundleController(
            BundleCart cart, DoubleSubmit doubleSubmit, Tuning tuning, Counters counters, String cartPath) {
        this.cart = cart;
        this.doubleSubmit = doubleSubmit;
        this.tuning = tuning;
        this.counters = counters;
        this.cartPath = cartPath;
    }

    /** Adds the bundle and says where to go, or null if the answer is written already. */
    @RequestMapping(value = "/p13n/bundle", method = RequestMethod.POST)
    public String add(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<List<Long>> productIds = BundleRequest.productIds(request.getParameterValues("productId"));
        if (productIds.isEmpty()) {
            return refuse(response, HttpServletResponse.SC_BAD_REQUEST, BundleRequest.RULE);
        }
        if (!tuning.enabled()) {
            return refuse(response, HttpServletResponse.SC_NOT_FOUND, "Bundles are not offered at the moment.");
        }
        if (doubleSubmit.isRepeated(request.getSession(), productIds.get())) {
            return "redirect:" + cartPath;
        }
        if (!cart.add(productIds.get())) {
            doubleSubmit.forget(request.getSession());
            return refuse(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    "One of these products cannot be bought right now. Nothing was added to the cart.");
        }
        counters.add(Counter.BUNDLES_ADDED, 1);
        return "redirect:" + cartPath;
    }

    private String refuse(HttpServletResponse response, int status, String message) throws IOException {
        counters.add(Counter.BUNDLES_REFUSED, 1);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(message + "\n");
        return null;
    }
}
