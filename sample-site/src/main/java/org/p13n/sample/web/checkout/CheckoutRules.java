package org.p13n.sample.web.checkout;

import java.util.Set;
import java.util.regex.Pattern;
import org.p13n.sample.web.page.FormText;
import org.springframework.validation.Errors;

/** What the fields of the checkout form must hold. */
final class CheckoutRules {

    /** The only way to pay in this shop: nothing is charged. */
    static final String TEST_PAYMENT = "test";

    private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-[0-9]{4})?");
    private static final Pattern PHONE = Pattern.compile("[-+()./ 0-9]{7,25}");
    private static final int LONGEST = 100;

    private final Set<String> states;
    private final Set<String> shippingOptions;

    CheckoutRules(Set<String> states, Set<String> shippingOptions) {
        this.states = states;
        this.shippingOptions = shippingOptions;
    }

    void check(CheckoutForm form, Errors errors) {
        require(errors, "emailAddress", FormText.isEmail(form.getEmailAddress()), "checkout.email");
        require(errors, "firstName", !form.getFirstName().isEmpty(), "checkout.firstName");
        require(errors, "lastName", !form.getLastName().isEmpty(), "checkout.lastName");
        require(errors, "addressLine1", !form.getAddressLine1().isEmpty(), "checkout.street");
        require(errors, "city", !form.getCity().isEmpty(), "checkout.city");
        require(errors, "state", states.contains(form.getState()), "checkout.state");
        require(errors, "postalCode", ZIP.matcher(form.getPostalCode()).matches(), "checkout.zip");
        require(
                errors,
                "phone",
                form.getPhone().isEmpty() || PHONE.matcher(form.getPhone()).matches(),
                "checkout.phone");
        require(
                errors,
                "fulfillmentOptionId",
                shippingOptions.contains(form.getFulfillmentOptionId()),
                "checkout.shipping");
        require(errors, "payment", TEST_PAYMENT.equals(form.getPayment()), "checkout.payment");
        shorten(errors, "emailAddress", form.getEmailAddress());
        shorten(errors, "firstName", form.getFirstName());
        shorten(errors, "lastName", form.getLastName());
        shorten(errors, "addressLine1", form.getAddressLine1());
        shorten(errors, "addressLine2", form.getAddressLine2());
        shorten(errors, "city", form.getCity());
    }

    private static void require(Errors errors, String field, boolean holds, String code) {
        if (!holds) {
            errors.rejectValue(field, code, code);
        }
    }

    private static void shorten(Errors errors, String field, String text) {
        require(errors, field, text.length() <= LONGEST, "form.long");
    }
}
