package org.p13n.sample.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

class CheckoutRulesTest {

    private final CheckoutRules rules = new CheckoutRules(Set.of("IL", "NY"), Set.of("-1", "-2"));

    @Test
    void acceptsACompleteForm() {
        assertThat(wrongFields(form -> {})).isEmpty();
    }

    @Test
    void marksEveryFieldOfAnEmptyForm() {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(new CheckoutForm(), "checkoutForm");

        rules.check(new CheckoutForm(), errors);

        assertThat(errors.getFieldErrors())
                .extracting(FieldError::getField)
                .containsExactly(
                        "emailAddress",
                        "firstName",
                        "lastName",
                        "addressLine1",
                        "city",
                        "state",
                        "postalCode",
                        "fulfillmentOptionId",
                        "payment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gwen", "gwen@", "@example.com", "gwen@example", "gwen lee@example.com"})
    void refusesWhatIsNoEMail(String email) {
        assertThat(wrongFields(form -> form.setEmailAddress(email))).containsExactly("emailAddress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "123456", "ABCDE", "12345-1"})
    void refusesWhatIsNoZipCode(String zip) {
        assertThat(wrongFields(form -> form.setPostalCode(zip))).containsExactly("postalCode");
    }

    @Test
    void refusesStatesDeliveriesAndPaymentsThatWereNotOffered() {
        assertThat(wrongFields(form -> {
                    form.setState("XX");
                    form.setFulfillmentOptionId("-99");
                    form.setPayment("card");
                }))
                .containsExactly("state", "fulfillmentOptionId", "payment");
    }

    @Test
    void refusesTextThatNoDatabaseColumnHolds() {
        assertThat(wrongFields(form -> form.setCity("x".repeat(101)))).containsExactly("city");
    }

    private List<String> wrongFields(Consumer<CheckoutForm> change) {
        CheckoutForm form = new CheckoutForm();
        form.setEmailAddress("gwen@example.com");
        form.setFirstName("Gwen");
        form.setLastName("Guest");
        form.setAddressLine1("1 Main Street");
        form.setCity("Springfield");
        form.setState("IL");
        form.setPostalCode("62701");
        form.setFulfillmentOptionId("-1");
        form.setPayment("test");
        change.accept(form);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "checkoutForm");
        rules.check(form, errors);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }
}
