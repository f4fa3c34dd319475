package org.p13n.sample.web.account;

import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.broadleafcommerce.profile.web.core.service.login.LoginService;
import org.p13n.sample.web.cart.Carts;
import org.p13n.sample.web.page.FormText;
import org.p13n.sample.web.page.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a shopper under the e-mail address and logs the new customer in; the cart of the visit is kept. */
@Controller
public class RegisterController {

    static final int SHORTEST_PASSWORD = 8;

    private static final int LONGEST = 100;
    private static final String FORM = "registerForm";

    private final CustomerService customers;
    private final LoginService login;
    private final OrderService orders;

    public RegisterController(CustomerService customers, LoginService login, OrderService orders) {
        this.customers = customers;
        this.login = login;
        this.orders = orders;
    }

    @RequestMapping(value = "/register", method = RequestMethod.GET)
    public String show(@ModelAttribute(FORM) RegisterForm form, Model model) {
        return page(model);
    }

    @RequestMapping(value = "/register", method = RequestMethod.POST)
    public String register(
            @ModelAttribute(FORM) RegisterForm form, BindingResult errors, Model model, RedirectAttributes redirect)
            throws PricingException {
        check(form, errors);
        if (!errors.hasErrors()
                && (customers.readCustomerByUsername(form.getEmailAddress()) != null
                        || customers.readCustomerByEmail(form.getEmailAddress()) != null)) {
            errors.rejectValue("emailAddress", "register.taken", "register.taken");
        }
        if (errors.hasErrors()) {
            return page(model);
        }
        register(form);
        Notice.done("register.done", form.getFirstName()).showNext(redirect);
        return "redirect:" + form.getSuccessUrl();
    }

    private void register(RegisterForm form) throws PricingException {
        Customer current = CustomerState.getCustomer();
        Customer customer = current != null && current.isAnonymous() ? current : customers.createCustomerFromId(null);
        customer.setUsername(form.getEmailAddress());
        customer.setEmailAddress(form.getEmailAddress());
        customer.setFirstName(form.getFirstName());
        customer.setLastName(form.getLastName());
        customers.registerCustomer(customer, form.getPassword(), form.getPasswordConfirm());
        login.loginCustomer(form.getEmailAddress(), form.getPassword());
        Order cart = Carts.current();
        if (cart != null && cart.getEmailAddress() == null) {
            cart.setEmailAddress(form.getEmailAddress());
            orders.save(cart, false);
        }
    }

    static void check(RegisterForm form, Errors errors) {
        require(errors, "firstName", isText(form.getFirstName()), "register.firstName");
        require(errors, "lastName", isText(form.getLastName()), "register.lastName");
        require(
                errors,
                "emailAddress",
                isText(form.getEmailAddress()) && FormText.isEmail(form.getEmailAddress()),
                "register.email");
        int length = form.getPassword().length();
        require(errors, "password", length >= SHORTEST_PASSWORD && length <= LONGEST, "register.password");
        require(errors, "passwordConfirm", form.getPassword().equals(form.getPasswordConfirm()), "register.confirm");
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    private static void require(Errors errors, String field, boolean holds, String code) {
        if (!holds) {
            errors.rejectValue(field, code, code);
        }
    }

    private static String page(Model model) {
        model.addAttribute("title", "Create an account");
        return "account/register";
    }
}
