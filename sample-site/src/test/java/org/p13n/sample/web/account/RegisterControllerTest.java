package org.p13n.sample.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

class RegisterControllerTest {

    @Test
    void acceptsACompleteForm() {
        assertThat(wrongFields(form("Nina", "nina@example.com", "longenough", "longenough")))
                .isEmpty();
    }

    @Test
    void namesEveryWrongField() {
        assertThat(wrongFields(form(" ", "nina", "short", "other")))
                .containsExactly("firstName", "emailAddress", "password", "passwordConfirm");
    }

    @Test
    void knowsAnEMailInOneSpellingOnly() {
        assertThat(form("Nina", " Nina@Example.COM ", "", "").getEmailAddress()).isEqualTo("nina@example.com");
    }

    private static List<String> wrongFields(RegisterForm form) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "registerForm");
        RegisterController.check(form, errors);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }

    private static RegisterForm form(String firstName, String email, String password, String confirm) {
        RegisterForm form = new RegisterForm();
        form.setFirstName(firstName);
        form.setLastName("New");
        form.setEmailAddress(email);
        form.setPassword(password);
        form.setPasswordConfirm(confirm);
        return form;
    }
}
