package org.p13n.sample.web.cart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemAttribute;
import org.broadleafcommerce.profile.core.domain.Address;
import org.p13n.sample.web.catalog.Shelf;
import org.p13n.sample.web.page.Days;
import org.p13n.sample.web.page.Prices;

/** Makes the views of orders and carts. */
public final class OrderViews {

    private final Shelf shelf;
    private final String placeholder;

    /** @param placeholder the URL of the picture for lines whose product is gone */
    public OrderViews(Shelf shelf, String placeholder) {
        this.shelf = shelf;
        this.placeholder = placeholder;
    }

    public OrderView of(Order order) {
        FulfillmentGroup group = order.getFulfillmentGroups().isEmpty()
                ? null
                : order.getFulfillmentGroups().get(0);
        return new OrderView(
                order.getOrderNumber(),
                Days.text(order.getSubmitDate()),
                order.getStatus().getFriendlyType(),
                order.getOrderAttributes().containsKey("simulated"),
                order.getEmailAddress(),
                order.getOrderItems().stream().map(this::line).toList(),
                order.getItemCount(),
                totals(order, group),
                group == null || group.getFulfillmentOption() == null
                        ? null
                        : group.getFulfillmentOption().getName(),
                group == null || group.getAddress() == null ? List.of() : lines(group.getAddress()));
    }

    private static OrderView.Totals totals(Order order, FulfillmentGroup group) {
        boolean delivered = order.getSubmitDate() != null || (group != null && group.getFulfillmentOption() != null);
        return new OrderView.Totals(
                Prices.text(order.getSubTotal()),
                positive(order.getOrderAdjustmentsValue()),
                delivered ? Prices.text(order.getTotalFulfillmentCharges()) : null,
                positive(order.getTotalTax()),
                Prices.text(order.getTotal()));
    }

    private static String positive(Money amount) {
        return amount == null || amount.isZero() ? null : Prices.text(amount);
    }

    private OrderView.Line line(OrderItem item) {
        Product product = item instanceof DiscreteOrderItem discrete ? discrete.getProduct() : null;
        boolean reduced =
                item.getRetailPrice() != null && item.getAveragePrice().lessThan(item.getRetailPrice());
        return new OrderView.Line(
                item.getId(),
                item.getName(),
                product != null && product.isActive() ? product.getUrl() : null,
                product == null ? placeholder : shelf.picture(product),
                options(item),
                item.getQuantity(),
                Prices.text(item.getAveragePrice()),
                reduced ? Prices.text(item.getRetailPrice()) : null,
                Prices.text(item.getTotalPrice()));
    }

    private static String options(OrderItem item) {
        Map<String, OrderItemAttribute> attributes = item.getOrderItemAttributes();
        return attributes == null
                ? ""
                : new TreeMap<>(attributes)
                        .values().stream().map(OrderViews::option).collect(Collectors.joining(" · "));
    }

    private static String option(OrderItemAttribute attribute) {
        String name = attribute.getName().replace('_', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ": " + attribute.getValue();
    }

    private static List<String> lines(Address address) {
        String state = address.getState() == null ? "" : address.getState().getAbbreviation();
        return Stream.of(
                        join(address.getFirstName(), address.getLastName()),
                        address.getAddressLine1(),
                        address.getAddressLine2(),
                        join(address.getCity(), state, address.getPostalCode()))
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    private static String join(String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
