package org.p13n.sample.web.checkout;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.broadleafcommerce.common.vendor.service.exception.FulfillmentPriceException;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.State;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.p13n.sample.web.cart.CartProblem;
import org.p13n.sample.web.cart.Carts;
import org.p13n.sample.web.cart.OrderViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The checkout: one page with one form, for guests and for shoppers who are logged in. */
@Controller
public class CheckoutController {

    private static final Log LOG = LogFactory.getLog(CheckoutController.class);
    private static final String FORM = "checkoutForm";
    private static final String EMPTY_CART = "redirect:/cart";

    private final Checkout checkout;
    private final Addresses addresses;
    private final OrderViews views;

    public CheckoutController(Checkout checkout, Addresses addresses, OrderViews views) {
        this.checkout = checkout;
        this.addresses = addresses;
        this.views = views;
    }

    @RequestMapping(value = "/checkout", method = RequestMethod.GET)
    public String show(Model model) throws FulfillmentPriceException {
        return Carts.isEmpty() ? EMPTY_CART : page(model, prefilled());
    }

    @RequestMapping(value = "/checkout", method = RequestMethod.POST)
    public String place(
            @ModelAttribute(FORM) CheckoutForm form, BindingResult errors, Model model, RedirectAttributes redirect)
            throws FulfillmentPriceException {
        if (Carts.isEmpty()) {
            return EMPTY_CART;
        }
        rules().check(form, errors);
        return errors.hasErrors() ? page(model, form) : submit(form, redirect);
    }

    private String submit(CheckoutForm form, RedirectAttributes redirect) {
        try {
            String number = checkout.place(
                    Carts.current(),
                    form.getEmailAddress(),
                    addresses.of(form),
                    Long.parseLong(form.getFulfillmentOptionId()));
            return "redirect:/confirmation/" + number;
        } catch (CheckoutException | PricingException e) {
            LOG.warn("A checkout was refused", e);
            CartProblem.of(e).notice().showNext(redirect);
            return EMPTY_CART;
        }
    }

    private CheckoutRules rules() throws FulfillmentPriceException {
        return new CheckoutRules(
                addresses.states().stream().map(State::getAbbreviation).collect(Collectors.toSet()),
                checkout.shipping(Carts.current()).stream()
                        .map(Checkout.Shipping::id)
                        .collect(Collectors.toSet()));
    }

    private String page(Model model, CheckoutForm form) throws FulfillmentPriceException {
        List<Checkout.Shipping> shipping = checkout.shipping(Carts.current());
        if (form.getFulfillmentOptionId().isEmpty() && !shipping.isEmpty()) {
            form.setFulfillmentOptionId(shipping.get(0).id());
        }
        model.addAttribute("title", "Checkout");
        model.addAttribute(FORM, form);
        model.addAttribute("states", addresses.states());
        model.addAttribute("shipping", shipping);
        model.addAttribute("chosenShipping", chosen(shipping, form.getFulfillmentOptionId()));
        model.addAttribute("contents", views.of(Carts.current()));
        return "checkout/checkout";
    }

    private static Checkout.Shipping chosen(List<Checkout.Shipping> shipping, String id) {
        return shipping.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElse(shipping.isEmpty() ? null : shipping.get(0));
    }

    private static CheckoutForm prefilled() {
        CheckoutForm form = new CheckoutForm();
        Customer customer = CustomerState.getCustomer();
        if (customer != null && customer.isLoggedIn()) {
            form.setEmailAddress(customer.getEmailAddress());
            form.setFirstName(customer.getFirstName());
            form.setLastName(customer.getLastName());
        }
        return form;
    }
}
