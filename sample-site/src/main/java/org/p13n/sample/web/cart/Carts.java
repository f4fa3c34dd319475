package org.p13n.sample.web.cart;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductOption;
import org.broadleafcommerce.core.catalog.domain.ProductOptionValue;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.exception.AddToCartException;
import org.broadleafcommerce.core.order.service.exception.RemoveFromCartException;
import org.broadleafcommerce.core.order.service.exception.UpdateCartException;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.web.core.CustomerState;

/** Changes this visit's cart through the platform's order service, after checking what the platform takes on trust. */
public final class Carts {

    private final OrderService orders;

    public Carts(OrderService orders) {
        this.orders = orders;
    }

    /** The cart of this visit; null while nothing was ever put into it. */
    public static Order current() {
        Order cart = CartState.getCart();
        return cart == null || cart instanceof NullOrderImpl ? null : cart;
    }

    public static boolean isEmpty() {
        return current() == null || current().getOrderItems().isEmpty();
    }

    void add(Product product, AddRequest request) throws CartProblem {
        OrderItemRequestDTO item = new OrderItemRequestDTO();
        item.setProductId(product.getId());
        item.setQuantity(request.quantity());
        item.setItemAttributes(chosen(product, request.options()));
        try {
            Order cart = current();
            if (cart == null) {
                cart = orders.createNewCartForCustomer(CustomerState.getCustomer());
            }
            orders.save(orders.addItem(cart.getId(), item, false), true);
        } catch (AddToCartException | PricingException | RuntimeException e) {
            throw CartProblem.of(e);
        }
    }

    void change(long lineId, int quantity) throws CartProblem {
        OrderItem line = own(lineId);
        OrderItemRequestDTO item = new OrderItemRequestDTO();
        item.setOrderItemId(line.getId());
        item.setQuantity(quantity);
        try {
            orders.save(orders.updateItemQuantity(current().getId(), item, false), true);
        } catch (UpdateCartException | RemoveFromCartException | PricingException | RuntimeException e) {
            throw CartProblem.of(e);
        }
    }

    void remove(long lineId) throws CartProblem {
        OrderItem line = own(lineId);
        try {
            orders.save(orders.removeItem(current().getId(), line.getId(), false), true);
        } catch (RemoveFromCartException | PricingException | RuntimeException e) {
            throw CartProblem.of(e);
        }
    }

    /** The line with this id in this visit's cart; the platform would also change a line of somebody else's. */
    private static OrderItem own(long lineId) throws CartProblem {
        Order cart = current();
        if (cart != null) {
            for (OrderItem line : cart.getOrderItems()) {
                if (line.getId() == lineId) {
                    return line;
                }
            }
        }
        throw new CartProblem("cart.line", null);
    }

    /** The choices that the product really offers; one for each of its required options. */
    private static Map<String, String> chosen(Product product, Map<String, String> options) throws CartProblem {
        Map<String, String> chosen = new HashMap<>();
        for (ProductOption option : product.getProductOptions()) {
            String value = options.get(option.getAttributeName());
            if (value != null && isOffered(option, value)) {
                chosen.put(option.getAttributeName(), value);
            } else if (Boolean.TRUE.equals(option.getRequired())) {
                throw new CartProblem("cart.choose", option.getLabel().toLowerCase(Locale.ROOT));
            }
        }
        return chosen;
    }

    private static boolean isOffered(ProductOption option, String value) {
        return option.getAllowedValues().stream()
                .map(ProductOptionValue::getAttributeValue)
                .anyMatch(value::equals);
    }
}
