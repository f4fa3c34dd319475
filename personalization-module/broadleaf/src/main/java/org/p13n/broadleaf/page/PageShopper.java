package org.p13n.broadleaf.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.web.order.security.CartStateRequestProcessor;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.RequestNotes;
import org.p13n.broadleaf.ranking.ProductRecommendations.Wish;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

/**
 * Who looks at the page and what is in the cart. Both are noted before the controller runs: the platform keeps them in
 * the request under names ({@code cart}, {@code customer}) that a page's own model may hide.
 */
public final class PageShopper extends HandlerInterceptorAdapter {
    private static final String CART = PageShopper.class.getName() + ".cart";

    private final CurrentShopper currentShopper;
    private final Failures failures;

    public PageShopper(CurrentShopper currentShopper, Failures failures) {
        this.currentShopper = currentShopper;
        this.failures = failures;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        try {
            currentShopper.find();
            RequestNotes.put(request, CART, platformCart(request).orElse(null));
        } catch (RuntimeException e) {
            failures.report("noting who looks at a page", e);
        }
        return true;
    }

    /** What to recommend beside these products; nothing from the cart. Empty if there is no shopper. */
    Optional<Wish> wish(List<Long> seeds, int limit) {
        Set<Long> inCart = productsInCart();
        List<Long> beside = seeds.isEmpty() ? List.copyOf(inCart) : seeds;
        return currentShopper.find().map(shopper -> new Wish(shopper, beside, inCart, limit));
    }

    private static Set<Long> productsInCart() {
        HttpServletRequest request =
                BroadleafRequestContext.getBroadleafRequestContext().getRequest();
        Set<Long> products = new LinkedHashSet<>();
        cart(request).ifPresent(cart -> {
            for (DiscreteOrderItem line : cart.getDiscreteOrderItems()) {
                if (line.getProduct() != null) {
                    products.add(line.getProduct().getId());
                }
            }
        });
        return products;
    }

    /** The cart as the controller left it, or if the model hides that, as the controller found it. */
    private static Optional<Order> cart(HttpServletRequest request) {
        return platformCart(request)
                .or(() ->
                        RequestNotes.get(request, CART) instanceof Order noted ? Optional.of(noted) : Optional.empty())
                .filter(cart -> !(cart instanceof NullOrderImpl));
    }

    private static Optional<Order> platformCart(HttpServletRequest request) {
        return request.getAttribute(CartStateRequestProcessor.getCartRequestAttributeName()) instanceof Order cart
                ? Optional.of(cart)
                : Optional.empty();
    }
}
