package org.p13n.sample.web.account;

import java.util.Locale;
import org.p13n.sample.web.page.FormText;

/** What a new shopper tells the shop; the names of its fields are the names of the form's. */
public final class RegisterForm {

    private String firstName = "";
    private String lastName = "";
    private String emailAddress = "";
    private String password = "";
    private String passwordConfirm = "";
    private String successUrl = "/";

    public String getFirstName() {
        return firstName;
    }

    public void setFirstName(String firstName) {
        this.firstName = FormText.clean(firstName);
    }

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = FormText.clean(lastName);
    }

    public String getEmailAddress() {
        return emailAddress;
    }

    public void setEmailAddress(String emailAddress) {
        this.emailAddress = FormText.clean(emailAddress).toLowerCase(Locale.ROOT);
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    public String getPasswordConfirm() {
        return passwordConfirm;
    }

    public void setPasswordConfirm(String passwordConfirm) {
        this.passwordConfirm = passwordConfirm == null ? "" : passwordConfirm;
    }

    public String getSuccessUrl() {
        return successUrl;
    }

    public void setSuccessUrl(String successUrl) {
        this.successUrl = LocalAddress.of(successUrl);
    }
}
