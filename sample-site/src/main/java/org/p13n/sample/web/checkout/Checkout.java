package org.p13n.sample.web.checkout;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.common.vendor.service.exception.FulfillmentPriceException;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.checkout.service.gateway.PassthroughPaymentConstants;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentOption;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.FulfillmentGroupService;
import org.broadleafcommerce.core.order.service.FulfillmentOptionService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.core.pricing.service.FulfillmentPricingService;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.profile.core.domain.Address;
import org.p13n.sample.web.page.Prices;

/** Turns a cart into a submitted order with the platform's services: delivery, test payment, checkout workflow. */
public final class Checkout {

    private final OrderService orders;
    private final FulfillmentGroupService groups;
    private final FulfillmentOptionService options;
    private final FulfillmentPricingService prices;
    private final OrderPaymentService payments;
    private final CheckoutService checkout;

    /** A way of delivery with what it costs for this cart. */
    public record Shipping(String id, String name, String description, String price, String total) {}

    public Checkout(
            OrderService orders,
            FulfillmentGroupService groups,
            FulfillmentOptionService options,
            FulfillmentPricingService prices,
            OrderPaymentService payments,
            CheckoutService checkout) {
        this.orders = orders;
        this.groups = groups;
        this.options = options;
        this.prices = prices;
        this.payments = payments;
        this.checkout = checkout;
    }

    /** The ways of delivery for a cart, the cheapest first. */
    List<Shipping> shipping(Order cart) throws FulfillmentPriceException {
        FulfillmentGroup group = groups.getFirstShippableFulfillmentGroup(cart);
        if (group == null) {
            return List.of();
        }
        Set<FulfillmentOption> asked = new HashSet<>(options.readAllFulfillmentOptions());
        Map<? extends FulfillmentOption, Money> estimated =
                prices.estimateCostForFulfillmentGroup(group, asked).getFulfillmentOptionPrices();
        Money goods = cart.getTotal()
                .subtract(cart.getTotalFulfillmentCharges() == null ? Money.ZERO : cart.getTotalFulfillmentCharges());
        return estimated.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(price -> new Shipping(
                        price.getKey().getId().toString(),
                        price.getKey().getName(),
                        price.getKey().getLongDescription(),
                        Prices.text(price.getValue()),
                        Prices.text(goods.add(price.getValue()))))
                .toList();
    }

    /**
     * Submits the cart and returns the order's number.
     *
     * @throws CheckoutException if the platform's workflow refuses it; nothing is paid or taken from stock then
     */
    String place(Order cart, String email, Address address, long optionId) throws PricingException, CheckoutException {
        cart.setEmailAddress(email);
        FulfillmentGroup group = groups.getFirstShippableFulfillmentGroup(cart);
        group.setAddress(address);
        group.setFulfillmentOption(options.readFulfillmentOptionById(optionId));
        cart.getPayments().clear();
        Order priced = orders.save(cart, true);
        pay(priced);
        return checkout.performCheckout(orders.save(priced, true)).getOrder().getOrderNumber();
    }

    /** A payment that the platform takes as made: no gateway is asked and nothing is charged. */
    private void pay(Order order) {
        Money amount = order.getTotalAfterAppliedPayments();
        OrderPayment payment = payments.create();
        payment.setType(PaymentType.COD);
        payment.setPaymentGatewayType(PaymentGatewayType.PASSTHROUGH);
        payment.setAmount(amount);
        payment.setOrder(order);
        PaymentTransaction transaction = payments.createTransaction();
        transaction.setAmount(amount);
        transaction.setRawResponse("Test payment: nothing was charged");
        transaction.setSuccess(true);
        transaction.setType(PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
        transaction
                .getAdditionalFields()
                .put(PassthroughPaymentConstants.PASSTHROUGH_PAYMENT_TYPE, PaymentType.COD.getType());
        transaction.setOrderPayment(payment);
        payment.addTransaction(transaction);
        orders.addPaymentToOrder(order, payment, null);
    }
}
