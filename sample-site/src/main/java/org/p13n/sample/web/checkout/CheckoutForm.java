package org.p13n.sample.web.checkout;

import org.p13n.sample.web.page.FormText;

/** What the checkout page asks the shopper; the names of its fields are the names of the form's. */
public final class CheckoutForm {

    private String emailAddress = "";
    private String firstName = "";
    private String lastName = "";
    private String addressLine1 = "";
    private String addressLine2 = "";
    private String city = "";
    private String state = "";
    private String postalCode = "";
    private String phone = "";
    private String fulfillmentOptionId = "";
    private String payment = "";

    public String getEmailAddress() {
        return emailAddress;
    }

    public void setEmailAddress(String emailAddress) {
        this.emailAddress = FormText.clean(emailAddress);
    }

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

    public String getAddressLine1() {
        return addressLine1;
    }

    public void setAddressLine1(String addressLine1) {
        this.addressLine1 = FormText.clean(addressLine1);
    }

    public String getAddressLine2() {
        return addressLine2;
    }

    public void setAddressLine2(String addressLine2) {
        this.addressLine2 = FormText.clean(addressLine2);
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = FormText.clean(city);
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = FormText.clean(state);
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = FormText.clean(postalCode);
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = FormText.clean(phone);
    }

    public String getFulfillmentOptionId() {
        return fulfillmentOptionId;
    }

    public void setFulfillmentOptionId(String fulfillmentOptionId) {
        this.fulfillmentOptionId = FormText.clean(fulfillmentOptionId);
    }

    public String getPayment() {
        return payment;
    }

    public void setPayment(String payment) {
        this.payment = FormText.clean(payment);
    }
}
