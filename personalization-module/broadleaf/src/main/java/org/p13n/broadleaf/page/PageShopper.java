package org.p13n.broadleaf.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.web.order.CartState;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.ranking.ProductRecommendations.Wish;

/** Who looks at the page and what is in the cart. */
public final class PageShopper {
    private final CurrentShopper currentShopper;

    public PageShopper(CurrentShopper currentShopper) {
        this.currentShopper = currentShopper;
    }

    /** What to recommend beside these products; nothing from the cart. Empty if there is no shopper. */
    Optional<Wish> wish(List<Long> seeds, int limit) {
        Set<Long> inCart = productsInCart();
        List<Long> beside = seeds.isEmpty() ? List.copyOf(inCart) : seeds;
        return currentShopper.find().map(shopper -> new Wish(shopper, beside, inCart, limit));
    }

    private static Set<Long> productsInCart() {
        Order cart = CartState.getCart();
        Set<Long> products = new LinkedHashSet<>();
        if (cart != null && !(cart instanceof NullOrderImpl)) {
            for (DiscreteOrderItem line : cart.getDiscreteOrderItems()) {
                if (line.getProduct() != null) {
                    products.add(line.getProduct().getId());
                }
            }
        }
        return products;
    }
}
